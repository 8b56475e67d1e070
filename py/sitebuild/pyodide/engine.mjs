/**
 * Starts Pyodide under Node as the site ships it, for the scripts beside this file.
 *
 * Clocks and random numbers can be fixed, so that every run gives the same bytes.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { costsOf } from "../../../static/engine/files/connection-costs.js";
import { fillDictionary, freshModule, readSnapshot, restoring } from "../../../static/engine/files/snapshot.js";

/** @typedef {import("../../../static/engine/files/snapshot.js").Fresh} Fresh */

/**
 * What a start needs; all are paths.
 * @typedef {object} Plan
 * @property {string} loader Pyodide's loader
 * @property {string} pyodide folder with its wasm and script
 * @property {string} lock
 * @property {string} [wasm] another wasm than the folder's
 */

// An arbitrary time; Python does not keep it. ms since 1970
const NOW = Date.UTC(2020, 0, 1);

export const bytes = (path) => new Uint8Array(readFileSync(path));

/** Fix clocks and random numbers. */
export function standStill() {
  Date.now = () => NOW;
  performance.now = () => 0;
  Math.random = () => 0;
  crypto.getRandomValues = (array) => array.fill(0);
}

/**
 * Start an interpreter; `settings` gets a promise of the module before anything has run in it.
 * @param {Plan} plan
 * @param {(fresh: Promise<Fresh>, create: Function) => object} settings more options of `loadPyodide`
 * @param {() => boolean} [mayGrow] whether the memory may grow now
 */
export async function start(plan, settings, mayGrow = () => true) {
  const { loadPyodide } = await import(pathToFileURL(plan.loader).href);
  const { default: create } = await import(pathToFileURL(join(plan.pyodide, "pyodide.asm.mjs")).href);
  const native = WebAssembly.instantiate;
  let resolve;
  const promise = new Promise((settle) => (resolve = settle));
  WebAssembly.instantiate = async (binary, imports) => {
    const grow = imports?.env?.emscripten_resize_heap;
    if (grow) imports.env.emscripten_resize_heap = (size) => (mayGrow() ? grow(size) : 0);
    const made = await native(grow && plan.wasm ? bytes(plan.wasm) : binary, imports);
    if (made.instance.exports.memory) {
      const { instance } = made;
      resolve({ instance, fresh: freshModule({ instance, imports }) });
    }
    return made;
  };
  try {
    const pyodide = await loadPyodide({
      indexURL: plan.pyodide,
      createPyodideModule: create,
      lockFileContents: readFileSync(plan.lock, "utf8"),
      packageBaseUrl: "./",
      env: { PYTHONHASHSEED: "0" },
      // Without this it would be the path of this script.
      _sysExecutable: "./this.program",
      ...settings(
        promise.then(({ fresh }) => fresh),
        create,
      ),
    });
    return { pyodide, ...(await promise) };
  } finally {
    WebAssembly.instantiate = native;
  }
}

/**
 * Start an interpreter from a snapshot, and practise before the dictionary is there, as the worker does.
 * @param {Plan & {nothing: string}} plan `nothing` is an empty file
 * @param {Uint8Array} file
 * @param {Uint8Array} dictionary
 */
export async function restored(plan, file, dictionary) {
  const snapshot = readSnapshot(file);
  const made = await start(plan, (fresh, create) => ({
    stdLibURL: plan.nothing,
    ...restoring(create, snapshot.header, { snapshot: Promise.resolve(snapshot), fresh }),
  }));
  const practise = made.pyodide.pyimport("youten.browser").practise(false);
  while (practise(Infinity));
  practise.destroy();
  const { description } = snapshot;
  fillDictionary(made.pyodide._module, description, dictionary, costsOf(dictionary, description.matrix));
  return made;
}
