/**
 * Pieces of text with their places on a PDF's pages -> text.
 *
 * A PDF knows no lines, paragraphs or readings, only where glyphs stand. Small kana over the line are readings and
 * go; spaces that justification made between full-width characters go; a wide gap is a new paragraph; a line that
 * stands at the top or bottom of most pages (a running title, a page number) goes. Joining wrapped lines is left
 * to the engine, which does so for any pasted text.
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

// Of the usual height of the page's text: readings are half as high, notes are not.
const READING_HEIGHT = 0.6;
// Distance of lines, in heights, from which something new begins.
const PARAGRAPH_GAP = 2.1;
// Lines at either end of a page that may be its running title or number.
const EDGE = 2;
// On fewer pages nothing can be told from repetition.
const FEWEST_PAGES = 3;
const KANA = /^[\s\u3040-\u30ff]+$/;
const WIDE = "[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\u3000-\\u303f\\uff00-\\uffef]";
// Of the line's height: a gap as wide as a character is the author's, a narrower one is justification.
const SPACE_WIDTH = 0.8;
// Stands for a gap that pdf.js has made a space of.
const GAP = "\u2009";
const GAPS = new RegExp(`(?<=${WIDE})${GAP}(?=${WIDE})`, "gu");

/** @param {number[]} values */
const median = (values) => values.slice().sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/**
 * The height of most of the page's characters.
 * @param {readonly Item[]} items
 */
const usualHeight = (items) =>
  median(items.flatMap(({ str, height }) => Array.from({ length: Math.min(str.trim().length, 200) }, () => height)));

/** Spaces as the author has them. @param {string} text */
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
  return lines
    .map((found) => ({ ...found, text: spaced(found.text) }))
    .filter(({ text }) => text);
}

/** Page numbers differ, and so do running titles with a date in them. @param {string} text */
const shape = (text) => text.normalize("NFKC").replace(/\d+/g, "#").replace(/\s+/g, " ");

/** @param {readonly Line[]} lines */
const edges = (lines) => new Set([...lines.slice(0, EDGE), ...lines.slice(-EDGE)]);

/**
 * Shapes of lines that stand at an edge of more than half of the pages.
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
 * The text of all pages, in their order.
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
