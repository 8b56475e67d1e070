/**
 * Asks the restored engine under Node: one request per line of standard input, one reply per line of standard output.
 *
 * Usage: node ask.mjs PLAN.json, where PLAN is {loader, pyodide, lock, nothing, snapshot, dictionary, wasm: paths}.
 */
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { bytes, restored } from "./engine.mjs";

const plan = JSON.parse(readFileSync(process.argv[2], "utf8"));
/** Start the engine. Its handler is not returned alone: a promise would ask Python for its attribute `then`. */
async function open() {
  const { pyodide } = await restored(plan, bytes(plan.snapshot), bytes(plan.dictionary));
  return { handle: pyodide.pyimport("youten.browser").resume() };
}

let engine = await open();
for await (const line of createInterface({ input: process.stdin })) {
  try {
    process.stdout.write(`${engine.handle(line)}\n`);
  } catch (thrown) {
    process.stdout.write(`${JSON.stringify({ ok: false, thrown: String(thrown).slice(0, 500) })}\n`);
    engine = await open();
  }
}
