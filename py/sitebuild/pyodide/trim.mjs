/**
 * Cuts Pyodide down to what a page without packages of its own compiled code can reach.
 *
 * The wasm exports all of its 8,560 symbols, so that modules linked at run time find what they need. None ever
 * is: only what Pyodide's own script calls stays exported, and what nothing reaches any more is left out
 * (Binaryen's removal of unused module elements). The script loses the names of what is gone, the libraries behind
 * imports that the wasm no longer has, and what it publishes for others that nobody asks for (graphics, sound,
 * sockets; see prune.mjs), and a few things that a start can do without (REPLACED). Nothing else is changed.
 *
 * Usage: node trim.mjs PYODIDE_FOLDER OUT_FOLDER. Reads and writes pyodide.asm.wasm and pyodide.asm.mjs.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import binaryen from "binaryen";
import { prune } from "./prune.mjs";

const [folder, out] = process.argv.slice(2);
const WASM = "pyodide.asm.wasm";
const SCRIPT = "pyodide.asm.mjs";
// Used from outside of Pyodide's script: by Emscripten's start, by static/engine/files/snapshot.js, by snapshot.mjs.
const ALSO = [
  "memory",
  "__indirect_function_table",
  "__wasm_call_ctors",
  "__stack_low",
  "__stack_high",
  "emscripten_get_sbrk_ptr",
  "emscripten_stack_get_current",
  "malloc",
  "free",
];
// What Pyodide's wasm is compiled with; without this list Binaryen would refuse to read some of it, with all of its
// features it would write what browsers of two years ago cannot read.
const FEATURES = [
  "MutableGlobals",
  "NontrappingFPToInt",
  "SignExt",
  "BulkMemory",
  "BulkMemoryOpt",
  "SIMD128",
  "ExceptionHandling",
  "TailCall",
  "ReferenceTypes",
  "Multivalue",
  "CallIndirectOverlong",
  "ExtendedConst",
];
// In the script: `id=Module["id"]=wasmExports["name"];`, and for addresses `….value>>>0;`.
const ASSIGNMENT = /([\w$]+)=(?:(?:Module\["[^"]+"\]|[\w$]+)=)*wasmExports\["([^"]+)"\](?:\.value>>>0)?;?/g;

// What a start can do without, as it stands in the script, and what takes its place.
const REPLACED = [
  // The policy refuses the question whether this is a classic worker, and says so in the console.
  ['globalThis.importScripts("data:text/javascript,"),!0', "!1"],
  // The script has no folder: its address is a blob's. That would be thrown, and caught, and every engine reads the
  // function again, a quarter of a million characters, to say where it was thrown.
  ['try{scriptDirectory=new URL(".",_scriptName).href}catch{}', ""],
  // Files are put into the file system without pictures being looked for.
  ['if(typeof Browser!="undefined")Browser.init();', ""],
  // Addresses for modules that are linked at run time; to find one, all 14,000 functions are looked at.
  ["updateGOT(origExports);", ""],
  [
    "return addFunction(trampolineInstance.exports.trampoline_call)",
    "const slot=getEmptyTableSlot();setWasmTableEntry(slot,trampolineInstance.exports.trampoline_call);return slot",
  ],
  // A snapshot has it.
  ['=API.rawRun("import _pyodide_core")', '=t?[0,""]:API.rawRun("import _pyodide_core")'],
];

/** @param {string} text */
function replaced(text, [old, made]) {
  if (text.split(old).length !== 2) throw new Error(`${SCRIPT}: not one ${old}`);
  return text.replace(old, () => made);
}

/** The part of `text` from `opening` to the first `closing` behind it, and what is around it. */
function divide(text, opening, closing) {
  const start = text.indexOf(opening);
  const end = text.indexOf(closing, start + opening.length);
  if (start < 0 || end < 0 || text.indexOf(opening, end) >= 0) throw new Error(`${SCRIPT}: not one ${opening}`);
  return { before: text.slice(0, start), inside: text.slice(start + opening.length, end), after: text.slice(end) };
}

/** @param {string} text */
const wordsOf = (text) => new Set(text.match(/[\w$]+/g));

/** The script's list of exports, apart from the rest of it. */
function parse(script) {
  const exported = divide(script, "function assignWasmExports(wasmExports){", "}");
  const variables = exported.before.lastIndexOf("var ");
  return {
    before: exported.before.slice(0, variables),
    names: exported.before.slice(variables + 4).replace(/;\s*$/, "").split(","),
    assignments: [...exported.inside.matchAll(ASSIGNMENT)].map(([text, id, name]) => ({ text, id, name })),
    left: exported.inside.replace(ASSIGNMENT, ""),
    after: exported.after,
  };
}

/** @returns {Uint8Array} */
function trimmedWasm(wasm, kept) {
  const module = binaryen.readBinary(wasm);
  module.setFeatures(FEATURES.reduce((all, name) => all | binaryen.Features[name], 0));
  for (const { name } of WebAssembly.Module.exports(new WebAssembly.Module(wasm))) {
    if (!kept.has(name)) module.removeExport(name);
  }
  module.runPasses(["remove-unused-module-elements"]);
  return module.emitBinary();
}

/** The script without the names of exports and imports that are gone, and without what only they had to do with. */
function trimmedScript(parts, kept, imports, loader) {
  const stay = parts.assignments.filter(({ name }) => kept.has(name));
  const gone = new Set(parts.assignments.filter(({ name }) => !kept.has(name)).map(({ id }) => id));
  const { before, inside, after } = divide(parts.after, "var wasmImports={", "};");
  const entries = inside.split(",").filter((entry) => imports.has(entry.split(":")[0].replaceAll('"', "")));
  const text = [
    parts.before,
    `var ${parts.names.filter((id) => !gone.has(id)).join(",")};`,
    `function assignWasmExports(wasmExports){${stay.map((each) => each.text).join("")}${parts.left}`,
    `${before}var wasmImports={${entries.join(",")}${after}`,
  ].join("");
  return prune(text, loader);
}

/** Names of what the script, or the loader, uses of the wasm. */
function usedExports(parts, module, loader) {
  const words = wordsOf(parts.before + parts.after + parts.left + loader);
  const around = `${parts.before}${parts.after}`;
  const quoted = new Set([...around.matchAll(/(?:["']|wasmExports\.)([\w$]+)/g)].map(([, name]) => name));
  const asked = parts.assignments.filter(({ id }) => words.has(id)).map(({ name }) => name);
  // Some are looked up by their names at run time: `main`, for one, and what JSPI needs where a browser has it.
  const named = WebAssembly.Module.exports(module).filter(({ name }) => quoted.has(name));
  const byAddress = WebAssembly.Module.imports(module).filter((each) => each.module.startsWith("GOT."));
  return new Set([...ALSO, ...asked, ...[...named, ...byAddress].map(({ name }) => name)]);
}

/** Both files; each round sees less of one that needs the other. */
function trimmed(wasm, script, loader) {
  for (let last = Infinity; script.length < last; ) {
    last = script.length;
    const parts = parse(script);
    const kept = usedExports(parts, new WebAssembly.Module(wasm), loader);
    wasm = trimmedWasm(wasm, kept);
    const imports = new Set(WebAssembly.Module.imports(new WebAssembly.Module(wasm)).map(({ name }) => name));
    script = trimmedScript(parts, kept, imports, loader);
  }
  return { wasm, script };
}

/** A function in brackets is read once, because engines expect it to be called at once; others are skimmed before. */
function parsedOnce(script) {
  const found = /^async function (\w+)(\([^]*\});?\s*export default \1;\s*$/.exec(script);
  if (!found) throw new Error(`${SCRIPT}: not one function, exported`);
  return `export default (async function ${found[1]}${found[2]});\n`;
}

const loader = readFileSync(join(folder, "pyodide.mjs"), "utf8");
const given = REPLACED.reduce(replaced, readFileSync(join(folder, SCRIPT), "utf8"));
const { wasm, script } = trimmed(readFileSync(join(folder, WASM)), given, loader);
mkdirSync(out, { recursive: true });
writeFileSync(join(out, WASM), wasm);
writeFileSync(join(out, SCRIPT), parsedOnce(script));
