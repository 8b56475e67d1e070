/**
 * Starts Pyodide from its own script, which the build bundles, and from bytes that are already here: without network
 * and without files.
 *
 * Source: Pyodide 314.0.7, `src/js/pyodide.ts` and `emscripten-settings.ts`. Only this file and files/snapshot.js
 * use private interfaces of Pyodide (each is marked); the version is pinned.
 */
import { deferred } from "../../shared/deferred.js";
import { EngineError } from "../../shared/engine-error.js";
import { loadPyodide } from "pyodide";
import create from "pyodide.asm";
import { fillDictionary, freshModule, restoring } from "../files/snapshot.js";

/** @typedef {import("../protocol.js").Bytes} Bytes */
/** @typedef {import("pyodide").PyodideAPI} Pyodide */
/** @typedef {import("../files/snapshot.js").Made} Made */
/** @typedef {NonNullable<NonNullable<Parameters<typeof loadPyodide>[0]>["createPyodideModule"]>} Create */

// The address that Pyodide takes for its own; nothing is requested from there.
const HOME = "pyodide:/";
const STDLIB = `${HOME}python_stdlib.zip`;

/**
 * Give Pyodide what it would fetch. Private interface: it fetches `stdLibURL`, and `indexURL + "pyodide.asm.wasm"`,
 * and passes the response with imports of its own to `WebAssembly.instantiateStreaming`. If that fails it only logs
 * and then waits forever, so this rejects instead.
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
 * What an interpreter starts from: the zipped standard library, or a snapshot, of which the header is needed first.
 * @typedef {{stdlib: Bytes} | {header: Bytes, snapshot: Promise<Snapshot>}} Start
 * @typedef {import("../files/snapshot.js").Snapshot} Snapshot
 */

/**
 * Start an interpreter. Promised parts may arrive while it is starting.
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
      ...("snapshot" in start && restoring(create, start.header, { ...start, fresh: made.then(freshModule) })),
    });
    return Promise.race([loading, failure]);
  });
}

/** Return the interpreter's module. Private interface: `_module`. @param {Pyodide} pyodide */
const moduleOf = (pyodide) =>
  /** @type {{_module: import("../files/snapshot.js").Module}} */ (/** @type {unknown} */ (pyodide))._module;

/** Return the size of the interpreter's memory in bytes. @param {Pyodide} pyodide */
export const heapBytes = (pyodide) => moduleOf(pyodide).HEAPU8.byteLength;

/**
 * Give a restored interpreter its dictionary, which a snapshot leaves out.
 * @param {Pyodide} pyodide
 * @param {Snapshot} snapshot
 * @param {Bytes} dictionary
 * @param {Bytes} costs
 */
export const giveDictionary = (pyodide, { description }, dictionary, costs) =>
  fillDictionary(moduleOf(pyodide), description, dictionary, costs);

/**
 * Write a file into the interpreter's file system, which takes over the bytes.
 * @param {Pyodide} pyodide
 * @param {string} path
 * @param {Bytes} bytes
 */
export const writeFile = (pyodide, path, bytes) => pyodide.FS.writeFile(path, bytes, { canOwn: true });
