/**
 * A started interpreter as a file: written by the build (in Node), put back into a fresh module by the worker.
 *
 *      4 bytes   length of the description, little-endian
 *                description: JSON, see `Description`
 *                Pyodide's own header: the JavaScript objects that the memory refers to
 *                the pages that are not as a fresh module has them, mixed with those (exclusive or)
 *
 * Two things are left out of the pages because the dictionary's file has them already: its own bytes, and the
 * rows of connection costs that Python has made of it (see connection-costs.js). The file therefore holds Python, its
 * modules and nothing else, and no text that anybody ever pasted.
 *
 * Source: Pyodide 314.0.7, `src/core/snapshot.ts` and `src/js/pyodide.ts`: the interface is private, and this is
 * the only file that knows it; the version is pinned. Files of the interpreter are not in the memory.
 */
import { EngineError } from "../../shared/engine-error.js";
import { costsOf } from "./connection-costs.js";

/** @typedef {import("../protocol.js").Bytes} Bytes */
/** @typedef {import("pyodide").PyodideAPI} Pyodide */
/** @typedef {import("./connection-costs.js").Matrix} Matrix */

/**
 * What the pages are and what goes into the places that they leave empty. Addresses and lengths in bytes.
 * @typedef {object} Description
 * @property {number} format
 * @property {number} header length of Pyodide's header
 * @property {number} heap length of the memory
 * @property {number} fresh up to here, a page that is left out is as a fresh module has it; beyond, it is empty
 * @property {[start: number, end: number][]} runs pages that are here, joined
 * @property {number} dictionary address of the dictionary's bytes
 * @property {Matrix} matrix where in them the connection costs are
 * @property {number[]} rows addresses of the rows made of those
 * @property {string} costs sha256 of the rows, one behind the other, in hexadecimal
 */

/** @typedef {{HEAPU8: Bytes}} Module as far as it is used here */
/** @typedef {{instance: WebAssembly.Instance, imports: WebAssembly.Imports}} Made a module, and what it was made with */
/**
 * What has to be known of a module to fill its memory.
 * @typedef {object} Fresh
 * @property {Bytes} data a copy of the memory before anything ran in it, up to where its data end and its stack begins
 * @property {() => number} used address below which everything is that was written since; beyond, all is zero
 * @property {(bytes: number) => void} grow makes the memory as large
 */
/** @typedef {import("../worker/python.js").Create} Create */
/** @typedef {{description: Description, header: Bytes, pages: Bytes}} Snapshot */
/** @typedef {{header: Bytes, matrix: Matrix}} Early what of a snapshot can be of use before the rest of it is here */

const FORMAT = 2;
// Bytes of what is a page here; the system's are larger. A quarter of the memory that is written at all is empty in
// stretches of this size, and a start has the less to read. Smaller ones would save little more.
const PAGE = 256;
const WORD = 4;

/**
 * Whether two stretches of whole words are equal; `other` may be shorter, and counts as zero from there.
 * @param {Uint32Array} words
 * @param {Uint32Array} other
 * @param {number} start
 * @param {number} end
 */
function same(words, other, start, end) {
  for (let at = start; at < end; at += 1) {
    if (words[at] !== (at < other.length ? other[at] : 0)) return false;
  }
  return true;
}

/**
 * Start and end of every stretch of `heap` that is not as in `fresh`, in whole pages.
 * @param {Bytes} heap
 * @param {Bytes} fresh
 */
function changed(heap, fresh) {
  const words = new Uint32Array(heap.buffer, heap.byteOffset, heap.length / WORD);
  const other = new Uint32Array(fresh.buffer, fresh.byteOffset, fresh.length / WORD);
  /** @type {[number, number][]} */
  const runs = [];
  for (let start = 0; start < heap.length; start += PAGE) {
    const end = Math.min(start + PAGE, heap.length);
    if (same(words, other, start / WORD, end / WORD)) continue;
    const last = runs.at(-1);
    if (last && last[1] === start) last[1] = end;
    else runs.push([start, end]);
  }
  return runs;
}

/**
 * An instance in which nothing has run yet.
 * @param {Made} made
 * @returns {Fresh}
 */
export function freshModule({ instance: { exports }, imports }) {
  const { memory, __stack_low, emscripten_get_sbrk_ptr } =
    /** @type {{memory: WebAssembly.Memory, __stack_low: WebAssembly.Global, emscripten_get_sbrk_ptr: () => number}} */ (
      /** @type {unknown} */ (exports)
    );
  const grow = imports["env"]?.["emscripten_resize_heap"];
  return {
    data: new Uint8Array(memory.buffer, 0, __stack_low.value).slice(),
    // Emscripten's malloc takes memory by sbrk alone.
    used: () => new DataView(memory.buffer).getUint32(emscripten_get_sbrk_ptr(), true),
    grow: (bytes) => void (typeof grow === "function" && grow(bytes)),
  };
}

/**
 * What is alike in a page and in the fresh one becomes zero, which packs better; done twice, it is undone.
 * @param {Bytes} heap changed in place
 * @param {Bytes} fresh
 * @param {[start: number, end: number][]} runs
 */
function mix(heap, fresh, runs) {
  const words = new Uint32Array(heap.buffer, heap.byteOffset, heap.length / WORD);
  const other = new Uint32Array(fresh.buffer, fresh.byteOffset, fresh.length / WORD);
  for (const [start, end] of runs) {
    const last = Math.min(end / WORD, other.length);
    for (let at = start / WORD; at < last; at += 1) {
      words[at] = /** @type {number} */ (words[at]) ^ /** @type {number} */ (other[at]);
    }
  }
}

/** What `loadPyodide` needs to be told so that `takeSnapshot` works later. */
export const KEEPABLE = { _makeSnapshot: true };

/**
 * The memory of an interpreter that was started with `KEEPABLE`, as a file.
 * @param {Pyodide} pyodide
 * @param {object} places what of the memory need not be in the file
 * @param {Bytes} places.fresh memory of a module in which nothing has run yet, up to where its data end
 * @param {[start: number, end: number][]} places.unused addresses between which nothing is of use
 * @param {Bytes} places.dictionary
 * @param {number} places.address of the dictionary's bytes in the memory
 * @param {Matrix} places.matrix
 * @param {number[]} places.rows
 * @param {string} places.costs
 * @returns {Bytes}
 */
export function takeSnapshot(pyodide, { fresh, unused, dictionary, address, matrix, rows, costs }) {
  const api = /** @type {{makeMemorySnapshot(): Bytes}} */ (/** @type {unknown} */ (pyodide));
  const whole = api.makeMemorySnapshot();
  const [, header = 0] = new Uint32Array(whole.buffer, 0, 2);
  const heap = whole.slice(header);
  for (const [start, end] of unused) heap.fill(0, start, end);
  heap.fill(0, address, address + dictionary.length);
  for (const row of rows) heap.fill(0, row, row + matrix.count * 2);
  const runs = changed(heap, fresh);
  /** @type {Description} */
  const description = {
    format: FORMAT, header, heap: heap.length, fresh: fresh.length, runs, dictionary: address, matrix, rows, costs,
  }; // prettier-ignore
  const text = new TextEncoder().encode(JSON.stringify(description));
  mix(heap, fresh, runs);
  const parts = [text, whole.subarray(0, header), ...runs.map(([start, end]) => heap.subarray(start, end))];
  const file = new Uint8Array(parts.reduce((sum, part) => sum + part.length, WORD));
  new DataView(file.buffer).setUint32(0, text.length, true);
  let at = WORD;
  for (const part of parts) {
    file.set(part, at);
    at += part.length;
  }
  return file;
}

/**
 * Opens a file that `takeSnapshot` wrote.
 * @param {Bytes} file
 * @returns {Snapshot}
 */
export function readSnapshot(file) {
  try {
    const textEnd = WORD + new DataView(file.buffer, file.byteOffset).getUint32(0, true);
    /** @type {Description} */
    const description = JSON.parse(new TextDecoder().decode(file.subarray(WORD, textEnd)));
    if (description.format !== FORMAT) throw new Error(`format ${description.format}`);
    const headerEnd = textEnd + description.header;
    return { description, header: file.slice(textEnd, headerEnd), pages: file.subarray(headerEnd) };
  } catch (error) {
    throw new EngineError("mismatch", `snapshot: ${error}`);
  }
}

/**
 * Makes a fresh module's memory what the snapshot's was; it is first made as large.
 * @param {Module} module
 * @param {Snapshot} snapshot
 * @param {Fresh} fresh
 * @param {Bytes} dictionary
 * @param {Bytes} costs the rows made of the dictionary
 */
export function fill(module, { description, pages }, { data, used, grow }, dictionary, costs) {
  const { heap, runs, rows, matrix } = description;
  if (data.length !== description.fresh) throw new EngineError("mismatch", `snapshot: ${data.length} fresh bytes`);
  const written = used();
  if (module.HEAPU8.length < heap) grow(heap);
  const memory = module.HEAPU8;
  if (memory.length < heap) throw new EngineError("memory", `snapshot: ${heap} bytes`);
  let from = 0;
  let filled = 0;
  // What nobody has written to need not be touched: the system gives out a page when it is.
  const leave = (/** @type {number} */ end) => {
    memory.set(data.subarray(filled, end), filled);
    memory.fill(0, Math.max(filled, data.length), Math.max(Math.min(end, written), filled, data.length));
  };
  for (const [start, end] of runs) {
    leave(start);
    memory.set(pages.subarray(from, from + end - start), start);
    from += end - start;
    filled = end;
  }
  leave(memory.length);
  mix(memory, data, runs);
  if (from !== pages.length) throw new EngineError("mismatch", "snapshot: length");
  memory.set(dictionary, description.dictionary);
  const length = 2 * matrix.count;
  for (const [index, row] of rows.entries()) memory.set(costs.subarray(index * length, (index + 1) * length), row);
}

/**
 * What `loadPyodide` needs to be told to start from a snapshot. Pyodide can only restore what fits into the
 * memory that a module begins with. So the pages are put in here, and it is given the header without them.
 * All that can be done before everything is here is done by then.
 * @param {Create} create makes the module; from pyodide.asm.mjs
 * @param {Early} early
 * @param {object} parts
 * @param {Promise<Snapshot>} parts.snapshot
 * @param {Promise<Bytes>} parts.dictionary
 * @param {Promise<Bytes | undefined>} [parts.costs] made of it already
 * @param {Promise<Fresh>} parts.fresh
 */
export function restoring(create, { header, matrix }, { snapshot, dictionary, costs, fresh }) {
  const rows = Promise.all([dictionary, costs]).then(([bytes, made]) => made ?? costsOf(bytes, matrix));
  const parts = Promise.all([snapshot, fresh, dictionary, rows]);
  parts.catch(() => undefined); // It is heard of below, unless the module itself cannot be made.
  return {
    _loadSnapshot: header,
    createPyodideModule: async (/** @type {Parameters<Create>[0]} */ settings) => {
      const module = await create(settings);
      fill(/** @type {Module} */ (/** @type {unknown} */ (module)), ...(await parts));
      return module;
    },
  };
}
