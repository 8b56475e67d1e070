/**
 * A started interpreter as a file: written by the build (in Node), restored into a fresh module by the worker.
 *
 *      4 bytes   length of the description, little-endian
 *                description: JSON, see `Description`
 *                Pyodide's own header: the JavaScript objects that the memory refers to
 *                the pages that differ from a fresh module's, combined with those by exclusive or
 *
 * Two things are left out of the pages because they can be made from the dictionary's file: its own bytes, and the
 * rows of connection costs (see connection-costs.js). So the file holds Python and its modules, and no text of any
 * reader.
 *
 * Source: Pyodide 314.0.7, `src/core/snapshot.ts` and `src/js/pyodide.ts`. The interface is private; only this file
 * uses it, and the version is pinned. Files of the interpreter are not in the memory.
 */
import { EngineError } from "../../shared/engine-error.js";

/** @typedef {import("../protocol.js").Bytes} Bytes */
/** @typedef {import("pyodide").PyodideAPI} Pyodide */
/** @typedef {import("./connection-costs.js").Matrix} Matrix */

/**
 * What the pages are, and what fills the places that they leave out. Addresses and lengths in bytes.
 * @typedef {object} Description
 * @property {number} format
 * @property {number} header length of Pyodide's header
 * @property {number} heap length of the memory
 * @property {number} fresh pages that are left out are those of a fresh module up to here, and empty beyond
 * @property {[start: number, end: number][]} runs of pages that are in the file
 * @property {number} dictionary address of the dictionary's bytes
 * @property {Matrix} matrix where in them the connection costs are
 * @property {number[]} rows addresses of the rows of connection costs
 * @property {string} costs sha256 of the joined rows, in hexadecimal
 */

/** @typedef {{HEAPU8: Bytes}} Module the part of it that is used here */
/** @typedef {{instance: WebAssembly.Instance, imports: WebAssembly.Imports}} Made a module, and what it was made with */
/**
 * What must be known of a module to fill its memory.
 * @typedef {object} Fresh
 * @property {Bytes} data a copy of the memory before anything ran in it, from 0 to the end of its data
 * @property {() => number} used end of the memory that was written since; beyond, all is zero
 * @property {(bytes: number) => void} grow makes the memory this large
 */
/** @typedef {import("../worker/python.js").Create} Create */
/** @typedef {{description: Description, header: Bytes, pages: Bytes}} Snapshot */

const FORMAT = 2;
// Page size in bytes, smaller than the system's: a quarter of the written memory is empty in pages of this size, so a
// start reads less. Smaller pages would save little more.
const PAGE = 256;
const WORD = 4;

/**
 * Whether two runs of words are equal; `other` may be shorter, and counts as zero beyond its end.
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
 * Return start and end of each run of pages of `heap` that differ from `fresh`.
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
 * Describe an instance in which nothing has run yet.
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
    // Emscripten's malloc takes memory through sbrk only.
    used: () => new DataView(memory.buffer).getUint32(emscripten_get_sbrk_ptr(), true),
    grow: (bytes) => void (typeof grow === "function" && grow(bytes)),
  };
}

/**
 * Combine pages with the fresh ones by exclusive or: equal words become zero, which packs better. A second call undoes it.
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

/** Options of `loadPyodide` that `takeSnapshot` needs. */
export const KEEPABLE = { _makeSnapshot: true };

/**
 * Return the memory of an interpreter that was started with `KEEPABLE`, as a file.
 * @param {Pyodide} pyodide
 * @param {object} places parts of the memory that are not needed in the file
 * @param {Bytes} places.fresh memory of a module in which nothing has run yet, up to the end of its data
 * @param {[start: number, end: number][]} places.unused ranges of addresses that hold nothing useful
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
 * Read a file that `takeSnapshot` wrote.
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
 * Grow a fresh module's memory to the snapshot's size and fill it with the snapshot's contents.
 * @param {Module} module
 * @param {Snapshot} snapshot
 * @param {Fresh} fresh
 */
export function fill(module, { description, pages }, { data, used, grow }) {
  const { heap, runs } = description;
  if (data.length !== description.fresh) throw new EngineError("mismatch", `snapshot: ${data.length} fresh bytes`);
  const written = used();
  if (module.HEAPU8.length < heap) grow(heap);
  const memory = module.HEAPU8;
  if (memory.length < heap) throw new EngineError("memory", `snapshot: ${heap} bytes`);
  let from = 0;
  let filled = 0;
  // Untouched memory stays untouched: the system provides a page only when it is used.
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
}

/**
 * Fill in what a snapshot leaves out; until then nothing in it may look up a word.
 * @param {Module} module
 * @param {Description} description
 * @param {Bytes} dictionary
 * @param {Bytes} costs the rows of connection costs
 */
export function fillDictionary({ HEAPU8: memory }, { dictionary: address, rows, matrix }, dictionary, costs) {
  memory.set(dictionary, address);
  const length = 2 * matrix.count;
  for (const [index, row] of rows.entries()) memory.set(costs.subarray(index * length, (index + 1) * length), row);
}

/**
 * Return the options of `loadPyodide` for a start from a snapshot. Pyodide can restore only what fits into a module's
 * initial memory, so the pages are filled in here, and Pyodide gets the header without them. The module is made while
 * they are on their way. The dictionary is still missing then (`fillDictionary`).
 * @param {Create} create makes the module; from pyodide.asm.mjs
 * @param {Bytes} header
 * @param {object} parts
 * @param {Promise<Snapshot>} parts.snapshot
 * @param {Promise<Fresh>} parts.fresh
 */
export function restoring(create, header, { snapshot, fresh }) {
  const parts = Promise.all([snapshot, fresh]);
  parts.catch(() => undefined); // Handled below, unless the module itself cannot be made.
  return {
    _loadSnapshot: header,
    createPyodideModule: async (/** @type {Parameters<Create>[0]} */ settings) => {
      const module = await create(settings);
      fill(/** @type {Module} */ (/** @type {unknown} */ (module)), ...(await parts));
      return module;
    },
  };
}
