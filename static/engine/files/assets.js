/**
 * Fetches one file of the engine: counts its bytes, checks its hash, and unpacks or compiles it while it arrives.
 *
 * It is unpacked here because the worker that needs it is busy making the interpreter. The service worker decides
 * where the bytes come from. A damaged copy (from a cache, for example) is fetched once more, past all caches; the
 * service worker then replaces its own copy too.
 */
import { EngineError } from "../../shared/engine-error.js";
import { gather } from "./gather.js";
import { unpacker } from "./gzip.js";
import { check, checked, hashesOf } from "./integrity.js";

/** @typedef {(bytes: number) => void} Count called with the number of bytes that have arrived since the last call */
/** @typedef {import("../protocol.js").Bytes} Bytes */
/** @typedef {import("../protocol.js").Part} Part */

const WASM = "pyodide.asm.wasm";

/**
 * @param {string} address
 * @param {RequestCache} cache "reload": past all caches, the service worker's too (see ../../service-worker/files.js)
 */
async function get(address, cache) {
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
 * Collect the body into one array.
 * @param {Response} response
 * @param {number} expected bytes
 * @param {Count} count
 * @param {(piece: Bytes) => void} also gets each piece too
 */
async function received(response, expected, count, also) {
  if (!response.body) return new Uint8Array();
  try {
    return await gather(response.body, expected, (piece) => {
      count(piece.length);
      also(piece);
    });
  } catch (error) {
    throw new EngineError("unreachable", `${response.url}: ${error}`);
  }
}

/**
 * Unpack a file.
 * @param {Response} response
 * @param {Asset} asset
 * @param {Count} count
 * @returns {Promise<Bytes>}
 */
async function contents(response, asset, count) {
  const { write, end } = unpacker(asset.bytesUnpacked);
  const bytes = await received(response, asset.bytes, count, write);
  return checked(end(bytes), bytes, asset.url, hashesOf(asset));
}

/**
 * Compile the wasm.
 * @param {Response} response
 * @param {Asset} asset
 * @param {Count} count
 */
async function compiled(response, asset, count) {
  /** @type {ReadableStreamDefaultController<Bytes> | undefined} */
  let feed;
  const stream = new ReadableStream({ start: (controller) => void (feed = controller) });
  const copy = new Response(stream, { headers: { "Content-Type": "application/wasm" } });
  const compiling = WebAssembly.compileStreaming(copy).catch((error) => {
    throw new EngineError("damaged", `${response.url}: ${error}`);
  });
  compiling.catch(() => undefined); // Handled below, unless the download itself fails.
  try {
    const bytes = await received(response, asset.bytes, count, (piece) => feed?.enqueue(piece));
    feed?.close();
    const [module] = await Promise.all([compiling, check(bytes, asset.url, hashesOf(asset))]);
    return module;
  } catch (error) {
    feed?.error(error);
    throw error;
  }
}

/**
 * Fetch a file, a second time if the first copy is damaged.
 * @param {Asset} asset
 * @param {Count} count
 * @returns {Promise<Part>}
 */
export async function fetchAsset(asset, count) {
  const make = asset.name === WASM ? compiled : contents;
  try {
    return await make(await get(asset.url, "default"), asset, count);
  } catch (thrown) {
    if (!(thrown instanceof EngineError) || thrown.code !== "damaged") throw thrown;
    const again = await get(asset.url, "reload").catch(() => Promise.reject(thrown));
    return make(again, asset, () => undefined);
  }
}
