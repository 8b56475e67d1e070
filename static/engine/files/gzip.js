/**
 * Unpacks gzip files of the build.
 *
 * Straight into one array: through a Blob and a Response, which is shorter to write, the bytes pass another process
 * and take 1.5 times as long.
 */
import { gather } from "./gather.js";

/** @typedef {import("../protocol.js").Bytes} Bytes */

const MAGIC = [0x1f, 0x8b];
// Largest ratio of unpacked to packed bytes. Source: https://zlib.net/zlib_tech.html
const MOST_PER_BYTE = 1032;

/** @param {Bytes} bytes */
const isPacked = (bytes) => MAGIC.every((byte, index) => bytes[index] === byte);

/** @param {number} size of the contents, as far as known */
function unpacking(size) {
  const { readable, writable } = new DecompressionStream("gzip");
  const contents = gather(/** @type {ReadableStream<Bytes>} */ (readable), size);
  contents.catch(() => undefined); // Reported to the caller of end(), like all errors of writing.
  const writer = writable.getWriter();
  return {
    write: (/** @type {Bytes} */ piece) => void writer.write(piece).catch(() => undefined),
    end: () => {
      writer.close().catch(() => undefined);
      return contents;
    },
  };
}

/**
 * Return the size of the contents, which is at the end of a gzip file. Source: RFC 1952, section 2.3.1
 * @param {Bytes} bytes
 */
function sizeOf(bytes) {
  const said = new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 4, true);
  return Math.min(said, MOST_PER_BYTE * bytes.length);
}

/** Unpack a file. @param {Bytes} bytes of a gzip file, or its contents where a server or our store has unpacked it */
export async function unpacked(bytes) {
  if (!isPacked(bytes) || bytes.length < 4) return bytes;
  const { write, end } = unpacking(sizeOf(bytes));
  write(bytes);
  return end();
}

/**
 * Unpack a file while it arrives.
 * @param {number} size of the contents; a wrong one only costs time
 */
export function unpacker(size) {
  /** @type {ReturnType<typeof unpacking> | "none" | undefined} */
  let work;
  return {
    /** @param {Bytes} piece must not be changed afterwards */
    write(piece) {
      work ??= isPacked(piece) ? unpacking(size) : "none";
      if (work !== "none") work.write(piece);
    },
    /** @param {Bytes} bytes all pieces in one array */
    end: (bytes) => (work && work !== "none" ? work.end() : unpacked(bytes)),
  };
}
