/** Fetching and starting Pyodide for the pages that measure it: the files of the built site, nothing added. */
import { openPython } from "../../../static/engine/worker/python.js";

/** @typedef {import("../../../static/engine/worker/python.js").Pyodide} Pyodide */
/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

const WASM = "pyodide.asm.wasm";

/**
 * A file's bytes; what ends in `.gz` comes unpacked.
 * @param {string} name
 * @returns {Promise<Bytes>}
 */
export async function file(name) {
  const response = await fetch(name);
  if (!response.ok || !response.body) throw new Error(`${name}: ${response.status}`);
  const unpacked = () => new Response(response.body?.pipeThrough(new DecompressionStream("gzip")) ?? null);
  return new Uint8Array(await (name.endsWith(".gz") ? unpacked() : response).arrayBuffer());
}

/**
 * Fetches all at once, compiles while streaming, starts. `compiled` is called when the wasm is there.
 * @param {{stdlib: string, lock: string}} names
 * @param {() => void} compiled
 * @returns {Promise<Pyodide>}
 */
export async function bare({ stdlib, lock }, compiled) {
  const compiling = WebAssembly.compileStreaming(fetch(WASM)).then((module) => {
    compiled();
    return module;
  });
  const [library, lockFile] = await Promise.all([file(stdlib), file(lock)]);
  return openPython(compiling, new TextDecoder().decode(lockFile), { stdlib: library });
}
