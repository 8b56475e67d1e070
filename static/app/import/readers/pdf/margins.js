/**
 * What is printed around the text of a page: running titles, page numbers, what a browser prints, footnotes.
 *
 * A line at the top or bottom that has the same shape and place on other pages is a running title. Page numbers and
 * the lines that browsers print (date, address) are known by their form, so that one page is enough.
 */
import { usualSize } from "./pieces.js";

/** @typedef {import("./pieces.js").Item} Item */
/** @typedef {import("./pieces.js").Placed} Placed */
/** @typedef {{text: string, y: number, size: number, items: Item[]}} Row */

// Lines at the top and at the bottom of a page that are examined.
const EDGE = 2;
// Points: pieces of a row, and of the same row on another page.
const SAME_ROW = 2;
const SAME_PLACE = 4;
// Share of the pages that a running title is on; left and right pages may have their own.
const OFTEN = 0.4;
// Shares of the usual size.
const SMALL = 0.92;
const NOTE_SIZE = 0.88;

const NUMBER =
  /^[-–—―ー~〜・\s]*(?:p\.?|page|第)?\s*\d{1,4}\s*(?:ページ|頁)?(?:\s*(?:\/|of)\s*\d{1,4}\s*(?:ページ|頁)?)?[-–—―ー~〜・\s]*$/i;
const ADDRESS = /https?:\/\/\S+/;
const PRINTED = /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s+\d{1,2}:\d{2}/;
const NOTE = /^(?:[*＊※†‡]|注|[(（]?\d{1,2}[)）.．\s])/;
// Characters beside an address that are a title or a number, not a sentence about it.
const FEW = 12;

/** @param {readonly Placed[]} placed @returns {Row[]} from the top */
function rows(placed) {
  /** @type {Row[]} */
  const found = [];
  for (const { item, y, size } of placed.toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const row = found.at(-1);
    if (row && row.y - y <= SAME_ROW) {
      row.text += ` ${item.str.trim()}`;
      row.items.push(item);
      row.size = Math.max(row.size, size);
    } else found.push({ text: item.str.trim(), y, size, items: [item] });
  }
  return found;
}

/** Return a line with its numbers replaced: page numbers and dates in running titles differ. @param {string} text */
const shape = (text) => text.normalize("NFKC").replace(/\d+/g, "#").replace(/\s+/g, " ");

/** @param {readonly Row[]} all */
const edges = (all) => [...new Set([...all.slice(0, EDGE), ...all.slice(-EDGE)])];

/** @param {Row} row */
function isBrowsers(row) {
  const text = row.text.normalize("NFKC").trim();
  return PRINTED.test(text) || (ADDRESS.test(text) && text.replace(ADDRESS, "").trim().length <= FEW);
}

/** @param {Row} row @param {number} size of most characters */
const isPrinted = (row, size) =>
  NUMBER.test(row.text.normalize("NFKC").trim()) || (isBrowsers(row) && row.size <= size * SMALL);

/** Return the rows of the notes below the text. @param {readonly Row[]} all @param {number} size of most characters */
function notes(all, size) {
  let first = all.length;
  for (let at = all.length - 1; at > all.length / 2 && (all[at]?.size ?? 0) <= size * NOTE_SIZE; at -= 1) {
    if (NOTE.test(all[at]?.text.normalize("NFKC") ?? "")) first = at;
  }
  return all.slice(first);
}

/** Collects the edges of all pages, then chooses for each what is not its text. */
export class Margins {
  /** @type {Map<string, number[]>} shape of a line at an edge -> its places on the pages */
  #seen = new Map();
  #pages = 0;
  /** Whether a browser printed the document: its lines with date or address are around the first page. */
  fromBrowser = false;

  /** @param {readonly Placed[]} placed a page */
  add(placed) {
    this.#pages += 1;
    for (const row of edges(rows(placed))) {
      const { text, y } = row;
      if (this.#pages === 1 && isBrowsers(row)) this.fromBrowser = true;
      const places = this.#seen.get(shape(text));
      if (places) places.push(y);
      else this.#seen.set(shape(text), [y]);
    }
  }

  /** @param {Row} row */
  #repeats(row) {
    const places = this.#seen.get(shape(row.text)) ?? [];
    const same = places.filter((y) => Math.abs(y - row.y) <= SAME_PLACE);
    return same.length >= Math.max(2, this.#pages * OFTEN);
  }

  /** Return a page without its edges and notes. @param {readonly Placed[]} placed added before */
  without(placed) {
    const size = usualSize(placed);
    const all = rows(placed);
    const around = edges(all).filter((row) => isPrinted(row, size) || this.#repeats(row));
    const rest = all.filter((row) => !around.includes(row));
    const dropped = new Set([...around, ...notes(rest, size)].flatMap((row) => row.items));
    return placed.filter(({ item }) => !dropped.has(item));
  }
}
