/**
 * Decodes the connection costs of the packed dictionary, as `youten.morphology.connection.decode` does in Python,
 * where it takes 0.2 s of every start. The build compares the two results.
 *
 * Source: `py/youten/morphology/connection.py`, which explains the four steps. Little-endian machines only.
 */

/** @typedef {import("../protocol.js").Bytes} Bytes */

/**
 * Where the packed costs are in the dictionary's file.
 * @typedef {object} Matrix
 * @property {number} count of ids: rows, and 16-bit numbers in a row
 * @property {number} low offset of the low bytes of the residuals, in bytes
 * @property {number} high offset of the high bytes
 * @property {number} parents offset of four lists of 16-bit numbers
 * @property {number} bias added to every residual
 */

/**
 * Add to each line, in order, its parent, which comes before it. A line that is its own parent stays.
 * @param {Uint16Array} matrix
 * @param {number} count
 * @param {Uint16Array} parents
 */
function undo(matrix, count, parents) {
  for (let line = 0; line < count; line += 1) {
    const parent = /** @type {number} */ (parents[line]);
    if (parent === line) continue;
    const own = matrix.subarray(line * count, (line + 1) * count);
    const other = matrix.subarray(parent * count, (parent + 1) * count);
    for (let at = 0; at < count; at += 1) own[at] = /** @type {number} */ (own[at]) + /** @type {number} */ (other[at]);
  }
}

// Lines that are transposed together, so that both sides stay in the processor's cache.
const BLOCK = 64;

/**
 * @param {Uint16Array} matrix
 * @param {number} count
 */
function transposed(matrix, count) {
  const turned = new Uint16Array(matrix.length);
  for (let top = 0; top < count; top += BLOCK) {
    const bottom = Math.min(top + BLOCK, count);
    for (let column = 0; column < count; column += 1) {
      for (let row = top; row < bottom; row += 1) {
        turned[column * count + row] = /** @type {number} */ (matrix[row * count + column]);
      }
    }
  }
  return turned;
}

/**
 * Return the rows by left id, joined; each is the bytes of `count` signed 16-bit costs by right id.
 * @param {Bytes} dictionary
 * @param {Matrix} where
 * @returns {Bytes}
 */
export function costsOf(dictionary, { count, low, high, parents, bias }) {
  const size = count * count;
  let matrix = new Uint16Array(size);
  for (let at = 0; at < size; at += 1) {
    const upper = /** @type {number} */ (dictionary[high + at]);
    const lower = /** @type {number} */ (dictionary[low + at]);
    matrix[at] = ((upper << 8) | lower) - bias;
  }
  const lists = new Uint16Array(dictionary.slice(parents, parents + 8 * count).buffer);
  const list = (/** @type {number} */ step) => lists.subarray(step * count, (step + 1) * count);
  undo(matrix, count, list(0));
  undo(matrix, count, list(1));
  matrix = transposed(matrix, count);
  undo(matrix, count, list(2));
  undo(matrix, count, list(3));
  return new Uint8Array(matrix.buffer);
}
