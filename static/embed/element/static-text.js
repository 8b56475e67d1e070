/** The summary that a page has inside <youten-box> as plain markup, readable without scripts. */

/** @typedef {import("./article.js").Reading} Reading */
/** @typedef {import("./result.js").Result} Result */

/** A sentence of an article with its stop; only where it ends matters. */
const SENTENCE = /[^。！？!?\n]+[。！？!?]*[」』）]*/g;

/**
 * Return the runs of `whole` that make up `line` from left to right; undefined if it is no subsequence.
 * @param {string} whole
 * @param {string} line
 * @param {number} from where `whole` begins in the article
 */
function runsOf(whole, line, from) {
  /** @type {[number, number][]} */
  const runs = [];
  let at = 0;
  for (const character of line) {
    const found = whole.indexOf(character, at);
    if (found < 0) return undefined;
    const last = runs[runs.length - 1];
    const next = found + character.length;
    if (last && last[1] === from + found) last[1] = from + next;
    else runs.push([from + found, from + next]);
    at = next;
  }
  return runs;
}

/**
 * Find a line in an article: as it is, or shortened from one sentence.
 * @param {string} article
 * @param {string} line
 * @returns {Omit<import("./result.js").Sentence, "text">}
 */
function placeOf(article, line) {
  const start = article.indexOf(line);
  if (start >= 0) return { start, end: start + line.length, segments: [[start, start + line.length]] };
  for (const { 0: sentence, index } of article.matchAll(SENTENCE)) {
    const segments = runsOf(sentence, line, index);
    if (segments) return { start: index, end: index + sentence.length, segments };
  }
  return { start: -1, end: -1, segments: [] };
}

/**
 * Return the list items inside the box as a result; undefined where there are none.
 * @param {Element} box
 * @param {Reading | undefined} reading of the article, to find the sentences in
 * @returns {Result | undefined}
 */
export function staticResult(box, reading) {
  const items = [...box.querySelectorAll("li")].map((item) => (item.textContent ?? "").trim()).filter(Boolean);
  if (!items.length) return undefined;
  const text = reading?.text ?? "";
  const sentences = items.map((line) => ({ text: line, ...placeOf(text, line) }));
  const version = box.querySelector("[data-youten]")?.getAttribute("data-youten") ?? "";
  return { sentences, text, engine: "", version };
}
