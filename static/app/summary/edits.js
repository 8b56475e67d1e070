/** What the reader changed in the box of each article: kept while the page is open, and with the draft. */

import { SILENT } from "../article/spans.js";

/** @typedef {import("../../engine/protocol.js").SummarySentence} SummarySentence */

/**
 * @typedef {object} OwnLine a line in the form that the reader chose
 * @property {SummarySentence} sentence
 * @property {boolean} kept it stays, whatever else is chosen
 * @property {boolean} added it stands besides the lines that were asked for
 * @property {boolean} shaped in another form than the program's: as written, or short
 */

/**
 * @typedef {object} Edits
 * @property {number[]} out where sentences begin that the reader does not want; UTF-16 code units of the article
 * @property {OwnLine[]} own
 */

// Articles whose edits are remembered.
const MOST = 20;
// Of one line, UTF-16 code units.
const LONGEST = 5000;

/** @type {Map<string, Edits>} by the text of the article, the last one changed at the end */
const remembered = new Map();

/** @type {() => void} */
let changed = () => undefined;

/** Call `listener` after every change. @param {() => void} listener */
export const onEdits = (listener) => void (changed = listener);

/** Whether nothing that a reader can see was cut from a line. @param {SummarySentence} line */
export const isWhole = ({ trims }) => trims.every(({ rule }) => SILENT.includes(rule));

/** @param {string} text */
export const editsOf = (text) => remembered.get(text);

/**
 * Check the segments of a line: parts of the article, in order.
 * @param {any} sentence
 * @param {string} text
 */
function isOfArticle({ segments, start, end, trims, parts }, text) {
  let at = Number(start);
  const inOrder = (/** @type {[number, number]} */ [from, to]) => {
    const fits = Number.isInteger(from) && Number.isInteger(to) && from >= at && to > from && to <= end;
    at = to;
    return fits;
  };
  return end <= text.length && end - start <= LONGEST && segments.length && segments.every(inOrder) && trims && parts;
}

/**
 * Return stored edits; undefined if they are damaged or of another article.
 * @param {any} stored
 * @param {string} text
 * @returns {Edits | undefined}
 */
function checked(stored, text) {
  try {
    const own = stored.own.map((/** @type {OwnLine} */ { sentence, ...how }) => {
      if (!isOfArticle(sentence, text)) throw new TypeError("not a line of this article");
      const said = sentence.segments.map(([from, to]) => text.slice(from, to)).join("");
      return { ...how, sentence: { ...sentence, text: said } };
    });
    return { out: stored.out.filter(Number.isInteger), own };
  } catch {
    return undefined;
  }
}

/**
 * Remember the edits of an article.
 * @param {string} text
 * @param {unknown} edits undefined, or nothing in them: as chosen by the program
 */
export function setEdits(text, edits) {
  remembered.delete(text);
  const found = edits ? checked(edits, text) : undefined;
  if (found && found.out.length + found.own.length) remembered.set(text, found);
  for (const oldest of remembered.keys()) if (remembered.size > MOST) remembered.delete(oldest);
  changed();
}
