/**
 * Unpacks what the build has packed.
 *
 * Straight into one piece of memory: by way of a Blob and a Response, which is shorter to write, the same bytes go
 * through another process and take half as long again.
 */
import { gather } from "./gather.js";

/** @typedef {import("../protocol.js").Bytes} Bytes */

const MAGIC = [0x1f, 0x8b];
// No gzip file holds more, by its bytes. Source: https://zlib.net/zlib_tech.html
const MOST_PER_BYTE = 1032;

/** @param {Bytes} bytes */
const isPacked = (bytes) => MAGIC.every((byte, index) => bytes[index] === byte);

/** @param {number} size of the contents, as far as it is known */
function unpacking(size) {
  const { readable, writable } = new DecompressionStream("gzip");
  const contents = gather(/** @type {ReadableStream<Bytes>} */ (readable), size);
  contents.catch(() => undefined); // It is heard of by whoever waits for the contents; so are all errors of writing.
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
 * Size of the contents, as a gzip file ends with it. Source: RFC 1952, section 2.3.1
 * @param {Bytes} bytes
 */
function sizeOf(bytes) {
  const said = new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 4, true);
  return Math.min(said, MOST_PER_BYTE * bytes.length);
}

/** @param {Bytes} bytes of a gzip file, or the contents where a server or our own store has it unpacked */
export async function unpacked(bytes) {
  if (!isPacked(bytes) || bytes.length < 4) return bytes;
  const { write, end } = unpacking(sizeOf(bytes));
  write(bytes);
  return end();
}

/**
 * The same for what is still coming in.
 * @param {number} size of the contents; another is as good, only slower
 */
export function unpacker(size) {
  /** @type {ReturnType<typeof unpacking> | "none" | undefined} */
  let work;
  return {
    /** @param {Bytes} piece not to be changed afterwards */
    write(piece) {
      work ??= isPacked(piece) ? unpacking(size) : "none";
      if (work !== "none") work.write(piece);
    },
    /** @param {Bytes} bytes all that was written, in one piece */
    end: (bytes) => (work && work !== "none" ? work.end() : unpacked(bytes)),
  };
}
