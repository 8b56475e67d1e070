/**
 * The seal: the same kanji numeral stands before a line of the summary and before its place in the article.
 *
 * It is drawn by the style sheet from `data-label`, so that the text around it stays the text and nothing else.
 */
import { element } from "../shared/dom.js";
import { say } from "./messages.js";

const NUMERALS = "〇一二三四五六七八九十";

/** @param {number} line 1 to 10 */
export const numeral = (line) => NUMERALS.charAt(line);

/**
 * A seal that only shows.
 * @param {number} line
 */
export function seal(line) {
  const node = element("span", "seal");
  node.setAttribute("aria-hidden", "true");
  node.dataset["label"] = numeral(line);
  return node;
}

/**
 * A seal that leads to the other end.
 * @param {number} line
 * @param {"toSource" | "toSummary"} where
 */
export function sealButton(line, where) {
  const node = element("button", "seal");
  node.setAttribute("type", "button");
  node.setAttribute("aria-label", say(where, { line }));
  node.dataset["label"] = numeral(line);
  node.dataset["line"] = String(line);
  return node;
}
