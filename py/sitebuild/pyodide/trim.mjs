/**
 * Reduces Pyodide to what a page without compiled packages can reach.
 *
 * The wasm exports all of its 8,560 symbols for modules linked at run time. There are none here, so only the symbols
 * that Pyodide's own script calls stay exported, and unreachable functions are removed (Binaryen's pass
 * remove-unused-module-elements). From the script are removed: the names of removed exports, the libraries behind
 * imports that the wasm no longer has, unused properties of its module object (graphics, sound, sockets; see
 * prune.mjs), and a few steps that a start does not need (REPLACED). Nothing else is changed.
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
// The features that Pyodide's wasm is compiled with. Without this list Binaryen could not read all of it; with all of
// its features Binaryen would write code that two-year-old browsers cannot read.
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

// [text in the script that a start does not need, replacement]
const REPLACED = [
  // The policy refuses this test for a classic worker, with a message in the console.
  ['globalThis.importScripts("data:text/javascript,"),!0', "!1"],
  // The script's address is a blob, so it has no folder. The exception would be caught, but to locate it every engine
  // reads the function of 250,000 characters again.
  ['try{scriptDirectory=new URL(".",_scriptName).href}catch{}', ""],
  // Support for preloading pictures is not needed to write files.
  ['if(typeof Browser!="undefined")Browser.init();', ""],
  // Addresses for modules that are linked at run time; each look-up searches all 14,000 functions.
  ["updateGOT(origExports);", ""],
  [
    "return addFunction(trampolineInstance.exports.trampoline_call)",
    "const slot=getEmptyTableSlot();setWasmTableEntry(slot,trampolineInstance.exports.trampoline_call);return slot",
  ],
  // A snapshot keeps no JavaScript objects: its Python (see lean/) refers to none.
  ["return[null,API.config.jsglobals,API.public_api,API,me,API,{}]", "return[null]"],
  // A snapshot contains the result.
  ['=API.rawRun("import _pyodide_core")', '=t?[0,""]:API.rawRun("import _pyodide_core")'],
];

/** @param {string} text */
function replaced(text, [old, made]) {
  if (text.split(old).length !== 2) throw new Error(`${SCRIPT}: not one ${old}`);
  return text.replace(old, () => made);
}

/** Divide `text` at `opening` and at the first `closing` after it. */
function divide(text, opening, closing) {
  const start = text.indexOf(opening);
  const end = text.indexOf(closing, start + opening.length);
  if (start < 0 || end < 0 || text.indexOf(opening, end) >= 0) throw new Error(`${SCRIPT}: not one ${opening}`);
  return { before: text.slice(0, start), inside: text.slice(start + opening.length, end), after: text.slice(end) };
}

/** @param {string} text */
const wordsOf = (text) => new Set(text.match(/[\w$]+/g));

/** Separate the script's list of exports from the rest. */
function parse(script) {
  const exported = divide(script, "function assignWasmExports(wasmExports){", "}");
  const variables = exported.before.lastIndexOf("var ");
  return {
    before: exported.before.slice(0, variables),
    names: exported.before
      .slice(variables + 4)
      .replace(/;\s*$/, "")
      .split(","),
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

/** Return the script without the names of removed exports and imports, and without the code that only they used. */
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

/** Return the names of the wasm's exports that the script or the loader uses. */
function usedExports(parts, module, loader) {
  const words = wordsOf(parts.before + parts.after + parts.left + loader);
  const around = `${parts.before}${parts.after}`;
  const quoted = new Set([...around.matchAll(/(?:["']|wasmExports\.)([\w$]+)/g)].map(([, name]) => name));
  const asked = parts.assignments.filter(({ id }) => words.has(id)).map(({ name }) => name);
  // Some are looked up by name at run time: `main`, for example, and the exports that JSPI needs in browsers with it.
  const named = WebAssembly.Module.exports(module).filter(({ name }) => quoted.has(name));
  const byAddress = WebAssembly.Module.imports(module).filter((each) => each.module.startsWith("GOT."));
  return new Set([...ALSO, ...asked, ...[...named, ...byAddress].map(({ name }) => name)]);
}

/** Trim both files; repeat while trimming one makes more of the other unreachable. */
function trimmed(wasm, script, loader) {
  for (let last = Infinity; script.length < last;) {
    last = script.length;
    const parts = parse(script);
    const kept = usedExports(parts, new WebAssembly.Module(wasm), loader);
    wasm = trimmedWasm(wasm, kept);
    const imports = new Set(WebAssembly.Module.imports(new WebAssembly.Module(wasm)).map(({ name }) => name));
    script = trimmedScript(parts, kept, imports, loader);
  }
  return { wasm, script };
}

/** Put the function in brackets: engines then parse it once, expecting an immediate call, instead of pre-parsing it. */
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
