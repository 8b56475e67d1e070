/**
 * Starts the engine under Node from the files that the site ships, and saves its memory, so that readers' browsers need
 * not start it again (see static/engine/files/snapshot.js for the format).
 *
 * Usage: node snapshot.mjs PLAN.json, where PLAN is
 * {loader: path, pyodide: folder, stdlib, app, lock, dictionary, matrix, practice, nothing: paths, extras: [module],
 * out: path}.
 * The snapshot is restored once and compared with the memory it was taken from, and the restored engine must answer like
 * the original.
 */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { costsOf } from "../../../static/engine/files/connection-costs.js";
import { fill, fillDictionary, KEEPABLE, readSnapshot, takeSnapshot } from "../../../static/engine/files/snapshot.js";
import { bytes, restored, standStill, start } from "./engine.mjs";

const plan = JSON.parse(readFileSync(process.argv[2], "utf8"));
const dictionary = bytes(plan.dictionary);
const matrix = JSON.parse(readFileSync(plan.matrix, "utf8"));
const costs = costsOf(dictionary, matrix);
const QUESTION = JSON.stringify({ action: "summarize", text: "港に船が着いた。「待っていた」と市長は話した。" });
// Smallest block that is zeroed; for smaller ones the allocator's own data would outweigh the gain. Bytes
const SMALLEST = 256;

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

/** Return the address of `part` in `memory`, which must contain it exactly once. */
function address(memory, part) {
  const all = Buffer.from(memory.buffer, memory.byteOffset, memory.length);
  const found = all.indexOf(part);
  if (found < 0 || all.indexOf(part, found + 1) >= 0) throw new Error("the dictionary is not in the memory once");
  return found;
}

/** @returns {{file: Uint8Array, memory: Uint8Array, answer: string}} the snapshot, and what a restore must give */
async function taken() {
  const { pyodide, instance, fresh } = await start(
    plan,
    () => ({ stdLibURL: plan.stdlib, ...KEEPABLE }),
    () => !full,
  );
  pyodide.FS.writeFile("/app.zip", bytes(plan.app));
  pyodide.FS.writeFile("/dictionary.bin", dictionary);
  pyodide.pyimport("sys").path.insert(0, "/app.zip");
  const browser = pyodide.pyimport("youten.browser");
  const opened = pyodide.pyimport("io").open("/dictionary.bin", "rb");
  browser.boot(opened.read()).destroy();
  opened.close();
  browser.settle(pyodide.toPy(plan.extras), readFileSync(plan.practice, "utf8"));
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
  const snapshot = readSnapshot(file);
  fill(again, snapshot, { ...fresh, used: () => 0 });
  fillDictionary(again, snapshot.description, dictionary, costs);
  for (const [start, end] of unused) memory.fill(0, start, end);
  if (Buffer.compare(again.HEAPU8, memory) !== 0) throw new Error("the snapshot is not the memory it was taken from");
}

standStill();
const snapshot = await taken();
compare(snapshot);
const { pyodide } = await restored(plan, snapshot.file, dictionary);
if (pyodide.pyimport("youten.browser").resume()(QUESTION) !== snapshot.answer) {
  throw new Error("the snapshot does not answer like the engine it was taken from");
}
writeFileSync(plan.out, snapshot.file);
