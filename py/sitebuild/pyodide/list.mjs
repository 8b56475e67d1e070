/**
 * Makes the list of what a first visit needs of the wasm, from the functions that have run (record.mjs).
 *
 * Usage: node list.mjs PLAN.json, where PLAN is {pyodide: folder, ran: path, out: path}.
 * Kept are the functions that have run, those that they can call directly and so on, those that the script can call, and
 * the neighbours in the binary of those that have run, which come from the same source files. The functions with an address in a zone (zones.mjs) trap. Left out of
 * the data are the zones and the docstrings of which no kept function has the address.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import binaryen from "binaryen";
import { bodiesOf, exportedOf, segmentsOf } from "./wasm.mjs";
import { NUMBERS, ZONES } from "./zones.mjs";

// Functions kept on each side of one that has run. Texts of one kind lacked up to 7 functions that others used.
const NEIGHBOURS = 5;
// Text of a docstring: between two zero bytes, with this many words. The segments of shorter strings are shared.
const DOCSTRING = /[\n\t\x20-\x7e]{24,}(?=\0)/g;
const WORDS = 3;
// Below are the strings that the linker has merged: messages of errors, names.
const MERGED = 0x65620;

/** Print the graph of direct calls. It goes straight to standard output, so a process of its own does it. */
function printGraph(path) {
  const module = binaryen.readBinary(readFileSync(path));
  module.setFeatures(binaryen.Features.All);
  module.runPasses(["print-call-graph"]);
}

/** Return the functions that each function calls directly: number -> numbers. */
function callsOf(path) {
  const made = spawnSync(process.execPath, [fileURLToPath(import.meta.url), "--graph", path], { maxBuffer: 1 << 28 });
  const calls = new Map();
  for (const [, caller, called] of made.stdout.toString().matchAll(/^\s*"(\d+)" -> "(\d+)"/gm)) {
    if (!calls.has(Number(caller))) calls.set(Number(caller), []);
    calls.get(Number(caller)).push(Number(called));
  }
  if (!calls.size) throw new Error("no graph of calls");
  return calls;
}

/** Return the constants in each function that may be addresses: number -> numbers. */
function constantsOf(bytes, end) {
  const module = binaryen.readBinary(bytes);
  module.setFeatures(binaryen.Features.All);
  const found = new Map();
  for (const text of module.emitText().split("\n (func $").slice(1)) {
    const numbers = [...text.matchAll(/(?:i32\.const |offset=)(\d+)/g)].map(([, digits]) => Number(digits));
    found.set(
      Number.parseInt(text, 10),
      numbers.filter((value) => value < end),
    );
  }
  return found;
}

/** Add everything that can be reached. */
function closed(numbers, calls) {
  const found = new Set(numbers);
  for (const each of found) for (const called of calls.get(each) ?? []) found.add(called);
  return found;
}

const zoneOf = (value) => ZONES.find(({ start, end }) => start <= value && value < end);

/** Return the ranges of the docstrings to which no constant points. */
function docstrings(memory, constants) {
  const text = Buffer.from(memory).toString("latin1");
  const sorted = [...constants].sort((a, b) => a - b);
  const used = (start, end) => sorted.some((value) => start <= value && value < end);
  return [...text.matchAll(DOCSTRING)]
    .map(({ 0: found, index }) => [index, index + found.length, found])
    .filter(
      ([start, end, found]) =>
        start >= MERGED && !zoneOf(start) && found.split(" ").length > WORDS && !used(start, end),
    )
    .map(([start, end]) => [start, end]);
}

/** Return numbers as ranges, both ends included. */
function ranges(numbers) {
  const found = [];
  for (const value of [...numbers].sort((a, b) => a - b)) {
    if (found.at(-1)?.[1] === value - 1) found.at(-1)[1] = value;
    else found.push([value, value]);
  }
  return found;
}

function memoryOf(bytes) {
  const segments = segmentsOf(bytes);
  const memory = new Uint8Array(Math.max(...segments.map(({ address, range }) => address + range[1] - range[0])));
  for (const { address, range } of segments) memory.set(bytes.subarray(...range), address);
  return memory;
}

function main(plan) {
  const path = join(plan.pyodide, "pyodide.asm.wasm");
  const bytes = new Uint8Array(readFileSync(path));
  const ran = JSON.parse(readFileSync(plan.ran, "utf8"));
  const count = bodiesOf(bytes).length;
  const memory = memoryOf(bytes);
  const constants = constantsOf(bytes, memory.length);
  const touches = (each) => (constants.get(each) ?? []).some((value) => zoneOf(value) && !NUMBERS.has(value));
  const wrong = ran.filter(touches);
  if (wrong.length) throw new Error(`functions that have run have an address in a zone: ${wrong}`);
  const near = ran.flatMap((each) => Array.from({ length: 2 * NEIGHBOURS + 1 }, (_, at) => each - NEIGHBOURS + at));
  const called = closed(ran, callsOf(path));
  const functions = [...new Set([...called, ...near, ...exportedOf(bytes)])].filter(
    (each) => each >= 0 && each < count && !touches(each),
  );
  const docs = docstrings(memory, new Set(functions.flatMap((each) => constants.get(each) ?? [])));
  const list = {
    wasm: createHash("sha256").update(bytes).digest("hex"),
    functions: ranges(functions),
    cold: [...ZONES.map(({ start, end }) => [start, end]), ...docs],
  };
  writeFileSync(plan.out, `${JSON.stringify(list).replaceAll("],[", "],\n[")}\n`);
  console.log(`${ran.length} functions have run; ${functions.length} of ${count} are kept`);
}

if (process.argv[2] === "--graph") printGraph(process.argv[3]);
else main(JSON.parse(readFileSync(process.argv[2], "utf8")));
