/**
 * Fetches what the engine needs, all at once: counts the bytes, holds them against their hashes, unpacks.
 *
 * The wasm is compiled while it streams in; its bytes are counted on the side, and hashed while Python starts.
 * Leaves to the service worker where the bytes come from.
 */
import { EngineError, engineError } from "./protocol.js";

/** @typedef {(bytes: number) => void} Count called with the bytes that have come in since the last call */

/** @typedef {import("./protocol.js").Bytes} Bytes */

// Size to begin with where it is not known; bytes.
const STOCK_GUESS = 1 << 20;
const GZIP_MAGIC = [0x1f, 0x8b];
const WASM = "pyodide.asm.wasm";
// What the memory snapshot holds already.
const SPARED = ["stdlib.zip", "app.zip", "dictionary.bin"];

/**
 * @param {string} address
 * @param {RequestCache} [cache] "reload": past all caches, the service worker's too (see ../offline/files.js)
 */
async function get(address, cache = "default") {
  let response;
  try {
    response = await fetch(address, { cache });
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
 * Throws where the bytes are not those that the build wrote, packed or unpacked. Without a secure context there
 * is no digest to be had, and without one there is nothing that a hash would protect.
 * @param {Bytes} bytes
 * @param {Asset} asset
 */
async function check(bytes, asset) {
  if (!crypto.subtle) return;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (hex === asset.sha256 || hex === asset.sha256Unpacked) return;
  throw new EngineError("damaged", `${asset.url}: sha256 ${hex}`);
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
 * One asset, checked and unpacked. A copy that is damaged (a byte in a cache) is fetched once more, past all
 * caches: the one from the server then takes its place there too.
 * @param {Response} response
 * @param {Asset} asset
 * @param {Count} count
 */
async function contents(response, asset, count) {
  const bytes = await received(response, asset.bytes, count);
  return checked(bytes, asset).catch(async (damaged) => {
    const again = await get(asset.url, "reload").catch(() => Promise.reject(damaged));
    return checked(new Uint8Array(await again.arrayBuffer()), asset);
  });
}

/**
 * A server that sends `.gz` files with `Content-Encoding: gzip` makes the browser unpack them before we see
 * them: then there is nothing to do but to check.
 * @param {Bytes} bytes
 * @param {Asset} asset
 */
async function checked(bytes, asset) {
  const packed = asset.gzip && isGzip(bytes);
  const [, plain] = await Promise.all([check(bytes, asset), packed ? unpacked(new Blob([bytes])) : bytes]).catch(
    (thrown) => Promise.reject(engineError(thrown, "damaged")),
  );
  return plain;
}

/** @param {Blob} blob */
const bytesOf = async (blob) => new Uint8Array(await blob.arrayBuffer());

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
 * @property {Promise<unknown>} verified settles once the wasm and what is spare are known to be what the build wrote
 * @property {Promise<Record<string, Blob>>} spare name -> what a snapshot stands for, as stored
 */

/**
 * Starts to fetch all of `assets`. A failure shows in all promises or in `files` alone.
 * @param {readonly Asset[]} assets
 * @param {Count} count
 * @param {Promise<boolean>} restoring whether there is a snapshot, so that some of them are only spare
 * @param {boolean} anew fetch the wasm past all caches: it has been found damaged, too late to fetch it again
 * @returns {Download}
 */
export function fetchAssets(assets, count, restoring, anew) {
  const mode = (/** @type {Asset} */ { name }) => (anew && name === WASM ? "reload" : "default");
  const responses = new Map(assets.map((asset) => [asset, get(asset.url, mode(asset))]));
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
  const verified = all.then(() => {
    const checks = assets.map(async (asset) => {
      const blob = spare[asset.name];
      if (blob) await check(await bytesOf(blob), asset);
      else if (asset === wasm && code) await check(code, asset);
    });
    return Promise.all(checks);
  });
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
  const entries = Object.entries(spare).map(async ([name, blob]) => {
    const asset = assets.find((one) => one.name === name);
    return [name, asset && (await checked(await bytesOf(blob), asset))];
  });
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
