/**
 * Makes the memory snapshot for the next visit, while the reader needs nothing.
 *
 * A worker of its own is started, never sees a text, and is gone once its memory is stored or a request comes
 * in. So a snapshot cannot hold anything of the reader's, and nobody waits for it.
 */
import { dropOthers, keepSnapshot, wantsSnapshot } from "./store.js";
import { workerAddress } from "../trust.js";

/** @typedef {import("./protocol.js").Kit} Kit */
/** @typedef {import("./protocol.js").Word} Word */

// Nothing asked for so long; ms.
const REST_MS = 2000;
const MAX_ATTEMPTS = 3;
// A second interpreter beside the first, and its memory once more: not on the smallest of devices; GB.
const LEAST_MEMORY = 2;

export class Keeper {
  #kit;
  #address;
  #attempts = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {Worker | undefined} */
  #worker;

  /**
   * @param {() => Kit | undefined} kit to start the worker from, if it can be had
   * @param {string} address blob: address of the worker's script
   */
  constructor(kit, address) {
    this.#kit = kit;
    this.#address = address;
  }

  /** The engine has nothing to do. */
  rest() {
    clearTimeout(this.#timer);
    if (this.#worker) return;
    this.#timer = setTimeout(() => void this.#make(), REST_MS);
  }

  /** The engine is wanted: give the processor back. */
  disturb() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  async #make() {
    const timer = this.#timer;
    await dropOthers();
    const memory = /** @type {{deviceMemory?: number}} */ (navigator).deviceMemory ?? LEAST_MEMORY;
    if (memory < LEAST_MEMORY || this.#attempts >= MAX_ATTEMPTS || !(await wantsSnapshot())) return;
    const kit = this.#kit();
    if (!kit || timer !== this.#timer) return;
    this.#attempts += 1;
    const worker = new Worker(workerAddress(this.#address), { type: "module" });
    this.#worker = worker;
    worker.onerror = (event) => {
      event.preventDefault();
      this.disturb();
    };
    worker.onmessage = ({ data }) => void this.#hear(data);
    worker.postMessage({ type: "keep", kit });
  }

  /** @param {Word} word */
  async #hear(word) {
    if (word.type === "fault") {
      this.#attempts = MAX_ATTEMPTS;
      this.disturb();
    }
    if (word.type !== "kept") return;
    this.disturb();
    this.#attempts = MAX_ATTEMPTS;
    await keepSnapshot(word.snapshot);
  }
}
