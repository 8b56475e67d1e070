/**
 * Runs `use.py` in Pyodide's Python, the newest that is supported.
 *
 * node newest.mjs USE ARTICLES FOLDER…: the folders hold the installed package and its libraries.
 */
import path from "node:path";
import { argv, stdout } from "node:process";
import { loadPyodide } from "pyodide";

const [use, articles, ...folders] = argv.slice(2);
const pyodide = await loadPyodide();
const mounted = [path.dirname(use), articles, ...folders].map((folder, number) => {
  pyodide.FS.mkdirTree(`/mounted/${number}`);
  pyodide.mountNodeFS(`/mounted/${number}`, folder);
  return `/mounted/${number}`;
});
const system = pyodide.pyimport("sys");
for (const folder of mounted) {
  system.path.append(folder);
}
pyodide.FS.mkdir("/work");
stdout.write(pyodide.pyimport("use").used(mounted[1], "/work"));
