/** Collects a stream into one array. */

/** @typedef {import("../protocol.js").Bytes} Bytes */

/**
 * Collect a stream. If its length is the expected one, nothing is copied twice.
 * @param {ReadableStream<Bytes>} stream
 * @param {number} expected bytes
 * @param {(piece: Bytes) => void} [each] gets every piece as it arrives, and may keep it
 * @returns {Promise<Bytes>}
 */
export async function gather(stream, expected, each) {
  let bytes = new Uint8Array(expected);
  let length = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return length === bytes.length ? bytes : bytes.slice(0, length);
    if (length + value.length > bytes.length) {
      const larger = new Uint8Array(2 * (length + value.length));
      larger.set(bytes);
      bytes = larger;
    }
    bytes.set(value, length);
    length += value.length;
    each?.(value);
  }
}
