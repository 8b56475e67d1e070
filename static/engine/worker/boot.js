/**
 * Starts Python and returns the function that answers requests: `handle(json) -> json` (see py/youten/bridge/__init__.py).
 *
 * Four variants. *snapshot*, the usual one, restores the memory of a Python that the build has started, and has only
 * the functions of the interpreter that summaries have been seen to need; all others trap. *whole* restores the same
 * memory and has all functions. *packed* starts Python from its library, for browsers in which that does not work. *stock* installs the published wheels
 * with micropip and parses Janome's own dictionary, which takes minutes: the reference for tokens and measurements.
 */
import { costsOf } from "../files/connection-costs.js";
import { COSTS } from "../files/store.js";
import { readSnapshot } from "../files/snapshot.js";
import { giveDictionary, openPython, writeFile } from "./python.js";
import { practiseUntil } from "./warm.js";

/** @typedef {import("../protocol.js").Bytes} Bytes */
/** @typedef {import("./parts.js").Parts} Parts */
/** @typedef {import("./python.js").Pyodide} Pyodide */
/** @typedef {(request: string) => string} Handle */
/** @typedef {(name: import("../protocol.js").Phase) => void} Enter called when a phase begins */
/**
 * Works on a text of its own for so many ms, so that the browser compiles what the reader's text will need; returns
 * whether there is more to do.
 * @typedef {(ms: number) => boolean} Practise
 */
/** @typedef {{pyodide: Pyodide, handle: Handle, practise?: Practise}} Engine */

const APP = "/app.zip";
const DICTIONARY = "/dictionary.bin";
const WHEELS = "/wheels";
// Unpacked in this order without an installer; they install the rest.
const INSTALLERS = ["packaging", "micropip"];

/**
 * @param {Parts} parts
 * @param {Enter} enter
 * @returns {Promise<Engine>}
 */
async function bootSnapshot(parts, enter) {
  // Other threads can compile while this one makes the module.
  await parts.begun();
  const module = parts.module();
  const snapshot = parts.bytes("snapshot.bin").then(readSnapshot);
  const dictionary = parts.bytes("dictionary.bin");
  const rest = Promise.all([dictionary, parts.spare(COSTS)]).then(
    ([bytes, costs]) => /** @type {const} */ ([bytes, costs ?? costsOf(bytes, __SITE__.early.matrix)]),
  );
  rest.catch(() => undefined); // Handled below, unless the interpreter itself cannot be restored.
  void Promise.all([module, snapshot, dictionary]).then(
    () => enter("restore"),
    () => undefined,
  );
  const header = Uint8Array.from(atob(__SITE__.early.header), (character) => character.charCodeAt(0));
  const pyodide = await openPython(module, __SITE__.lock, { header, snapshot });
  const browser = pyodide.pyimport("youten.browser");
  giveDictionary(pyodide, await snapshot, ...(await practiseUntil(rest, browser.practise(false))));
  return { pyodide, handle: browser.resume(), practise: browser.practise(true) };
}

/**
 * @param {Parts} parts
 * @param {Enter} enter
 * @returns {Promise<Engine>}
 */
async function bootPacked(parts, enter) {
  const stdlib = await parts.bytes("stdlib.zip");
  const module = await parts.module();
  enter("python");
  const pyodide = await openPython(Promise.resolve(module), __SITE__.lock, { stdlib });
  enter("packages");
  writeFile(pyodide, APP, await parts.bytes("app.zip"));
  pyodide.pyimport("sys").path.insert(0, APP);
  const { boot } = pyodide.pyimport("youten.browser");
  enter("dictionary");
  writeFile(pyodide, DICTIONARY, await parts.bytes("dictionary.bin"));
  const file = pyodide.pyimport("io").open(DICTIONARY, "rb");
  const handle = boot(file.read());
  file.close();
  pyodide.FS.unlink(DICTIONARY);
  return { pyodide, handle };
}

/**
 * @param {Parts} parts
 * @param {Enter} enter
 * @returns {Promise<Engine>}
 */
async function bootStock(parts, enter) {
  const stdlib = await parts.bytes("python_stdlib.zip");
  const lock = new TextDecoder().decode(await parts.bytes("pyodide-lock.json"));
  const module = await parts.module();
  enter("python");
  const pyodide = await openPython(Promise.resolve(module), lock, { stdlib });
  enter("packages");
  const wheels = (await parts.rest()).filter(([name]) => name.endsWith(".whl"));
  /** @param {string} name */
  const isInstaller = (name) => INSTALLERS.some((tool) => name.startsWith(`${tool}-`));
  for (const [, bytes] of wheels.filter(([name]) => isInstaller(name))) pyodide.unpackArchive(bytes, "wheel");
  pyodide.FS.mkdirTree(WHEELS);
  const others = wheels.filter(([name]) => !isInstaller(name));
  for (const [name, bytes] of others) writeFile(pyodide, `${WHEELS}/${name}`, bytes);
  const addresses = pyodide.toPy(others.map(([name]) => `emfs:${WHEELS}/${name}`));
  await pyodide.pyimport("micropip").install.callKwargs(addresses, { index_urls: pyodide.toPy([]) });
  const { boot_stock: boot } = pyodide.pyimport("youten.browser");
  enter("dictionary");
  return { pyodide, handle: boot() };
}

const VARIANTS = { snapshot: bootSnapshot, whole: bootSnapshot, packed: bootPacked, stock: bootStock };

/**
 * Start in the given way.
 * @param {import("../protocol.js").Variant} variant
 * @param {Parts} parts
 * @param {Enter} enter
 */
export const boot = (variant, parts, enter) => VARIANTS[variant](parts, enter);
