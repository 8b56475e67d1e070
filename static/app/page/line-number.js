/**
 * The number of a line: the same kanji is shown before a line of the summary and before its place in the article.
 *
 * It is drawn by the style sheet from `data-label`, so that the text around it contains nothing else.
 */
import { element } from "../../shared/dom.js";
import { say } from "../words/say.js";

const NUMERALS = "〇一二三四五六七八九十";

/** @param {number} line 1 to 10 */
export const numeral = (line) => NUMERALS.charAt(line);

/**
 * Make a number that is only shown.
 * @param {number} line
 */
export function lineNumber(line) {
  const node = element("span", "line-number");
  node.setAttribute("aria-hidden", "true");
  node.dataset["label"] = numeral(line);
  return node;
}

/**
 * Make a number that leads from the summary to the article, or back.
 * @param {number} line
 * @param {"toSource" | "toSummary"} where
 */
export function lineNumberButton(line, where) {
  const node = element("button", "line-number");
  node.type = "button";
  node.setAttribute("aria-label", say(where, { line }));
  node.dataset["label"] = numeral(line);
  node.dataset["line"] = String(line);
  return node;
}
