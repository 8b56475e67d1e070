/**
 * Line breaks between phrases (文節), by BudouX's model, for browsers without `word-break: auto-phrase`.
 *
 * The breaks are elements, so that the text stays the same.
 * Source: https://github.com/google/budoux
 */
import { jaModel, Parser } from "budoux";

const parser = new Parser(jaModel);

/** Join the parts of a date: 9月 and 17日. @param {readonly string[]} phrases */
const joined = (phrases) =>
  phrases.reduce((/** @type {string[]} */ found, phrase) => {
    const last = found.at(-1) ?? "";
    const date = /[0-9０-９][年月]$/u.test(last) && /^[0-9０-９]/u.test(phrase);
    return date ? [...found.slice(0, -1), last + phrase] : [...found, phrase];
  }, []);

/** @param {HTMLElement} node with text only */
export function breakAtPhrases(node) {
  const text = node.textContent ?? "";
  const phrases = joined(parser.parse(text));
  node.replaceChildren(
    ...phrases.flatMap((phrase, index) => (index ? [document.createElement("wbr"), phrase] : [phrase])),
  );
  node.classList.add("phrased");
}
