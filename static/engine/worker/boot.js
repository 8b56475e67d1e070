/**
 * From a kit to the one function that answers requests: `handle(json) -> json` (see py/youten/bridge.py).
 *
 * Three variants. *snapshot* is the product: Python started by the build, put back into memory. *packed* starts
 * Python from its library, for browsers in which that does not work. *stock* installs the published wheels with
 * micropip and parses Janome's own dictionary, which takes minutes: the oracle, and the baseline of the
 * measurements.
 */
import { deferred } from "../../shared/deferred.js";
import { EngineError } from "../../shared/engine-error.js";
import { unpacked } from "../files/gzip.js";
import { checked } from "../files/integrity.js";
import { clearFile, contentsOf } from "../files/opfs.js";
import { COSTS } from "../files/store.js";
import { openPython, writeFile } from "./python.js";
import { readSnapshot } from "../files/snapshot.js";
import { turn } from "./turn.js";

/** @typedef {import("../protocol.js").Bytes} Bytes */
/** @typedef {import("../protocol.js").Part} Part */
/** @typedef {import("./python.js").Pyodide} Pyodide */
/** @typedef {Bytes | WebAssembly.Module | undefined} Contents */
/** @typedef {(request: string) => string} Handle */
/** @typedef {(name: import("../protocol.js").Phase) => void} Enter called when a phase begins */
/** @typedef {{pyodide: Pyodide, handle: Handle}} Engine */

/**
 * The parts of a kit, which come in one by one and in any order.
 * @typedef {object} Parts
 * @property {(name: string) => Promise<Bytes>} bytes waits for one part
 * @property {() => Promise<WebAssembly.Module>} module waits for the wasm
 * @property {(name: string) => Promise<Bytes | undefined>} spare the same for one that need not be there, or not be whole
 * @property {() => Promise<unknown>} begun waits until the wasm is being compiled, if it is at hand
 * @property {() => Promise<[name: string, bytes: Bytes][]>} rest waits for the end; what nobody has asked for by name
 */

const WASM = "pyodide.asm.wasm";
const APP = "/app.zip";
const DICTIONARY = "/dictionary.bin";
const WHEELS = "/wheels";
// Unpacked by hand, in this order; they then install the rest.
const INSTALLERS = ["packaging", "micropip"];

/**
 * @param {Parts} parts
 * @param {Enter} enter
 * @returns {Promise<Engine>}
 */
async function bootSnapshot(parts, enter) {
  // Other threads can compile while this one is busy making the module.
  await parts.begun();
  const module = parts.module();
  const snapshot = parts.bytes("snapshot.bin").then(readSnapshot);
  const dictionary = parts.bytes("dictionary.bin");
  const costs = parts.spare(COSTS);
  void Promise.all([module, snapshot, dictionary]).then(() => enter("restore"), () => undefined);
  const header = Uint8Array.from(atob(__EARLY__.header), (character) => character.charCodeAt(0));
  const pyodide = await openPython(module, __LOCK__, { early: { ...__EARLY__, header }, snapshot, dictionary, costs });
  return { pyodide, handle: pyodide.pyimport("youten.browser").resume() };
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
  const pyodide = await openPython(Promise.resolve(module), __LOCK__, { stdlib });
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

const VARIANTS = { snapshot: bootSnapshot, packed: bootPacked, stock: bootStock };

/**
 * @param {import("../protocol.js").Variant} variant
 * @param {Parts} parts
 * @param {Enter} enter
 */
export const boot = (variant, parts, enter) => VARIANTS[variant](parts, enter);

/**
 * Bytes of a stored part.
 * @param {string} name
 * @param {import("../protocol.js").StoredPart} part
 */
async function read(name, { stored }) {
  try {
    return await (stored instanceof Blob ? stored.arrayBuffer().then((buffer) => new Uint8Array(buffer)) : contentsOf(stored));
  } catch (error) {
    throw new EngineError("damaged", `${name}: ${error}`); // It has been removed meanwhile.
  }
}

/**
 * What is damaged and can be spared is emptied, so that the service worker makes it anew.
 * @param {import("../protocol.js").StoredPart} part
 */
async function clear({ stored }) {
  if (!(stored instanceof Blob)) await clearFile(stored);
  return undefined;
}

/**
 * Contents of a stored part, ready for use.
 * @param {string} name
 * @param {Bytes} bytes
 * @param {readonly string[]} hashes
 */
function opened(name, bytes, hashes) {
  /** @type {Promise<Contents>} */
  const ready = name === WASM ? WebAssembly.compile(bytes) : unpacked(bytes);
  return checked(ready, bytes, name, hashes);
}

/**
 * Parts that are put in as they come in.
 * @param {readonly string[]} names of all there will be
 * @returns {Parts & {put: (name: string, part: Part) => Promise<void>, lent: () => [name: string, part: Bytes][]}}
 */
export function openParts(names) {
  /** @type {Map<string, import("../../shared/deferred.js").Deferred<Contents>>} */
  const parts = new Map(names.map((name) => [name, deferred()]));
  const asked = new Set();
  /** @type {[name: string, part: Bytes][]} */
  const lent = [];
  /** @type {Promise<unknown> | undefined} the wasm, read by this worker itself, which takes no time */
  let reading;
  /**
   * @param {string} name
   * @param {Part} part
   */
  const put = async (name, part) => {
    if (part instanceof Uint8Array) lent.push([name, part]);
    if (!("stored" in part)) return parts.get(name)?.resolve(part);
    const bytes = read(name, part);
    if (name === WASM && !(part.stored instanceof Blob)) reading = bytes;
    const contents = bytes.then((whole) => opened(name, whole, part.hashes));
    parts.get(name)?.resolve(await (part.spare ? contents.catch(() => clear(part)) : contents));
  };
  /** @param {string} name */
  const part = (name) => {
    asked.add(name);
    const found = parts.get(name)?.promise;
    if (!found) throw new EngineError("missing", name);
    return found;
  };
  return {
    put,
    lent: () => lent,
    begun: () => turn().then(() => reading?.catch(() => undefined)),
    bytes: async (name) => /** @type {Bytes} */ (await part(name)),
    spare: async (name) => (parts.has(name) ? /** @type {Bytes | undefined} */ (await part(name)) : undefined),
    module: async () => /** @type {WebAssembly.Module} */ (await part(WASM)),
    rest: () =>
      Promise.all(
        [...parts].filter(([name]) => !asked.has(name)).map(async ([name]) => [name, /** @type {Bytes} */ (await part(name))]),
      ),
  };
}
