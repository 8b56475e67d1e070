/**
 * Fetches what the engine needs, all at once: counts the bytes, holds them against their hashes, unpacks.
 *
 * The wasm is compiled while it streams in; its bytes are counted on the side, and hashed while Python starts.
 * Leaves to the service worker where the bytes come from.
 */
import { EngineError } from "./protocol.js";

/** @typedef {(bytes: number) => void} Count called with the bytes that have come in since the last call */

/** @typedef {import("./protocol.js").Bytes} Bytes */

// Size to begin with where it is not known; bytes.
const STOCK_GUESS = 1 << 20;
const GZIP_MAGIC = [0x1f, 0x8b];
const WASM = "pyodide.asm.wasm";
// What the memory snapshot holds already.
const SPARED = ["stdlib.zip", "app.zip", "dictionary.bin"];

/** @param {string} address */
async function get(address) {
  let response;
  try {
    response = await fetch(address);
  } catch (error) {
    throw new EngineError("unreachable", `${address}: ${error}`);
  }
  if (!response.ok) throw new EngineError("missing", `${address}: ${response.status}`);
  return response;
}

/**
 * The body in one piece, counted as it comes in.
 * @param {Response} response
 * @param {number} expected bytes; a guess, to be right most of the time
 * @param {Count} count
 */
async function received(response, expected, count) {
  let bytes = new Uint8Array(expected);
  let length = 0;
  const reader = response.body?.getReader();
  try {
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true };
      if (done || !value) return bytes.subarray(0, length);
      if (length + value.length > bytes.length) {
        const larger = new Uint8Array(2 * (length + value.length));
        larger.set(bytes);
        bytes = larger;
      }
      bytes.set(value, length);
      length += value.length;
      count(value.length);
    }
  } catch (error) {
    throw new EngineError("unreachable", `${response.url}: ${error}`);
  }
}

/** @param {Bytes} bytes */
const isGzip = (bytes) => GZIP_MAGIC.every((byte, index) => bytes[index] === byte);

/**
 * Throws where the bytes are not those that the build wrote. Without a secure context there is no digest
 * to be had, and without one there is nothing that a hash would protect.
 * @param {Bytes} bytes
 * @param {Asset} asset
 */
async function check(bytes, asset) {
  if (!crypto.subtle) return;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (hex !== asset.sha256) throw new EngineError("damaged", `${asset.url}: sha256 ${hex}`);
}

/** The contents of what is gzipped; of anything else, itself. @param {Blob} blob */
export async function unpacked(blob) {
  if (!isGzip(new Uint8Array(await blob.slice(0, GZIP_MAGIC.length).arrayBuffer()))) {
    return new Uint8Array(await blob.arrayBuffer());
  }
  const stream = blob.stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/**
 * One asset, checked and unpacked. A server that sends `.gz` files with `Content-Encoding: gzip` makes the
 * browser unpack them before we see them: then there is nothing to do, and nothing to hold the hash against.
 * @param {Response} response
 * @param {Asset} asset
 * @param {Count} count
 */
async function contents(response, asset, count) {
  return checked(await received(response, asset.bytes, count), asset);
}

/**
 * @param {Bytes} bytes
 * @param {Asset} asset
 */
async function checked(bytes, asset) {
  if (asset.gzip && !isGzip(bytes)) return bytes;
  const [, plain] = await Promise.all([check(bytes, asset), asset.gzip ? unpacked(new Blob([bytes])) : bytes]);
  return plain;
}

/**
 * @param {Asset} asset
 * @param {Blob} blob as stored
 */
const unpackSpare = async (asset, blob) => checked(new Uint8Array(await blob.arrayBuffer()), asset);

/** @param {Response} response */
async function compiled(response) {
  try {
    return await WebAssembly.compileStreaming(response);
  } catch (error) {
    throw new EngineError("damaged", `${response.url}: ${error}`);
  }
}

/**
 * @typedef {object} Download
 * @property {Promise<Record<string, Bytes>>} files name -> contents, unpacked
 * @property {Promise<WebAssembly.Module>} module of the wasm, which is not among the files
 * @property {Promise<void>} verified settles once the wasm, too, is known to be what the build wrote
 * @property {Promise<Record<string, Blob>>} spare name -> what a snapshot stands for, as stored
 */

/**
 * Starts to fetch all of `assets`. A failure shows in all promises or in `files` alone.
 * @param {readonly Asset[]} assets
 * @param {Count} count
 * @param {Promise<boolean>} restoring whether there is a snapshot, so that some of them are only spare
 * @returns {Download}
 */
export function fetchAssets(assets, count, restoring) {
  const responses = new Map(assets.map((asset) => [asset, get(asset.url)]));
  const wasm = assets.find((asset) => asset.name === WASM);
  const response = (wasm && responses.get(wasm)) ?? Promise.reject(new EngineError("missing", WASM));
  const copy = response.then((original) => original.clone());
  const module = copy.then(() => response).then(compiled);
  module.catch(() => undefined); // Whoever awaits `files` first hears of it there.
  /** @type {Record<string, Bytes>} */
  const files = {};
  /** @type {Record<string, Blob>} */
  const spare = {};
  /** @type {Bytes | undefined} */
  let code;
  const all = Promise.all(
    [...responses].map(async ([asset, answer]) => {
      if (asset === wasm) code = await received(await copy, asset.bytes, count);
      else if (SPARED.includes(asset.name) && (await restoring)) spare[asset.name] = await (await answer).blob();
      else files[asset.name] = await contents(await answer, asset, count);
    }),
  );
  const verified = all.then(() => (wasm && code ? check(code, wasm) : undefined));
  const spares = all.then(() => spare);
  for (const promise of [verified, spares]) promise.catch(() => undefined); // The same.
  return { module, files: all.then(() => files), spare: spares, verified };
}

/**
 * The spare files, checked and unpacked after all.
 * @param {readonly Asset[]} assets
 * @param {Record<string, Blob>} spare
 * @returns {Promise<Record<string, Bytes>>}
 */
export async function unpackSpares(assets, spare) {
  const wanted = assets.filter(({ name }) => spare[name]);
  const entries = wanted.map(async (asset) => [asset.name, await unpackSpare(asset, /** @type {Blob} */ (spare[asset.name]))]);
  return Object.fromEntries(await Promise.all(entries));
}

/**
 * Fetches the files that only the stock engine uses (name -> contents, names without their folder).
 * @param {readonly string[]} addresses
 * @param {Count} count
 * @returns {Promise<Record<string, Bytes>>}
 */
export async function fetchStock(addresses, count) {
  const entries = addresses.map(async (address) => {
    const name = address.slice(address.lastIndexOf("/") + 1);
    return [name, await received(await get(address), STOCK_GUESS, count)];
  });
  return Object.fromEntries(await Promise.all(entries));
}
