/** The sentences of an article as spans of its text: their weight, their line in the summary, what was cut, readings. */
import { heights } from "./scores.js";

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
 * Return every sentence that could have been chosen, and those that were, in the order of the text.
 * @param {Summary["sentences"]} chosen
 * @param {Salience} salience
 * @param {ReadonlyMap<number, readonly Ruby[]>} readings by the beginning of the sentence
 * @returns {Span[]}
 */
export function spansOf(chosen, salience, readings) {
  const shares = heights(salience);
  /** @type {Map<number, Span>} */
  const spans = new Map();
  for (const [index, [start, end]] of salience.entries()) {
    spans.set(start, { start, end, line: 0, heat: Math.round((shares[index] ?? 0) * HOTTEST), trims: [], rubies: [] });
  }
  for (const [index, { start, end, trims }] of chosen.entries()) {
    spans.set(start, { start, end, line: index + 1, heat: spans.get(start)?.heat ?? 0, trims, rubies: [] });
  }
  const read = [...spans.values()].map((span) => ({ ...span, rubies: readings.get(span.start) ?? [] }));
  return read.sort((a, b) => a.start - b.start);
}

/**
 * Return a function that finds the items touching [from, to). It walks on from call to call, so `from` must not
 * decrease.
 * @template {{start: number, end: number}} T
 * @param {readonly T[]} items sorted by start, not overlapping
 */
export function walker(items) {
  let first = 0;
  return (/** @type {number} */ from, /** @type {number} */ to) => {
    while (first < items.length && /** @type {T} */ (items[first]).end <= from) first += 1;
    let last = first;
    while (last < items.length && /** @type {T} */ (items[last]).start < to) last += 1;
    return items.slice(first, last);
  };
}
