/** Unpacks what the build has packed. */

/** @typedef {import("./protocol.js").Bytes} Bytes */

const MAGIC = [0x1f, 0x8b];

/** @param {Bytes} bytes of a gzip file, or the contents where a server or our own store has it unpacked */
export async function unpacked(bytes) {
  if (!MAGIC.every((byte, index) => bytes[index] === byte)) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
