/**
 * From a kit to the one function that answers requests: `handle(json) -> json` (see py/youten/bridge.py).
 *
 * Two variants. *packed* is the product, started from its files or from a memory snapshot. *stock* installs the published wheels with micropip and parses
 * Janome's own dictionary, which takes minutes: the oracle, and the baseline of the measurements.
 */
import { EngineError } from "./protocol.js";
import { unpacked } from "./assets.js";
import { openPython, stdlibPath, writeFile } from "./python.js";
import { readSnapshot, takeSnapshot } from "./snapshot.js";

/** @typedef {import("./protocol.js").Kit} Kit */
/** @typedef {import("./python.js").Pyodide} Pyodide */
/** @typedef {(request: string) => string} Handle */
/** @typedef {(name: import("./protocol.js").Phase) => void} Enter called when a phase begins */
/** @typedef {{pyodide: Pyodide, handle: Handle, tidy?: () => Promise<void>}} Engine  tidy: work for an idle moment */

const APP = "/app.zip";
const DICTIONARY = "/dictionary.bin";
const WHEELS = "/wheels";
// Unpacked by hand, in this order; they then install the rest.
const INSTALLERS = ["packaging", "micropip"];

/**
 * @param {Kit} kit
 * @param {string} name
 */
function part(kit, name) {
  const bytes = kit.files[name];
  if (!bytes) throw new EngineError("missing", name);
  return bytes;
}

/**
 * @param {Kit} kit
 * @param {Enter} enter
 * @param {boolean} keepable see openPython
 * @returns {Promise<Engine>}
 */
async function bootPacked(kit, enter, keepable = false) {
  enter("python");
  const script = part(kit, "pyodide.asm.mjs");
  const lock = part(kit, "pyodide-lock.json");
  const pyodide = await openPython(kit.module, { script, stdlib: part(kit, "stdlib.zip"), lock }, { keepable });
  enter("packages");
  writeFile(pyodide, APP, part(kit, "app.zip"));
  pyodide.pyimport("sys").path.insert(0, APP);
  const { boot } = pyodide.pyimport("youten.browser");
  enter("dictionary");
  writeFile(pyodide, DICTIONARY, part(kit, "dictionary.bin"));
  const file = pyodide.pyimport("io").open(DICTIONARY, "rb");
  const handle = boot(file.read());
  file.close();
  pyodide.FS.unlink(DICTIONARY);
  return { pyodide, handle };
}

/**
 * @param {Kit} kit
 * @param {Enter} enter
 * @returns {Promise<Engine>}
 */
async function bootStock(kit, enter) {
  enter("python");
  const script = part(kit, "pyodide.asm.mjs");
  const lock = part(kit, "pyodide-lock.json");
  const pyodide = await openPython(kit.module, { script, stdlib: part(kit, "python_stdlib.zip"), lock });
  enter("packages");
  const wheels = Object.keys(kit.files).filter((name) => name.endsWith(".whl"));
  const isInstaller = (/** @type {string} */ name) => INSTALLERS.some((tool) => name.startsWith(`${tool}-`));
  for (const name of wheels.filter(isInstaller)) {
    pyodide.unpackArchive(part(kit, name), "wheel");
  }
  pyodide.FS.mkdirTree(WHEELS);
  const others = wheels.filter((name) => !isInstaller(name));
  for (const name of others) writeFile(pyodide, `${WHEELS}/${name}`, part(kit, name));
  const addresses = pyodide.toPy(others.map((name) => `emfs:${WHEELS}/${name}`));
  await pyodide.pyimport("micropip").install.callKwargs(addresses, { index_urls: pyodide.toPy([]) });
  const { boot_stock: boot } = pyodide.pyimport("youten.browser");
  enter("dictionary");
  return { pyodide, handle: boot() };
}

/**
 * Puts the archives back, which are not in a snapshot: whatever is imported late finds them.
 * @param {Pyodide} pyodide
 * @param {Record<string, Blob>} spare
 */
async function putArchives(pyodide, spare) {
  const paths = { "app.zip": APP, "stdlib.zip": stdlibPath(pyodide) };
  for (const [name, path] of Object.entries(paths)) {
    const blob = spare[name];
    if (blob) writeFile(pyodide, path, await unpacked(blob));
  }
}

/**
 * @param {Kit} kit
 * @param {Blob} blob
 * @param {Enter} enter
 * @returns {Promise<Engine>}
 */
async function bootSnapshot(kit, blob, enter) {
  enter("restore");
  const { snapshot, verified } = readSnapshot(blob);
  const script = part(kit, "pyodide.asm.mjs");
  const lock = part(kit, "pyodide-lock.json");
  const pyodide = await openPython(kit.module, { script, stdlib: new Uint8Array(), lock }, { snapshot });
  const handle = pyodide.pyimport("youten.browser").resume();
  await verified;
  return { pyodide, handle, tidy: () => putArchives(pyodide, kit.spare ?? {}) };
}

/**
 * Starts an engine that never sees a text, and gives its memory.
 * @param {Kit} kit
 * @returns {Promise<Blob>}
 */
export async function makeSnapshot(kit) {
  const { pyodide } = await bootPacked(kit, () => undefined, true);
  pyodide.pyimport("youten.browser").settle();
  return new Blob([await takeSnapshot(pyodide)]);
}

/**
 * @param {Kit} kit
 * @param {Enter} enter
 */
export function boot(kit, enter) {
  if (kit.snapshot) return bootSnapshot(kit, kit.snapshot, enter);
  return kit.variant === "stock" ? bootStock(kit, enter) : bootPacked(kit, enter);
}
