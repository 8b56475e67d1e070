/**
 * Starts Pyodide from its own script, which the build puts in here, and from bytes that are already there: no
 * network, no file names.
 *
 * Source: Pyodide 314.0.7, `src/js/pyodide.ts` and `emscripten-settings.ts`. This is the only file that knows
 * Pyodide's private corners (each is marked) but for those of `snapshot.js`; the version is pinned.
 */
import { deferred } from "../../shared/deferred.js";
import { EngineError } from "../../shared/engine-error.js";
import { loadPyodide } from "pyodide";
import create from "pyodide.asm";
import { freshModule, restoring } from "../files/snapshot.js";

/** @typedef {import("../protocol.js").Bytes} Bytes */
/** @typedef {import("pyodide").PyodideAPI} Pyodide */
/** @typedef {import("../files/snapshot.js").Made} Made */
/** @typedef {NonNullable<NonNullable<Parameters<typeof loadPyodide>[0]>["createPyodideModule"]>} Create */

// Where Pyodide believes itself to be; nothing is ever asked for there.
const HOME = "pyodide:/";
const STDLIB = `${HOME}python_stdlib.zip`;

/**
 * Gives Pyodide what it would fetch. Private corner: it fetches `stdLibURL`, and `indexURL + "pyodide.asm.wasm"`, whose
 * answer it hands to `WebAssembly.instantiateStreaming`, adding imports of its own on the way; of a failure there it
 * only logs, and then waits forever, so we reject in its place.
 * @template T
 * @param {Bytes} stdlib
 * @param {Promise<WebAssembly.Module>} module
 * @param {(hold: {failure: Promise<never>, made: Promise<Made>}) => Promise<T>} work
 */
async function withFiles(stdlib, module, work) {
  const native = { fetch: globalThis.fetch, instantiateStreaming: WebAssembly.instantiateStreaming };
  /** @type {import("../../shared/deferred.js").Deferred<never>} */
  const failure = deferred();
  /** @type {import("../../shared/deferred.js").Deferred<Made>} */
  const made = deferred();
  globalThis.fetch = async (address) => new Response(String(address) === STDLIB ? stdlib : null);
  WebAssembly.instantiateStreaming = async (_, imports = {}) => {
    try {
      const compiled = await module;
      const instance = await WebAssembly.instantiate(compiled, imports);
      made.resolve({ instance, imports });
      return { module: compiled, instance };
    } catch (error) {
      failure.reject(error instanceof EngineError ? error : new EngineError("memory", String(error)));
      throw error;
    }
  };
  try {
    return await work({ failure: failure.promise, made: made.promise });
  } finally {
    globalThis.fetch = native.fetch;
    WebAssembly.instantiateStreaming = native.instantiateStreaming;
  }
}

/**
 * What an interpreter starts from: the zipped standard library, or a snapshot and the dictionary that goes into it.
 * @typedef {{stdlib: Bytes} | Restart} Start
 * @typedef {{early: import("../files/snapshot.js").Early, snapshot: Promise<Snapshot>, dictionary: Promise<Bytes>,
 *   costs: Promise<Bytes | undefined>}} Restart
 * @typedef {import("../files/snapshot.js").Snapshot} Snapshot
 */

/**
 * A started interpreter. What is only promised may come in while it is already starting.
 * @param {Promise<WebAssembly.Module>} module of pyodide.asm.wasm
 * @param {string} lock contents of the lock file
 * @param {Start} start
 * @returns {Promise<Pyodide>}
 */
export function openPython(module, lock, start) {
  const stdlib = "stdlib" in start ? start.stdlib : new Uint8Array();
  return withFiles(stdlib, module, ({ failure, made }) => {
    const loading = loadPyodide({
      createPyodideModule: create,
      stdLibURL: STDLIB,
      lockFileContents: lock,
      indexURL: HOME,
      packageBaseUrl: "./",
      ...("snapshot" in start && restoring(create, start.early, { ...start, fresh: made.then(freshModule) })),
    });
    return Promise.race([loading, failure]);
  });
}

/** Size of the interpreter's memory in bytes. Private corner: `_module`. @param {Pyodide} pyodide */
export const heapBytes = (pyodide) =>
  /** @type {{_module: {HEAPU8: Uint8Array}}} */ (/** @type {unknown} */ (pyodide))._module.HEAPU8.byteLength;

/**
 * Writes a file into the interpreter's file system, which takes the bytes over.
 * @param {Pyodide} pyodide
 * @param {string} path
 * @param {Bytes} bytes
 */
export const writeFile = (pyodide, path, bytes) => pyodide.FS.writeFile(path, bytes, { canOwn: true });
