/**
 * Upright pieces -> blocks of lines in the order of reading.
 *
 * Lines that leave the same gap free, with text on both sides of it, are columns: the left one is read first. Rows of
 * a table leave gaps too, but their cells do not fill the width.
 * Source: the gutters of Breuel, "Two Geometric Algorithms for Layout Analysis" (2002), found from line to line.
 */

import { WIDE } from "../join.js";

/** @typedef {import("./pieces.js").Piece} Piece */
/** @typedef {{text: string, x0: number, x1: number, y: number, size: number}} Line */
/** @typedef {{y: number, size: number, segments: Line[]}} Row */
/** @typedef {[start: number, end: number]} Free */

// In sizes: pieces of one row, with raised ones, a gap between segments, the gutter of columns, the narrowest column.
const SAME_ROW = 0.5;
const SEGMENT_GAP = 1.6;
const GUTTER = 1.2;
const NARROWEST = 8;
// A gap as wide as a character is the author's, a narrower one is justification.
const SPACE = 0.8;
const WORD_SPACE = 0.15;
// Lines of a column, and the share of its width that most of them fill; those of a table's cells do not.
const FEWEST = 3;
const FILLED = 0.6;
// A line apart from the columns, in distances of lines; and a larger one, in sizes.
const APART = 1.7;
const LARGER = 1.15;
// With more rows a page is no page of text, and is not examined for columns.
const MOST_ROWS = 1000;
const SMALL_MARK = /^[\d*＊†‡※()（）,、]+$/;

/** @param {number[]} values @returns {number} the lower median */
export const median = (values) => values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0;

/**
 * Return what stands between two texts, by the width of the gap in sizes.
 * @param {string} before @param {string} after @param {number} gap
 */
function between(before, after, gap) {
  const wide = WIDE.test(before.slice(-1)) && WIDE.test(after.slice(0, 1));
  if (wide) return gap > SPACE ? "\u3000" : "";
  return gap > WORD_SPACE ? " " : "";
}

/** Join the pieces of one row from the left. @param {Piece[]} pieces @returns {Line[]} */
function segments(pieces) {
  /** @type {Line[]} */
  const found = [];
  /** @type {Piece | undefined} */
  let last;
  const size = Math.max(...pieces.map((piece) => piece.size));
  for (const piece of pieces.sort((a, b) => a.x0 - b.x0)) {
    // Drawn twice to look bold; a mark of a note.
    if (last && last.str === piece.str && piece.x0 - last.x0 < size * 0.3) continue;
    if (last && piece.size < size * 0.75 && SMALL_MARK.test(piece.str)) continue;
    const line = found.at(-1);
    const gap = line ? (piece.x0 - line.x1) / size : Infinity;
    if (line && gap < SEGMENT_GAP) {
      line.text += between(line.text, piece.str, gap) + piece.str;
      line.x1 = Math.max(line.x1, piece.x1);
      line.size = Math.max(line.size, piece.size);
    } else found.push({ text: piece.str, x0: piece.x0, x1: piece.x1, y: piece.y, size: piece.size });
    last = piece;
  }
  return found;
}

/** @param {readonly Piece[]} pieces @returns {Row[]} from the top */
function toRows(pieces) {
  /** @type {{y: number, size: number, pieces: Piece[]}[]} */
  const rows = [];
  for (const piece of pieces.toSorted((a, b) => b.y - a.y)) {
    const row = rows.at(-1);
    // The first piece of a row may be raised.
    if (row && row.y - piece.y < SAME_ROW * Math.max(row.size, piece.size)) row.pieces.push(piece);
    else rows.push({ y: piece.y, size: piece.size, pieces: [piece] });
  }
  return rows.map(({ pieces: own }) => {
    const { y, size } = own.reduce((best, piece) => (piece.size > best.size ? piece : best));
    return { y, size, segments: segments(own) };
  });
}

/** @param {Row} row @returns {Free[]} */
function freeIn({ segments: own }) {
  /** @type {Free[]} */
  const free = [];
  let start = -Infinity;
  for (const { x0, x1 } of own) {
    free.push([start, x0]);
    start = x1;
  }
  return [...free, [start, Infinity]];
}

/** @param {Free[]} one @param {Free[]} other @param {number} least width @returns {Free[]} what both leave free */
const common = (one, other, least) =>
  one.flatMap(([a, b]) =>
    other.flatMap(([c, d]) => {
      /** @type {Free} */
      const both = [Math.max(a, c), Math.min(b, d)];
      return both[1] - both[0] >= least ? [both] : [];
    }),
  );

/** The part of a row on one side of a gutter. @param {Row} row @param {(line: Line) => boolean} side */
function part(row, side) {
  const own = row.segments.filter(side);
  return own.length ? [{ ...row, segments: own }] : [];
}

/** Whether rows are a column of running text. @param {readonly Row[]} rows @param {number} size */
function fills(rows, size) {
  const widths = rows.map(({ segments: own }) => (own.at(-1)?.x1 ?? 0) - (own[0]?.x0 ?? 0));
  const width = Math.max(...widths);
  return rows.length >= FEWEST && width >= NARROWEST * size && median(widths) >= FILLED * width;
}

/**
 * Return the two sides of the first gutter of a run that has columns on both.
 * @param {readonly Row[]} run @param {readonly Free[]} free @param {number} size
 */
function sides(run, free, size) {
  for (const [start, end] of free) {
    const middle = (start + end) / 2;
    if (!Number.isFinite(middle)) continue;
    const left = run.flatMap((row) => part(row, ({ x0 }) => x0 < middle));
    const right = run.flatMap((row) => part(row, ({ x0 }) => x0 > middle));
    if (fills(left, size) && fills(right, size)) return { left, right };
  }
  return undefined;
}

/** Whether a row at the edge of a run stands apart from it. @param {readonly Row[]} run @param {number} at @param {number} next */
function apart(run, at, next) {
  const [row, beside] = [run[at], run[next]];
  if (!row || !beside || row.segments.length > 1) return false;
  const step = median(run.slice(1).map(({ y }, index) => (run[index]?.y ?? y) - y));
  return row.size > beside.size * LARGER || Math.abs(row.y - beside.y) > step * APART;
}

/**
 * Return the columns that begin at a row, and how many rows they have; undefined if there are none.
 * @param {readonly Row[]} rows @param {number} first @param {number} size
 */
function columnsAt(rows, first, size) {
  /** @type {Free[]} */
  let free = [[-Infinity, Infinity]];
  let end = first;
  while (end < rows.length) {
    const next = common(free, freeIn(/** @type {Row} */ (rows[end])), GUTTER * size);
    // Beside the text there is always room; inside of it nothing is left here.
    if (end > first && free.some(isInside) && !next.some(isInside)) break;
    free = next;
    end += 1;
    if (!free.some(isInside) && (rows[first]?.segments.length ?? 0) > 1) return undefined;
  }
  const run = rows.slice(first, end);
  if (apart(run, 0, 1)) return undefined;
  if (apart(run, run.length - 1, run.length - 2)) run.pop();
  const found = sides(run, free, size);
  return found && { ...found, end: first + run.length };
}

/** @param {Free} free */
const isInside = ([start, end]) => Number.isFinite(start) && Number.isFinite(end);

/** @param {Row} row @returns {Line} */
function toLine({ segments: own, y, size }) {
  return {
    text: own.map(({ text }) => text).join("\t"),
    x0: own[0]?.x0 ?? 0,
    x1: own.at(-1)?.x1 ?? 0,
    y,
    size,
  };
}

/** @param {readonly Row[]} rows @param {number} size @returns {Line[][]} */
function cut(rows, size) {
  /** @type {Line[][]} */
  const blocks = [];
  /** @type {Row[]} */
  let plain = [];
  const flush = () => {
    if (plain.length) blocks.push(plain.map(toLine));
    plain = [];
  };
  for (let at = 0; at < rows.length;) {
    const columns = columnsAt(rows, at, size);
    if (columns) {
      flush();
      blocks.push(...cut(columns.left, size), ...cut(columns.right, size));
      at = columns.end;
    } else {
      plain.push(/** @type {Row} */ (rows[at]));
      at += 1;
    }
  }
  flush();
  return blocks;
}

/**
 * Return blocks of lines in the order of reading.
 * @param {readonly Piece[]} pieces
 * @returns {Line[][]}
 */
export function blocks(pieces) {
  const rows = toRows(pieces);
  const size = median(rows.map((row) => row.size));
  // Without two segments on a row, nothing shows where a gutter is, unless lines of columns are at different heights.
  if (rows.length > MOST_ROWS || rows.length < FEWEST) return rows.length ? [rows.map(toLine)] : [];
  return cut(rows, size);
}
