/** The sentences of an article as spans of its text: their weight, their line in the summary, what was cut, readings. */
import { highest, height } from "./scores.js";

/** @typedef {import("../../engine/protocol.js").Ruby} Ruby */
/** @typedef {import("../../engine/protocol.js").Salience} Salience */
/** @typedef {import("../../engine/protocol.js").Summary} Summary */
/**
 * @typedef {object} Span offsets in UTF-16 code units of the text
 * @property {number} start
 * @property {number} end
 * @property {number} line of the summary; 0: none
 * @property {number} heat 0 to HOTTEST
 * @property {readonly {start: number, end: number, rule: string}[]} trims
 * @property {readonly Ruby[]} rubies
 */

const HOTTEST = 4;
/** Rules that cut nothing a reader can see (py/youten/writing/excerpt.py). */
export const SILENT = ["line_break", "invisible"];

/**
 * Return a function that finds the items touching [from, to).
 * @template T
 * @param {readonly T[]} items sorted, not overlapping
 * @param {(item: T) => readonly [start: number, end: number, ...unknown[]]} spanOf
 */
export function finder(items, spanOf) {
  const span = (/** @type {number} */ index) => spanOf(/** @type {T} */ (items[index]));
  return (/** @type {number} */ from, /** @type {number} */ to) => {
    let [first, end] = [0, items.length];
    while (first < end) {
      const middle = (first + end) >> 1;
      if (span(middle)[1] > from) end = middle;
      else first = middle + 1;
    }
    while (end < items.length && span(end)[0] < to) end += 1;
    return items.slice(first, end);
  };
}

/**
 * Return a function that finds the sentences touching [from, to) in the order of the text: those that could have been
 * chosen, and those that were.
 * @param {Summary["sentences"]} chosen
 * @param {Salience} salience
 * @param {ReadonlyMap<number, readonly Ruby[]>} readings by the beginning of the sentence
 */
export function spansOf(chosen, salience, readings) {
  const most = highest(salience);
  const saliencesAt = finder(salience, (one) => one);
  return (/** @type {number} */ from, /** @type {number} */ to) => {
    /** @type {Map<number, Span>} */
    const spans = new Map();
    for (const [start, end, score] of saliencesAt(from, to)) {
      const heat = Math.round(height(score, most) * HOTTEST);
      spans.set(start, { start, end, line: 0, heat, trims: [], rubies: readings.get(start) ?? [] });
    }
    for (const [index, { start, end, trims }] of chosen.entries()) {
      if (end <= from || start >= to) continue;
      const heat = spans.get(start)?.heat ?? 0;
      spans.set(start, { start, end, line: index + 1, heat, trims, rubies: readings.get(start) ?? [] });
    }
    return [...spans.values()].sort((a, b) => a.start - b.start);
  };
}
