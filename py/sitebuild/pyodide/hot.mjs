/**
 * Makes the wasm of a first visit: functions that no summary has been seen to need trap, and tables that only they read
 * are empty. Types, the function table and all addresses stay, so the snapshot fits it and the whole wasm alike.
 *
 * Usage: node hot.mjs PLAN.json, where PLAN is {wasm, list, out: paths}; list.mjs makes the list. Prints what is left out.
 */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { bodiesOf, withTraps, withZeros } from "./wasm.mjs";
import { ZONES } from "./zones.mjs";

const plan = JSON.parse(readFileSync(process.argv[2], "utf8"));
const bytes = new Uint8Array(readFileSync(plan.wasm));
const { wasm, functions, cold } = JSON.parse(readFileSync(plan.list, "utf8"));
if (createHash("sha256").update(bytes).digest("hex") !== wasm) {
  throw new Error("the list of functions is for another wasm; make it again: python3 build.py record");
}
const kept = new Set(
  functions.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => first + at)),
);
writeFileSync(plan.out, withZeros(withTraps(bytes, kept), cold));

const left = cold.reduce((sum, [start, end]) => sum + end - start, 0);
console.log(`${kept.size} of ${bodiesOf(bytes).length} functions; ${left} bytes of data are left out:`);
for (const { name, start, end } of ZONES) console.log(`  ${end - start} ${name}`);
