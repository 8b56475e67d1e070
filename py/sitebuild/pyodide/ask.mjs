/**
 * Asks the restored engine under Node: one request per line of standard input, one reply per line of standard output.
 *
 * Usage: node ask.mjs PLAN.json, where PLAN is {loader, pyodide, lock, nothing, snapshot, dictionary, wasm: paths}, with
 * `readings` if they are asked for. Where the interpreter stops, the reply has what was thrown and the functions of the
 * wasm in which it was, the innermost first; the next request gets a new one.
 */
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { bytes, restored } from "./engine.mjs";

const plan = JSON.parse(readFileSync(process.argv[2], "utf8"));
const PLACE = /wasm-function\[(\d+)\]/g;

/** Start the engine. Its handler is not returned alone: a promise would ask Python for its attribute `then`. */
async function open() {
  const { pyodide } = await restored(plan, bytes(plan.snapshot), bytes(plan.dictionary));
  const browser = pyodide.pyimport("youten.browser");
  if (plan.readings) browser.add_readings(bytes(plan.readings));
  return { handle: browser.resume() };
}

let engine = await open();
for await (const line of createInterface({ input: process.stdin })) {
  try {
    process.stdout.write(`${engine.handle(line)}\n`);
  } catch (thrown) {
    const places = [...String(thrown?.stack).matchAll(PLACE)].map(([, at]) => Number(at));
    process.stdout.write(`${JSON.stringify({ ok: false, thrown: String(thrown).slice(0, 500), places })}\n`);
    engine = await open();
  }
}
