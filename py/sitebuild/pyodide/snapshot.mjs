/**
 * Starts the engine under Node from the files that the site ships, and saves its memory, so that readers' browsers need
 * not start it again (see static/engine/files/snapshot.js for the format).
 *
 * Usage: node snapshot.mjs PLAN.json, where PLAN is
 * {loader: path, pyodide: folder, stdlib, app, lock, dictionary, matrix, answers, nothing: paths, extras: [module],
 * out: path}.
 * Clocks and random numbers are fixed, so that every run gives the same bytes. The snapshot is restored once and compared
 * with the memory it was taken from, and the restored engine must answer like the original.
 */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { costsOf } from "../../../static/engine/files/connection-costs.js";
import {
  fill,
  freshModule,
  KEEPABLE,
  readSnapshot,
  restoring,
  takeSnapshot,
} from "../../../static/engine/files/snapshot.js";

const plan = JSON.parse(readFileSync(process.argv[2], "utf8"));
const bytes = (path) => new Uint8Array(readFileSync(path));
const dictionary = bytes(plan.dictionary);
const matrix = JSON.parse(readFileSync(plan.matrix, "utf8"));
const costs = costsOf(dictionary, matrix);
const { loadPyodide } = await import(pathToFileURL(plan.loader).href);
const { default: create } = await import(pathToFileURL(join(plan.pyodide, "pyodide.asm.mjs")).href);
const QUESTION = JSON.stringify({ action: "summarize", text: "港に船が着いた。「待っていた」と市長は話した。" });
// An arbitrary time; Python does not keep it. ms since 1970
const NOW = Date.UTC(2020, 0, 1);

// Smallest block that is zeroed; for smaller ones the allocator's own data would outweigh the gain. Bytes
const SMALLEST = 256;

function standStill() {
  Date.now = () => NOW;
  performance.now = () => 0;
  Math.random = () => 0;
  crypto.getRandomValues = (array) => array.fill(0);
}

/**
 * Start an interpreter; `settings` gets a promise of the module before anything has run in it.
 * @param {(fresh: Promise<import("../../../static/engine/files/snapshot.js").Fresh>) => object} settings
 */
async function start(settings) {
  const native = WebAssembly.instantiate;
  const { promise, resolve } = deferred();
  WebAssembly.instantiate = async (binary, imports) => {
    const grow = imports?.env?.emscripten_resize_heap;
    if (grow) imports.env.emscripten_resize_heap = (size) => (full ? 0 : grow(size));
    const made = await native(binary, imports);
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
      ...settings(promise.then(({ fresh }) => fresh)),
    });
    return { pyodide, ...(await promise) };
  } finally {
    WebAssembly.instantiate = native;
  }
}

// While this is set, the memory cannot grow.
let full = false;

/** Zero all freed memory, whose old contents would be shipped: allocate all free blocks, zero them, free them. */
function scrub({ HEAPU8: memory, _malloc, _free }) {
  const taken = [];
  full = true;
  for (let size = memory.length; size >= SMALLEST; size >>= 1) {
    for (let block = _malloc(size); block; block = _malloc(size)) {
      memory.fill(0, block, block + size);
      taken.push(block);
    }
  }
  full = false;
  for (const block of taken.reverse()) _free(block);
}

function deferred() {
  let resolve;
  const promise = new Promise((settle) => (resolve = settle));
  return { promise, resolve };
}

/** Return the address of `part` in `memory`, which must contain it exactly once. */
function address(memory, part) {
  const all = Buffer.from(memory.buffer, memory.byteOffset, memory.length);
  const found = all.indexOf(part);
  if (found < 0 || all.indexOf(part, found + 1) >= 0) throw new Error("the dictionary is not in the memory once");
  return found;
}

/** @returns {{file: Uint8Array, memory: Uint8Array, answer: string}} the snapshot, and what a restore must give */
async function taken() {
  const { pyodide, instance, fresh } = await start(() => ({ stdLibURL: plan.stdlib, ...KEEPABLE }));
  pyodide.FS.writeFile("/app.zip", bytes(plan.app));
  pyodide.FS.writeFile("/dictionary.bin", dictionary);
  pyodide.pyimport("sys").path.insert(0, "/app.zip");
  const browser = pyodide.pyimport("youten.browser");
  const opened = pyodide.pyimport("io").open("/dictionary.bin", "rb");
  browser.boot(opened.read()).destroy();
  opened.close();
  pyodide.runPython(readFileSync(plan.answers, "utf8"), {
    globals: pyodide.toPy({ __name__: "startup_answers" }),
    filename: "startup_answers.py",
  });
  browser.settle(pyodide.toPy(plan.extras));
  const rows = browser.row_addresses().toJs();
  scrub(pyodide._module);
  const { __stack_low: low, __stack_high: high } = instance.exports;
  const places = {
    fresh: fresh.data,
    unused: [[low.value, Math.min(instance.exports.emscripten_stack_get_current(), high.value)]],
    dictionary,
    address: address(pyodide._module.HEAPU8, dictionary),
    matrix,
    rows,
    costs: createHash("sha256").update(costs).digest("hex"),
  };
  const memory = pyodide._module.HEAPU8.slice();
  const file = takeSnapshot(pyodide, places);
  return { file, memory, fresh, unused: places.unused, answer: browser.resume()(QUESTION) };
}

/** Restore the snapshot into an empty memory of its size and compare. */
function compare({ file, memory, fresh, unused }) {
  const again = { HEAPU8: new Uint8Array(memory.length) };
  fill(again, readSnapshot(file), { ...fresh, used: () => 0 }, dictionary, costs);
  for (const [start, end] of unused) memory.fill(0, start, end);
  if (Buffer.compare(again.HEAPU8, memory) !== 0) throw new Error("the snapshot is not the memory it was taken from");
}

standStill();
const snapshot = await taken();
compare(snapshot);
const { description, ...rest } = readSnapshot(snapshot.file);
const parts = { snapshot: Promise.resolve({ description, ...rest }), dictionary: Promise.resolve(dictionary) };
const { pyodide } = await start((fresh) => ({
  stdLibURL: plan.nothing,
  ...restoring(create, { header: rest.header, matrix: description.matrix }, { ...parts, fresh }),
}));
if (pyodide.pyimport("youten.browser").resume()(QUESTION) !== snapshot.answer) {
  throw new Error("the snapshot does not answer like the engine it was taken from");
}
writeFileSync(plan.out, snapshot.file);
