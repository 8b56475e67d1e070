/**
 * The parts that a worker starts from. They arrive one by one, in any order, while it is already starting.
 *
 * Stored parts are read and checked here; fetched parts have been checked by the fetcher.
 */
import { deferred } from "../../shared/deferred.js";
import { EngineError } from "../../shared/engine-error.js";
import { unpacked } from "../files/gzip.js";
import { checked } from "../files/integrity.js";
import { clearFile, contentsOf } from "../files/opfs.js";
import { turn } from "./turn.js";

/** @typedef {import("../protocol.js").Bytes} Bytes */
/** @typedef {import("../protocol.js").Part} Part */
/** @typedef {import("../protocol.js").StoredPart} StoredPart */
/** @typedef {Bytes | WebAssembly.Module | undefined} Contents */

const WASM = "pyodide.asm.wasm";

/**
 * Read a stored part.
 * @param {string} name
 * @param {StoredPart} part
 */
async function read(name, { stored }) {
  try {
    return await (stored instanceof Blob
      ? stored.arrayBuffer().then((buffer) => new Uint8Array(buffer))
      : contentsOf(stored));
  } catch (error) {
    throw new EngineError("damaged", `${name}: ${error}`); // It has been removed meanwhile.
  }
}

/** Empty a damaged spare part, so that the service worker makes it again. @param {StoredPart} part */
async function clear({ stored }) {
  if (!(stored instanceof Blob)) await clearFile(stored);
  return undefined;
}

/**
 * Unpack or compile a stored part, and check it meanwhile.
 * @param {string} name
 * @param {Bytes} bytes
 * @param {readonly string[]} hashes
 */
function opened(name, bytes, hashes) {
  /** @type {Promise<Contents>} */
  const ready = name === WASM ? WebAssembly.compile(bytes) : unpacked(bytes);
  return checked(ready, bytes, name, hashes);
}

export class Parts {
  /** @type {Map<string, import("../../shared/deferred.js").Deferred<Contents>>} */
  #parts;
  /** @type {Set<string>} names that were requested */
  #requested = new Set();
  /** @type {[name: string, part: Bytes][]} fetched parts, to be returned to the frame */
  #lent = [];
  /** @type {Promise<unknown> | undefined} the wasm, where this worker reads it from a file, which is quick */
  #reading;

  /** @param {readonly string[]} names of all parts there will be */
  constructor(names) {
    this.#parts = new Map(names.map((name) => [name, deferred()]));
  }

  /**
   * Add a part that has arrived.
   * @param {string} name
   * @param {Part} part
   */
  async put(name, part) {
    if (part instanceof Uint8Array) this.#lent.push([name, part]);
    if (!("stored" in part)) return this.#parts.get(name)?.resolve(part);
    const bytes = read(name, part);
    if (name === WASM && !(part.stored instanceof Blob)) this.#reading = bytes;
    const contents = bytes.then((whole) => opened(name, whole, part.hashes));
    this.#parts.get(name)?.resolve(await (part.spare ? contents.catch(() => clear(part)) : contents));
  }

  /** Fetched parts, which are only lent to this worker. */
  get lent() {
    return this.#lent;
  }

  /** Wait until the wasm is being compiled, if it is at hand. */
  begun() {
    return turn().then(() => this.#reading?.catch(() => undefined));
  }

  /** Wait for the contents of a part. @param {string} name @returns {Promise<Bytes>} */
  async bytes(name) {
    return /** @type {Bytes} */ (await this.#wait(name));
  }

  /** Wait for a part that may be missing or damaged. @param {string} name @returns {Promise<Bytes | undefined>} */
  async spare(name) {
    return this.#parts.has(name) ? this.bytes(name) : undefined;
  }

  /** Wait for the compiled wasm. @returns {Promise<WebAssembly.Module>} */
  async module() {
    return /** @type {WebAssembly.Module} */ (await this.#wait(WASM));
  }

  /** Wait for all parts that were not requested by name. @returns {Promise<[name: string, bytes: Bytes][]>} */
  rest() {
    const names = [...this.#parts.keys()].filter((name) => !this.#requested.has(name));
    return Promise.all(names.map(async (name) => [name, await this.bytes(name)]));
  }

  /** @param {string} name */
  #wait(name) {
    this.#requested.add(name);
    const found = this.#parts.get(name)?.promise;
    if (!found) throw new EngineError("missing", name);
    return found;
  }
}
