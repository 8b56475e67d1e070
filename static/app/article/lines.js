/** Divides a text: into its lines, and a long one into parts that are drawn one by one. */

// UTF-16 code units of a part, and from there on, of the place where it may end.
const PART = 3000;
const REACH = 1000;

/**
 * Yield the lines of a part of `text` as [start, end), without their breaks. Offsets count UTF-16 code units.
 * @param {string} text
 * @param {number} [from]
 * @param {number} [to]
 */
export function* lines(text, from = 0, to = text.length) {
  for (let start = from; start <= to;) {
    const found = text.indexOf("\n", start);
    const end = found < 0 || found > to ? to : found;
    yield { start, end };
    start = end + 1;
  }
}

/** Return where a part ends: after a line, else after a sentence, else before a character. @param {string} text @param {number} least */
function endOfPart(text, least) {
  if (least >= text.length) return text.length;
  const near = text.slice(least, least + REACH);
  const found = ["\n", "。"].map((mark) => near.indexOf(mark)).find((place) => place >= 0);
  if (found !== undefined) return least + found + 1;
  return /^[\udc00-\udfff]/.test(near) ? least + 1 : least;
}

/**
 * Yield the parts of `text` as [start, end).
 * @param {string} text
 */
export function* parts(text) {
  for (let start = 0; start < text.length;) {
    const end = endOfPart(text, start + PART);
    yield { start, end };
    start = end;
  }
}
