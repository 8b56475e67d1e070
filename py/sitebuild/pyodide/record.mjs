/**
 * Sends requests to the engine, restored from its snapshot, and records which functions of the wasm run.
 *
 * Usage: node record.mjs PLAN.json, where PLAN is
 * {loader, pyodide, lock, nothing, snapshot, dictionary, readings, requests, ran, marked, wasm: paths}.
 * Each line of `requests` is one (see corpus.py); in them, "last" as a job stands for the latest one. Writes the numbers
 * of the functions to `ran`, by means of a wasm in `marked`. With a `wasm` it only asks that one. Prints the hash of all
 * answers. Clocks stand still, so answers do not depend on how long anything takes.
 */
import { createHash } from "node:crypto";
import { createReadStream, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { bytes, restored, standStill } from "./engine.mjs";
import { MARK, withMarks } from "./wasm.mjs";

const plan = JSON.parse(readFileSync(process.argv[2], "utf8"));
if (!plan.wasm) writeFileSync(plan.marked, withMarks(bytes(join(plan.pyodide, "pyodide.asm.wasm"))));
const chosen = { ...plan, wasm: plan.wasm ?? plan.marked };

standStill();
const { pyodide, instance } = await restored(chosen, bytes(plan.snapshot), bytes(plan.dictionary));
const browser = pyodide.pyimport("youten.browser");
const handle = browser.resume();
browser.add_readings(Uint8Array.of(1, 2, 3)); // damaged
browser.add_readings(bytes(plan.readings));

const answers = createHash("sha256");
let last = 0;
for await (const line of createInterface({ input: createReadStream(plan.requests) })) {
  const reply = handle(line.replace('"job": "last"', `"job": ${last}`));
  const { error, job } = JSON.parse(reply);
  if (error?.code === "internal") throw new Error(`${line.slice(0, 200)}: ${error.message}`);
  last = job ?? last;
  answers.update(reply);
}
// After a million objects the collector runs; the worker's end is not waited for.
pyodide.pyimport("gc").collect();
handle.destroy();
browser.destroy();

console.log(answers.digest("hex"));
if (!plan.wasm) {
  const ran = Object.entries(instance.exports).filter(([name, { value }]) => name.startsWith(MARK) && value === 1);
  writeFileSync(plan.ran, JSON.stringify(ran.map(([name]) => Number(name.slice(MARK.length)))));
}
