/** Whether bytes are those that the build wrote. */
import { EngineError } from "../../shared/engine-error.js";
import { sha256 } from "../../shared/sha256.js";

/** @typedef {import("../protocol.js").Bytes} Bytes */

/**
 * Hashes under which a file is whole: packed, or unpacked. A server that sends `.gz` files with
 * `Content-Encoding: gzip` makes the browser unpack them before we see them; our own store keeps them unpacked.
 * @param {Asset} asset
 */
export const hashesOf = ({ sha256, sha256Unpacked }) => (sha256Unpacked ? [sha256, sha256Unpacked] : [sha256]);

/**
 * Throws where the bytes have none of the hashes. Without a secure context there is no digest to be had, and
 * without one there is nothing that a hash would protect.
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
 * What is made of the bytes beside the check of them; where they are damaged, that is what is said, whatever it led to.
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
