/**
 * Pieces of text as pdf.js reports them -> upright pieces: lines run along x, and y falls from line to line.
 *
 * A page may be turned as a whole; text at other angles is a watermark or a side note and is left out. Vertical text,
 * also when it is drawn glyph by glyph, is turned so that its columns become lines.
 * Source: ISO 32000-1, 9.4.4 (text space) and 9.7.4.3 (vertical writing).
 */

/**
 * @typedef {object} Item in points; `transform` is [a b c d x y], y upwards
 * @property {string} str
 * @property {number[]} transform
 * @property {number} width
 * @property {number} height
 * @property {boolean} vertical
 */

/** @typedef {{str: string, x0: number, x1: number, y: number, size: number}} Piece in points; y: baseline, upwards */

// Radians by which text may deviate from a right angle.
const MOST_TILT = 0.1;
// Share of the size: height of a glyph above its baseline.
const ASCENT = 0.88;
// Steps between glyphs of a vertical column, and how far they may be beside each other, in sizes.
const SHORTEST_STEP = 0.7;
const LONGEST_STEP = 2.2;
const MOST_SHIFT = 0.4;
// Share of the usual size: readings are half as large, notes are larger.
const READING_SIZE = 0.6;
const KANA = /^[\s\u3040-\u30ff]+$/;
// Characters counted of one piece; more would not change the result.
const ENOUGH = 200;

/** @typedef {{item: Item, turn: number, x: number, y: number, size: number}} Placed */

/** @param {Item} item @returns {Placed | undefined} with the number of quarter turns; undefined if it is tilted */
function place(item) {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform;
  const size = Math.hypot(c, d) || item.height;
  if (!item.str.trim() || !Number.isFinite(x + y + size) || size <= 0) return undefined;
  const angle = Math.atan2(b, a) / (Math.PI / 2);
  const turn = Math.round(angle);
  if (Math.abs(angle - turn) * (Math.PI / 2) > MOST_TILT) return undefined;
  return { item, turn: (turn + 4) % 4, x, y, size };
}

/** @param {Placed} placed @returns {Placed} turned back to horizontal */
function upright(placed) {
  const { x, y, turn } = placed;
  const places = /** @type {const} */ ([
    [x, y],
    [y, -x],
    [-x, -y],
    [-y, x],
  ]);
  const [newX, newY] = places[/** @type {0 | 1 | 2 | 3} */ (turn)];
  return { ...placed, x: newX, y: newY };
}

/** @param {Placed} placed */
const weight = ({ item }) => Math.min(item.str.trim().length, ENOUGH);

/**
 * Return the value that most characters have.
 * @param {readonly Placed[]} placed
 * @param {(one: Placed) => number} value
 */
function usual(placed, value) {
  /** @type {Map<number, number>} */
  const seen = new Map();
  for (const one of placed) seen.set(value(one), (seen.get(value(one)) ?? 0) + weight(one));
  return Array.from(seen).reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0])[0];
}

/** Whether a glyph stands below another, as in a vertical column. @param {Placed} above @param {Placed} below */
function stacked(above, below) {
  const size = Math.min(above.size, below.size);
  const step = (above.y - below.y) / size;
  const shift = Math.abs(above.x + above.item.width / 2 - below.x - below.item.width / 2) / size;
  return shift < MOST_SHIFT && step > SHORTEST_STEP && step < LONGEST_STEP;
}

/** Whether most characters of a page are in vertical columns. @param {readonly Placed[]} placed */
function isVertical(placed) {
  let down = 0;
  let all = 0;
  for (const [index, one] of placed.entries()) {
    const { str, vertical } = one.item;
    const [before, after] = [placed[index - 1], placed[index + 1]];
    const glyph = str.trim().length <= 2 && ((before && stacked(before, one)) || (after && stacked(one, after)));
    if (vertical || glyph) down += weight(one);
    all += weight(one);
  }
  return down * 2 > all;
}

/** @param {Placed} placed @returns {Piece} */
function across({ item, x, y, size }) {
  const spaces = item.str.length - item.str.trimStart().length;
  const x0 = x + (spaces * item.width) / item.str.length;
  return { str: item.str.trim(), x0, x1: x + item.width, y, size };
}

/** @param {Placed} placed @returns {Piece} of vertical text, with its column as the line */
function down({ item, x, y, size }) {
  const x0 = item.vertical ? -y : -y - ASCENT * size;
  const length = item.vertical ? item.height : size;
  return { str: item.str.trim(), x0, x1: x0 + length, y: item.vertical ? x : x + item.width / 2, size };
}

/** Return the size of most characters. @param {readonly Placed[]} placed */
export const usualSize = (placed) => usual(placed, (one) => Math.round(one.size * 2) / 2);

/**
 * Return a page's pieces as they stand on it, without white space and what is tilted.
 * @param {readonly Item[]} items
 * @returns {Placed[]}
 */
export function standing(items) {
  const all = items.flatMap((item) => place(item) ?? []);
  const turn = usual(all, (one) => one.turn);
  return all.filter((one) => one.turn === turn).map(upright);
}

/**
 * Return the pieces of the text, without readings.
 * @param {readonly Placed[]} placed
 * @returns {Piece[]}
 */
export function pieces(placed) {
  const size = usualSize(placed);
  const body = placed.filter(({ item, size: own }) => !(own < size * READING_SIZE && KANA.test(item.str)));
  return body.map(isVertical(body) ? down : across);
}
