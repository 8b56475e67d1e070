/** Prepares the scores of the article's sentences for drawing. */

/** @typedef {import("../../engine/protocol.js").Salience} Salience */

// Points of the curve at most; it is about as many pixels wide.
const BINS = 240;

/** Return the highest score, which others are compared with. @param {Salience} salience */
export const highest = (salience) => salience.reduce((most, [, , score]) => Math.max(most, score), 1);

/**
 * Return a score as 0..1, as a square root: one sentence often scores far above the others, whose differences would
 * not be seen.
 * @param {number} score
 * @param {number} most the highest of the article
 */
export const height = (score, most) => Math.sqrt(Math.max(score, 0) / most);

/**
 * Return the points of the curve: middle of a sentence and its height, both 0..1. Of several at a place the highest
 * is kept.
 * @param {number} length of the text, UTF-16 code units
 * @param {Salience} salience
 */
export function points(length, salience) {
  const most = highest(salience);
  /** @type {Map<number, [x: number, y: number]>} */
  const best = new Map();
  for (const [start, end, score] of salience) {
    const x = (start + end) / 2 / length;
    const y = height(score, most);
    const bin = Math.floor(x * BINS);
    if (y >= (best.get(bin)?.[1] ?? 0)) best.set(bin, [x, y]);
  }
  return [...best.values()];
}

/**
 * Move places apart that are closer than `gap`, keeping their order and staying between 0 and 1.
 * @param {readonly number[]} places ascending
 * @param {number} gap
 */
export function spread(places, gap) {
  const step = Math.min(gap, 1 / Math.max(1, places.length - 1));
  const found = [...places];
  for (let i = 1; i < found.length; i += 1) found[i] = Math.max(found[i] ?? 0, (found[i - 1] ?? 0) + step);
  for (let i = found.length - 1, most = 1; i >= 0; i -= 1, most -= step) found[i] = Math.min(found[i] ?? 0, most);
  return found;
}
