/**
 * Line breaks between phrases (文節), by BudouX's model, for browsers without `word-break: auto-phrase`.
 *
 * The breaks are elements, so that the text stays the same.
 * Source: https://github.com/google/budoux
 */
import { jaModel, Parser } from "budoux";

const parser = new Parser(jaModel);

/** @param {HTMLElement} node with text only */
export function breakAtPhrases(node) {
  const text = node.textContent ?? "";
  const phrases = parser.parse(text);
  node.replaceChildren(
    ...phrases.flatMap((phrase, index) => (index ? [document.createElement("wbr"), phrase] : [phrase])),
  );
  node.classList.add("phrased");
}
