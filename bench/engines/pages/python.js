/** Fetches and starts Pyodide for the pages that measure it, from the files of the built site. */
import { openPython } from "../../../static/engine/worker/python.js";

/** @typedef {import("../../../static/engine/worker/python.js").Pyodide} Pyodide */
/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

const WASM = "pyodide.asm.wasm";

/**
 * Fetch a file's bytes; `.gz` files are decompressed.
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
 * Fetch all files at once, compile while streaming, and start. `compiled` is called when the wasm is compiled.
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
