/**
 * The pieces of text on a PDF's pages -> text, one paragraph a line with an empty line between them.
 *
 * A PDF has no lines, paragraphs, columns or readings, only positions of glyphs; each of the modules beside this one
 * finds one of them.
 */
import { blocks, median } from "./columns.js";
import { Margins } from "./margins.js";
import { paragraphs } from "./paragraphs.js";
import { pieces, standing } from "./pieces.js";

/** @typedef {import("./columns.js").Line} Line */
/** @typedef {import("./pieces.js").Item} Item */

// Share of characters that are none: codes of a font without a table of characters.
const MOST_CODES = 0.05;
const CODES = /[^\P{C}\s\p{Cf}]/gu;

// In sizes of most lines: the headline of a printed page.
const HEADLINE = 1.3;

/**
 * Remove what a printed page has above its headline: the site's menu and notices.
 * @param {readonly Line[][]} found @returns {Line[][]}
 */
function fromHeadline(found) {
  const lines = found.flat();
  const largest = lines.reduce((best, line) => (line.size > best.size ? line : best), { size: 0 });
  if (largest.size < HEADLINE * median(lines.map(({ size }) => size))) return [...found];
  const first = lines.indexOf(/** @type {Line} */ (largest));
  const kept = new Set(lines.slice(first));
  return found.map((block) => block.filter((line) => kept.has(line)));
}

/** Whether a text is mostly codes of glyphs, not characters. @param {string} text */
export function unreadable(text) {
  const size = text.replace(/\s/g, "").length;
  return size > 0 && (text.match(CODES)?.length ?? 0) > size * MOST_CODES;
}

/** Collects pages; `text` may be asked for once all of them are there. */
export class Pages {
  #margins = new Margins();
  /** @type {import("./pieces.js").Placed[][]} */
  #pages = [];

  /** @param {readonly Item[]} items of the next page */
  add(items) {
    const placed = standing(items);
    this.#margins.add(placed);
    this.#pages.push(placed);
  }

  /** Give the text; other work may be done after each page. @returns {Generator<undefined, string>} */
  *text() {
    /** @type {Line[][]} */
    const found = [];
    for (const [page, placed] of this.#pages.entries()) {
      const own = blocks(pieces(this.#margins.without(placed)));
      found.push(...(page === 0 && this.#margins.fromBrowser ? fromHeadline(own) : own));
      yield;
    }
    return paragraphs(found).join("\n\n");
  }
}
