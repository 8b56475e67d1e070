/**
 * Pieces of text with their positions on a PDF's pages -> text.
 *
 * A PDF has no lines, paragraphs or readings, only positions of glyphs. Small kana above a line are readings and are
 * removed. Spaces from justification between full-width characters are removed. A wide gap is a new paragraph. A line
 * at the top or bottom of most pages (a running title, a page number) is removed. The engine joins wrapped lines, as in
 * any pasted text.
 * Source: ISO 32000-1, 9.4.4 (text space); the pieces are pdf.js's `TextItem`.
 */

/**
 * @typedef {object} Item in points; `transform` is [a b c d x y], y upwards
 * @property {string} str
 * @property {number[]} transform
 * @property {number} width
 * @property {number} height
 * @property {boolean} hasEOL
 * @property {boolean} vertical
 */

/** @typedef {{text: string, y: number, height: number, vertical: boolean}} Line */

// Share of the usual height of the page's text; readings are half as high, notes are higher.
const READING_HEIGHT = 0.6;
// From this distance of lines, in heights, a new paragraph begins.
const PARAGRAPH_GAP = 2.1;
// Lines at the top and at the bottom of a page that may be its running title or number.
const EDGE = 2;
// With fewer pages, repeated lines cannot be recognised.
const FEWEST_PAGES = 3;
const KANA = /^[\s\u3040-\u30ff]+$/;
const WIDE = "[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\u3000-\\u303f\\uff00-\\uffef]";
// Share of the line's height: a gap as wide as a character is the author's, a narrower one is justification.
const SPACE_WIDTH = 0.8;
// Marks a gap that pdf.js has replaced by a space.
const GAP = "\u2009";
const GAPS = new RegExp(`(?<=${WIDE})${GAP}(?=${WIDE})`, "gu");

/** @param {number[]} values */
const median = (values) => values.slice().sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/**
 * Return the height of most of the page's characters.
 * @param {readonly Item[]} items
 */
const usualHeight = (items) =>
  median(items.flatMap(({ str, height }) => Array.from({ length: Math.min(str.trim().length, 200) }, () => height)));

/** Remove the spaces that are not the author's. @param {string} text */
const spaced = (text) => text.replace(GAPS, "").replaceAll(GAP, " ").trim();

/**
 * @param {readonly Item[]} items
 * @returns {Line[]}
 */
function toLines(items) {
  const usual = usualHeight(items);
  /** @type {Line[]} */
  const lines = [];
  /** @type {Line | undefined} */
  let line;
  for (const { str, transform, width, height, hasEOL, vertical } of items) {
    const reading = height > 0 && height < usual * READING_HEIGHT && KANA.test(str);
    if (str && !reading) {
      line ??= { text: "", y: transform[5] ?? 0, height: height || usual, vertical };
      line.text += str.trim() ? str : width < line.height * SPACE_WIDTH ? GAP : "\u3000";
    }
    if (hasEOL && line) {
      lines.push(line);
      line = undefined;
    }
  }
  if (line) lines.push(line);
  return lines.map((found) => ({ ...found, text: spaced(found.text) })).filter(({ text }) => text);
}

/** Return a line with its numbers replaced: page numbers and dates in running titles differ. @param {string} text */
const shape = (text) => text.normalize("NFKC").replace(/\d+/g, "#").replace(/\s+/g, " ");

/** @param {readonly Line[]} lines */
const edges = (lines) => new Set([...lines.slice(0, EDGE), ...lines.slice(-EDGE)]);

/**
 * Return the shapes of lines at the top or bottom of more than half of the pages.
 * @param {readonly (readonly Line[])[]} pages
 */
function repeated(pages) {
  /** @type {Map<string, number>} */
  const seen = new Map();
  for (const lines of pages) {
    const shapes = new Set(Array.from(edges(lines), ({ text }) => shape(text)));
    for (const one of shapes) seen.set(one, (seen.get(one) ?? 0) + 1);
  }
  const many = pages.length >= FEWEST_PAGES ? pages.length / 2 : Infinity;
  return new Set(Array.from(seen).flatMap(([one, times]) => (times > many ? [one] : [])));
}

/** @param {readonly Line[]} lines */
function pageText(lines) {
  let text = "";
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const gap = before && !line.vertical && before.y - line.y > PARAGRAPH_GAP * Math.max(line.height, before.height);
    text += (before ? (gap ? "\n\n" : "\n") : "") + line.text;
  }
  return text;
}

/**
 * Return the text of all pages in order.
 * @param {readonly (readonly Item[])[]} pages
 */
export function pagesText(pages) {
  const all = pages.map(toLines);
  const furniture = repeated(all);
  const kept = all.map((lines) => {
    const edge = edges(lines);
    return lines.filter((line) => !edge.has(line) || !furniture.has(shape(line.text)));
  });
  return kept
    .map(pageText)
    .filter((text) => text)
    .join("\n");
}
