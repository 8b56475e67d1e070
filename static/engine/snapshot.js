/**
 * The interpreter's memory as one file: taken from a started interpreter, put back into a fresh one.
 *
 *     64 bytes   SHA-256 of all that follows, in hexadecimal
 *      4 bytes   length of the description, little-endian
 *                description: JSON, see `Description`
 *                Pyodide's own header: the JavaScript objects that the memory refers to
 *                the memory without its empty pages
 *
 * Source: Pyodide 314.0.7, `src/core/snapshot.ts` and `src/js/pyodide.ts`: the interface is private, and this is
 * the only file that knows it; the version is pinned. Files of the interpreter are not in the memory. Leaves it
 * to `keeper.js` and `store.js` when a snapshot is made and where it is kept.
 */
import { EngineError } from "./protocol.js";

/** @typedef {import("./protocol.js").Bytes} Bytes */
/** @typedef {import("pyodide").PyodideAPI} Pyodide */

/**
 * What has to be the same when the memory is put back, and where its pages go.
 * @typedef {object} Description
 * @property {number} format
 * @property {string} agent the browser: another one may set up other functions around the same wasm
 * @property {number} header bytes
 * @property {number} heap bytes
 * @property {[start: number, end: number][]} runs pages that are not empty, joined; bytes
 */

/** @typedef {{HEAPU8: Uint8Array, _malloc: (bytes: number) => number}} Module as far as it is used here */
/** @typedef {(settings: object) => Promise<Module>} Create */
/** @typedef {{description: Description, header: Bytes, pages: Bytes}} Snapshot */

const FORMAT = 1;
const PAGE = 4096;
const DIGEST = 64;
const WORD = 4;

/** @param {Bytes} bytes */
async function sha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Start and end of every stretch of `heap` that has something in it, in whole pages.
 * @param {Bytes} heap
 */
function occupied(heap) {
  const words = new Uint32Array(heap.buffer, heap.byteOffset, heap.length / WORD);
  /** @type {[number, number][]} */
  const runs = [];
  for (let start = 0; start < heap.length; start += PAGE) {
    const end = Math.min(start + PAGE, heap.length);
    let word = start / WORD;
    while (word < end / WORD && words[word] === 0) word += 1;
    if (word === end / WORD) continue;
    const last = runs.at(-1);
    if (last && last[1] === start) last[1] = end;
    else runs.push([start, end]);
  }
  return runs;
}

/** What `loadPyodide` needs to be told so that `takeSnapshot` works later. */
export const KEEPABLE = { _makeSnapshot: true };

/**
 * The memory of an interpreter that was started with `KEEPABLE`, as a file.
 * @param {Pyodide} pyodide
 * @returns {Promise<Bytes>}
 */
export async function takeSnapshot(pyodide) {
  const api = /** @type {{makeMemorySnapshot(): Bytes}} */ (/** @type {unknown} */ (pyodide));
  const whole = api.makeMemorySnapshot();
  const [, header = 0] = new Uint32Array(whole.buffer, 0, 2);
  const heap = whole.subarray(header);
  const runs = occupied(heap);
  /** @type {Description} */
  const description = { format: FORMAT, agent: navigator.userAgent, header, heap: heap.length, runs };
  const text = new TextEncoder().encode(JSON.stringify(description));
  const pages = runs.map(([start, end]) => heap.subarray(start, end));
  const length = pages.reduce((sum, page) => sum + page.length, DIGEST + WORD + text.length + header);
  const file = new Uint8Array(length);
  new DataView(file.buffer).setUint32(DIGEST, text.length, true);
  let at = DIGEST + WORD;
  for (const part of [text, whole.subarray(0, header), ...pages]) {
    file.set(part, at);
    at += part.length;
  }
  file.set(new TextEncoder().encode(await sha256(file.subarray(DIGEST))));
  return file;
}

/** @param {Bytes} file */
async function verify(file) {
  const expected = new TextDecoder().decode(file.subarray(0, DIGEST));
  if ((await sha256(file.subarray(DIGEST))) !== expected) throw new EngineError("damaged", "snapshot");
}

/**
 * Opens a file that `takeSnapshot` wrote; throws where it is damaged beyond reading or of another browser.
 * @param {Bytes} file
 * @returns {Snapshot}
 */
function parse(file) {
  if (file.length < DIGEST + WORD) throw new EngineError("damaged", "snapshot: too short");
  const textEnd = DIGEST + WORD + new DataView(file.buffer, file.byteOffset).getUint32(DIGEST, true);
  const text = new TextDecoder().decode(file.subarray(DIGEST + WORD, textEnd));
  /** @type {Description} */
  let description;
  try {
    description = JSON.parse(text);
  } catch (error) {
    throw new EngineError("damaged", `snapshot: ${error}`);
  }
  const { format, agent, header } = description;
  if (format !== FORMAT || agent !== navigator.userAgent) throw new EngineError("mismatch", "snapshot");
  const headerEnd = textEnd + header;
  return { description, header: file.slice(textEnd, headerEnd), pages: file.subarray(headerEnd) };
}

/**
 * Begins to read what `takeSnapshot` gave. Whoever uses it awaits `verified` before any text goes into the
 * memory that was restored from it.
 * @param {Blob} blob
 * @returns {{snapshot: Promise<Snapshot>, verified: Promise<void>}}
 */
export function readSnapshot(blob) {
  const file = blob.arrayBuffer().then((buffer) => new Uint8Array(buffer));
  const snapshot = file.then(parse);
  const verified = file.then(verify);
  // Whoever awaits them hears of a failure; nobody does where something else fails first.
  for (const promise of [snapshot, verified]) promise.catch(() => undefined);
  return { snapshot, verified };
}

/**
 * Puts the pages into a fresh module's memory, which is first made as large as the old one was.
 * @param {Module} module
 * @param {Snapshot} snapshot
 */
function fill(module, { description: { heap, runs }, pages }) {
  while (module.HEAPU8.length < heap) {
    if (!module._malloc(heap - module.HEAPU8.length)) throw new EngineError("memory", `snapshot: ${heap} bytes`);
  }
  const memory = module.HEAPU8;
  let from = 0;
  let filled = 0;
  for (const [start, end] of runs) {
    memory.fill(0, filled, start);
    memory.set(pages.subarray(from, from + end - start), start);
    from += end - start;
    filled = end;
  }
  if (from !== pages.length) throw new EngineError("damaged", "snapshot: length");
  memory.fill(0, filled);
}

/**
 * What `loadPyodide` needs to be told to start from `snapshot`. Pyodide can only restore what fits into the
 * memory that a module begins with. So the pages are put in here, and it is given the header without them.
 * @param {Create} create makes the module; from pyodide.asm.mjs
 * @param {Promise<Snapshot>} snapshot
 */
export const restoring = (create, snapshot) => ({
  _loadSnapshot: snapshot.then(({ header }) => header),
  createPyodideModule: async (/** @type {object} */ settings) => {
    const module = await create(settings);
    fill(module, await snapshot);
    return module;
  },
});
