/** The words in focus: which of the engine's key phrases are offered, and what the page says about the reader's words. */
import { say } from "../words/say.js";

/** @typedef {import("../page/shown.js").Shown} Shown */

// English function words and numbers, which stand at the beginning of many sentences.
const FUNCTION_WORD =
  /^(?:an?|and|as|at|but|by|for|from|he|her|his|if|in|is|it|its|no|not|of|on|or|she|so|that|the|their|there|these|they|this|those|to|we|what|when|with|you|one|two|three|four|five|six|seven|eight|nine|ten)$/i;
// Half of a name in kana: ろ・ちかげ.
const READING = /^[\p{Script=Hiragana}ー]+・[\p{Script=Hiragana}ー]+$/u;
// Adverbs that the engine may take for the first part of a compound: あと花粉症.
const ADVERB = /^(?:あと|ほか|いま|また|もう|つい)(?=[\p{Script=Han}\p{Script=Katakana}]{2})/u;

/** @param {string} text */
const folded = (text) => text.normalize("NFKC").toLowerCase();

/**
 * Return the key phrases that a reader can use: words of the article's own sentences, not of its byline.
 * @param {Shown} shown
 */
export function usable({ text, summary, salience }) {
  const body = salience.map(([start, end]) => text.slice(start, end)).join("\n");
  const found = summary.keyphrases
    .map((phrase) => phrase.replace(ADVERB, ""))
    .filter((phrase) => phrase.length > 1 && !FUNCTION_WORD.test(phrase) && !READING.test(phrase))
    .filter((phrase) => !body || body.includes(phrase));
  return [...new Set(found)];
}

/**
 * Return a sentence about words in focus that did not do what the reader may expect; "" if all did.
 * @param {string} focus words separated by spaces
 * @param {Shown} before
 * @param {Shown} after
 */
export function aboutFocus(focus, before, after) {
  const article = folded(after.text);
  const lines = after.summary.sentences.map(({ text }) => folded(text));
  const same = lines.join("\n") === before.summary.sentences.map(({ text }) => folded(text)).join("\n");
  /** @type {("focusMissing" | "focusLeftOut" | "focusAlready" | "")[]} */
  const kinds = ["focusMissing", "focusLeftOut", "focusAlready"];
  /** @param {string} word */
  const kindOf = (word) => {
    if (!article.includes(word)) return "focusMissing";
    if (!lines.some((line) => line.includes(word))) return "focusLeftOut";
    return same ? "focusAlready" : "";
  };
  const words = focus.split(/\s+/u).filter(Boolean);
  return kinds
    .flatMap((kind) => {
      const those = words.filter((word) => kindOf(folded(word)) === kind);
      return kind && those.length ? [say(kind, { words: those.map((word) => `「${word}」`).join("") })] : [];
    })
    .join("");
}
