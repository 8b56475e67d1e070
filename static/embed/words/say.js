/** Choosing a language, and the sentences of box and frame in it. */
import { fill } from "../../shared/text.js";
import { box as en } from "./en.js";
import { box as ja } from "./ja.js";

const tables = { ja, en };

/** @typedef {keyof typeof ja} Key */
/** @typedef {keyof typeof tables} Language */
/** @typedef {(key: Key, values?: Record<string, string | number>) => string} Say */

/** Return "ja" for a Japanese language tag, otherwise "en". @param {string} tag BCP 47 @returns {Language} */
export const languageFor = (tag) => (/^ja\b/i.test(tag) ? "ja" : "en");

/**
 * Return the function that says the box's sentences in a language.
 * @param {Language} language
 * @returns {Say}
 */
export const speaker =
  (language) =>
  (key, values = {}) =>
    fill(tables[language][key], values);

/** Return the key of the sentence for an error code. @param {string} code @returns {Key} */
export const sentenceFor = (code) => (Object.hasOwn(ja, code) ? /** @type {Key} */ (code) : "unknown");
