/** Checks that bytes are those that the build wrote. */
import { EngineError } from "../../shared/engine-error.js";
import { sha256 } from "../../shared/sha256.js";

/** @typedef {import("../protocol.js").Bytes} Bytes */

/**
 * Return the valid hashes of a file: packed, and unpacked. If a server sends `.gz` files with
 * `Content-Encoding: gzip`, the browser unpacks them before we see them; our store keeps them unpacked.
 * @param {Asset} asset
 */
export const hashesOf = ({ sha256, sha256Unpacked }) => (sha256Unpacked ? [sha256, sha256Unpacked] : [sha256]);

/**
 * Throw if the bytes have none of the hashes. Without a secure context there are no digests, and a hash would
 * protect nothing.
 * @param {Bytes} bytes
 * @param {string} name for the message
 * @param {readonly string[]} hashes sha256 in hexadecimal
 */
export async function check(bytes, name, hashes) {
  if (!crypto.subtle) return;
  const hex = await sha256(bytes);
  if (!hashes.includes(hex)) throw new EngineError("damaged", `${name}: sha256 ${hex}`);
}

/**
 * Return what is made of the bytes after checking them. If they are damaged, that is the error, not what it led to.
 * @template T
 * @param {Promise<T>} made
 * @param {Bytes} bytes
 * @param {string} name
 * @param {readonly string[]} hashes
 */
export async function checked(made, bytes, name, hashes) {
  made.catch(() => undefined);
  await check(bytes, name, hashes);
  return made;
}
