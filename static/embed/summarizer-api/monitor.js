/**
 * CreateMonitor: reports the progress of a download to its listeners.
 *
 * Source: https://webmachinelearning.github.io/writing-assistance-apis/#shared-apis.
 */
import { asInterface } from "./webidl.js";

const PASS = Symbol("CreateMonitor");
const NAME = "downloadprogress";

/** @typedef {(this: CreateMonitor, event: Event) => unknown} Handler */

export class CreateMonitor extends EventTarget {
  /** @type {Handler | null} */
  #handler = null;
  #listens = false;

  /** @param {unknown[]} pass */
  constructor(...pass) {
    if (pass[0] !== PASS) throw new TypeError("Illegal constructor");
    super();
  }

  get ondownloadprogress() {
    return this.#handler;
  }

  set ondownloadprogress(value) {
    // An event handler attribute: non-objects become null, and its place among the listeners is that of the first handler.
    const kept = typeof value === "function" || (typeof value === "object" && value !== null);
    this.#handler = kept ? value : null;
    if (this.#listens || !kept) return;
    this.#listens = true;
    this.addEventListener(NAME, (event) => {
      if (typeof this.#handler === "function") this.#handler.call(this, event);
    });
  }
}

asInterface(CreateMonitor, "CreateMonitor");

export const newMonitor = () => new CreateMonitor(PASS);

/**
 * Fire the progress event.
 * @param {CreateMonitor} monitor
 * @param {number} loaded 0..1, the total being 1
 */
export function fireProgress(monitor, loaded) {
  const event = new ProgressEvent(NAME, { lengthComputable: true, loaded, total: 1 });
  // Browsers in which it is still an integer.
  if (event.loaded !== loaded) Object.defineProperty(event, "loaded", { value: loaded });
  monitor.dispatchEvent(event);
}
