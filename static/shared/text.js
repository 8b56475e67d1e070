/** Strings: well-formed UTF-16, and sentences with places to fill in. */

/**
 * Return well-formed UTF-16 of the same length: a lone surrogate becomes U+FFFD.
 * @param {string} text
 */
export const wellFormed = (text) => text.toWellFormed?.() ?? text.replace(/\p{Surrogate}/gu, "\uFFFD");

/**
 * Replace each `{name}` of a sentence by the value of that name.
 * @param {string} sentence
 * @param {Record<string, string | number>} values a name without a value becomes ""
 * @param {(value: string | number) => string} [write] how a value is written
 */
export const fill = (sentence, values, write = String) =>
  sentence.replace(/\{(\w+)\}/g, (_, /** @type {string} */ name) => write(values[name] ?? ""));
