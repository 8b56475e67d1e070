/**
 * Yield the lines of `text` as [start, end), without their breaks. Offsets count UTF-16 code units.
 * @param {string} text
 */
export function* lines(text) {
  for (let start = 0; start <= text.length;) {
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found;
    yield { start, end };
    start = end + 1;
  }
}
