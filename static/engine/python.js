/**
 * Starts Pyodide from bytes that are already here: no network, no file names, no address but blobs.
 *
 * Source: Pyodide 314.0.7, `src/js/pyodide.ts` and `emscripten-settings.ts`. This is the only file that knows
 * Pyodide's private corners (each is marked) but for those of `snapshot.js`; the version is pinned.
 */
import { loadPyodide } from "pyodide";
import { EngineError } from "./protocol.js";
import { KEEPABLE, restoring } from "./snapshot.js";

/** @typedef {import("./protocol.js").Bytes} Bytes */
/** @typedef {import("pyodide").PyodideAPI} Pyodide */

/**
 * Calls `work` with addresses for files that are valid until it ends.
 * @template T
 * @param {readonly {bytes: Bytes, type?: string}[]} files
 * @param {(...addresses: string[]) => Promise<T>} work
 */
async function withAddresses(files, work) {
  const addresses = files.map(({ bytes, type = "" }) => URL.createObjectURL(new Blob([bytes], { type })));
  try {
    return await work(...addresses);
  } finally {
    for (const address of addresses) URL.revokeObjectURL(address);
  }
}

/**
 * Lets Pyodide instantiate the module that the frame has compiled. Private corner: Pyodide fetches
 * `indexURL + "pyodide.asm.wasm"` and hands the answer to `WebAssembly.instantiateStreaming`, adding imports of
 * its own on the way; it only logs a failure and then waits forever, so we reject in its place.
 * @template T
 * @param {WebAssembly.Module} module
 * @param {(failure: Promise<never>) => Promise<T>} work
 */
async function withModule(module, work) {
  const native = WebAssembly.instantiateStreaming;
  /** @type {(reason: unknown) => void} */
  let fail = () => undefined;
  const failure = /** @type {Promise<never>} */ (new Promise((_, reject) => (fail = reject)));
  WebAssembly.instantiateStreaming = async (_, imports) => {
    try {
      return { module, instance: await WebAssembly.instantiate(module, imports) };
    } catch (error) {
      fail(new EngineError("memory", String(error)));
      throw error;
    }
  };
  try {
    return await work(failure);
  } finally {
    WebAssembly.instantiateStreaming = native;
  }
}

/**
 * A started interpreter.
 * @param {WebAssembly.Module} module of pyodide.asm.wasm
 * @param {{script: Bytes, stdlib: Bytes, lock: Bytes}} parts pyodide.asm.mjs, the zipped standard library, the lock file
 * @param {{keepable?: boolean, snapshot?: Promise<import("./snapshot.js").Snapshot>}} [memory] whether a snapshot shall be
 *   taken of it later; the one to start from
 * @returns {Promise<Pyodide>}
 */
export function openPython(module, { script, stdlib, lock }, { keepable, snapshot } = {}) {
  const files = [{ bytes: script, type: "text/javascript" }, { bytes: stdlib }, { bytes: new Uint8Array() }];
  return withAddresses(files, async (codeAddress, stdLibURL, nothing) => {
    const { default: createPyodideModule } = await import(/** @type {string} */ (codeAddress));
    return withModule(module, (failure) => {
      const loading = loadPyodide({
        createPyodideModule,
        stdLibURL: /** @type {string} */ (stdLibURL),
        lockFileContents: new TextDecoder().decode(lock),
        // A fragment turns whatever is appended into the address of the same empty blob.
        indexURL: `${nothing}#/`,
        packageBaseUrl: "./",
        ...(keepable && KEEPABLE),
        ...(snapshot && restoring(createPyodideModule, snapshot)),
      });
      return Promise.race([loading, failure]);
    });
  });
}

/** Where Pyodide looks for its standard library. Private corner: the name. @param {Pyodide} pyodide */
export const stdlibPath = (pyodide) => `/lib/python${pyodide.pyimport("sys").version.split(".", 2).join("")}.zip`;

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
