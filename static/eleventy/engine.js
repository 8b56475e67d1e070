/**
 * One Python for the whole build: Pyodide under Node, with youten and its dictionary from `youten.zip`.
 *
 * Nothing is fetched; the zip is beside this file. The boundary is one function, JSON text in and out.
 */
import { readFile } from "node:fs/promises";
import { loadPyodide } from "pyodide";

/** @type {Promise<(request: string) => string> | undefined} */
let starting;

async function start() {
  const pyodide = await loadPyodide();
  pyodide.FS.writeFile("/youten.zip", await readFile(new URL("youten.zip", import.meta.url)));
  const system = pyodide.pyimport("sys");
  system.path.insert(0, "/youten.zip");
  system.destroy();
  return pyodide.pyimport("youten.plugins.eleventy").handle;
}

/**
 * @typedef {{html?: string, style?: string, markdown?: string, title?: string, mdx?: boolean, options: object}} Request
 * @typedef {{html: string, problem: string, line: number, tree: import("./markdown.d.ts").BoxTree}} Reply
 */

/**
 * Start Python; return what answers at once.
 * @returns {Promise<(request: Request) => Reply>}
 */
export async function now() {
  starting ??= start();
  const handle = await starting;
  return (request) => {
    const reply = JSON.parse(handle(JSON.stringify(request)));
    if (reply.error) {
      throw new Error(`youten: ${reply.error.message}`);
    }
    return reply;
  };
}

/** @param {Request} request */
export async function ask(request) {
  return (await now())(request);
}
