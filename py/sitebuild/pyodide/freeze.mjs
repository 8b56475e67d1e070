/**
 * Runs the part of the build that needs Pyodide, under Node: installs the wheels with micropip, writes the lock file,
 * finds out which modules of the standard library the application uses, and byte-compiles both for the interpreter
 * that the reader's browser will run.
 *
 * Usage: node freeze.mjs PLAN.json, where PLAN is
 * {pyodide, wheels: [path], tools: [path], dictionary: path, extras: [module], lean: {path: source}, python: folder,
 * out: folder}.
 * Writes lock.json, app.zip, stdlib.zip, lean.zip, stdlib.json, matrix.json and practice.json into `out`.
 * The Python part is freeze.py beside this file. Nothing is fetched.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";

const plan = JSON.parse(readFileSync(process.argv[2], "utf8"));
const { loadPyodide } = await import(pathToFileURL(join(plan.pyodide, "pyodide.mjs")).href);
const source = readFileSync(join(plan.python, "freeze.py"), "utf8");

/** Start an interpreter and run freeze.py in it; its functions are in `globals`. */
async function interpreter() {
  const pyodide = await loadPyodide({
    indexURL: plan.pyodide,
    lockFileContents: readFileSync(join(plan.pyodide, "pyodide-lock.json"), "utf8"),
    env: { PYTHONHASHSEED: "0" },
  });
  pyodide.runPython(source, { filename: "freeze.py" });
  return pyodide;
}

/** Copy local files into the interpreter's file system and return their paths there. */
function mount(pyodide, paths) {
  pyodide.FS.mkdirTree("/wheels");
  return paths.map((path) => {
    const inside = `/wheels/${basename(path)}`;
    pyodide.FS.writeFile(inside, readFileSync(path));
    return inside;
  });
}

const installer = await interpreter();
const tools = mount(installer, plan.tools);
const wheels = mount(installer, plan.wheels);
const installed = await installer.globals.get("install")(tools, wheels);
const site = installer.FS.readFile(installed.get("site"));
const lock = installed.get("lock");

const compiler = await interpreter();
compiler.FS.writeFile("/site.zip", site);
compiler.FS.writeFile("/dictionary.bin.gz", readFileSync(plan.dictionary));
compiler.FS.writeFile("/stdlib.zip", readFileSync(join(plan.pyodide, "python_stdlib.zip")));
const compiled = compiler.globals.get("compile_all")(plan.extras, compiler.toPy(plan.lean));

mkdirSync(plan.out, { recursive: true });
writeFileSync(join(plan.out, "lock.json"), lock);
for (const name of ["app.zip", "stdlib.zip", "lean.zip", "stdlib.json", "matrix.json", "practice.json"]) {
  writeFileSync(join(plan.out, name), compiler.FS.readFile(compiled.get(name)));
}
