/**
 * The page's end of the engine: one hidden frame, one port, promises that always settle.
 *
 * Knows nothing of the page that uses it, so that other pages can use it too. See protocol.js for the words.
 */
import { ANEW, EngineError, PROTOCOL } from "./protocol.js";

/** @typedef {import("./protocol.js").Options} Options */
/** @typedef {import("./protocol.js").Phase} Phase */
/** @typedef {import("./protocol.js").Report} Report */
/** @typedef {import("./protocol.js").Summary} Summary */
/** @typedef {import("./protocol.js").Times} Times */

/** @typedef {import("./protocol.js").Salience} Salience */

/** @typedef {{summary: Summary, salience?: Salience, phases: Times, heapBytes: number}} Result */

/**
 * @typedef {object} How
 * @property {string} [title] the headline, where the text does not hold it
 * @property {Options} options
 * @property {AbortSignal} signal
 * @property {boolean} [salience] ask for the score of every sentence as well
 * @property {(value: number) => void} [progress] 0..1
 */

/**
 * @typedef {object} Listener what the engine has to say for itself
 * @property {(loaded: number, total: number) => void} download bytes
 * @property {(name: Phase) => void} phase
 * @property {(phases: Times, heapBytes: number) => void} ready also after a restart
 * @property {(code: string, detail: string) => void} failed for good
 */

/**
 * @typedef {object} Pending
 * @property {(result: Result) => void} resolve
 * @property {(error: Error) => void} reject
 * @property {(value: number) => void} progress
 */

// Once the frame's page has loaded its script has run; ms of grace for a busy machine.
const HELLO_MS = 5000;

export class EngineClient {
  #address;
  #listener;
  /** @type {HTMLIFrameElement | undefined} */
  #frame;
  /** @type {MessagePort | undefined} */
  #port;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #grace;
  /** @type {Map<number, Pending>} */
  #pending = new Map();
  #lastId = 0;
  /** @type {EngineError | undefined} */
  #failure;
  /** @type {{id: number, text: string} | undefined} the article that the engine still has */
  #last;

  /**
   * @param {URL} address of engine.html, on this origin
   * @param {Listener} listener
   */
  constructor(address, listener) {
    this.#address = address;
    this.#listener = listener;
  }

  /** Opens the frame; once more after a failure: from the beginning. */
  open() {
    this.#mending = false;
    this.#load();
  }

  /** Whether a damaged file was the reason to open the frame. */
  #mending = false;

  #load() {
    this.#close();
    const frame = document.createElement("iframe");
    frame.hidden = true;
    frame.title = "engine";
    frame.src = new URL(this.#mending ? ANEW : "", this.#address).toString();
    frame.addEventListener("load", () => this.#connect(frame));
    document.body.append(frame);
    this.#frame = frame;
  }

  /**
   * Summarises `text`; waits until the engine is ready. Rejects with an EngineError whose code is the bridge's
   * or the engine's, or with the signal's reason once the engine has stopped.
   * @param {string} text well-formed UTF-16
   * @param {How} how
   * @returns {Promise<Result>}
   */
  async summarize(text, { title = "", options, salience = false, ...how }) {
    const id = ++this.#lastId;
    const result = await this.#request({ type: "summarize", id, text, title, options, salience }, how);
    this.#last = { id, text };
    return result;
  }

  /**
   * The same for a text that was summarised before, with other options: at once where it was the last one,
   * because it need not be read again.
   * @param {string} text well-formed UTF-16
   * @param {How} how
   * @returns {Promise<Result>}
   */
  async compose(text, how) {
    if (this.#last?.text !== text) return this.summarize(text, how);
    const { options, salience = false, ...rest } = how;
    try {
      return await this.#request({ type: "compose", id: ++this.#lastId, of: this.#last.id, options, salience }, rest);
    } catch (thrown) {
      // Another worker has taken over, which has not seen the article.
      if (thrown instanceof EngineError && thrown.code === "no_such_job") return this.summarize(text, how);
      throw thrown;
    }
  }

  /**
   * @param {Exclude<import("./protocol.js").Request, {type: "cancel"}>} request
   * @param {Pick<How, "signal" | "progress">} how
   * @returns {Promise<Result>}
   */
  #request(request, { signal, progress = () => undefined }) {
    if (this.#failure) return Promise.reject(this.#failure);
    if (signal.aborted) return Promise.reject(signal.reason);
    const { id } = request;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject, progress });
      signal.addEventListener("abort", () => this.#abort(id, signal), { once: true });
      this.#post(request);
    });
  }

  /**
   * @param {number} id
   * @param {AbortSignal} signal
   */
  #abort(id, signal) {
    if (!this.#pending.has(id)) return;
    this.#pending.get(id)?.reject(signal.reason);
    this.#pending.delete(id);
    this.#post({ type: "cancel", id });
  }

  /** @type {import("./protocol.js").Request[]} */
  #unsent = [];
  /** @type {Map<number, import("./protocol.js").Request>} what another frame would have to be asked again */
  #asked = new Map();

  /** @param {import("./protocol.js").Request} request */
  #post(request) {
    if (request.type === "cancel") this.#asked.delete(request.id);
    else this.#asked.set(request.id, request);
    if (this.#port) this.#port.postMessage(request);
    else this.#unsent.push(request);
  }

  /** @param {HTMLIFrameElement} frame */
  #connect(frame) {
    if (frame !== this.#frame || this.#port || !frame.contentWindow) return;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => this.#receive(data);
    this.#port = port1;
    frame.contentWindow.postMessage({ youten: PROTOCOL }, location.origin, [port2]);
    for (const request of this.#unsent.splice(0)) port1.postMessage(request);
    this.#grace = setTimeout(() => this.#fail("missing", "the engine's frame does not answer"), HELLO_MS);
  }

  /** @param {Report} report */
  #receive(report) {
    const listener = this.#listener;
    switch (report.type) {
      case "hello":
        clearTimeout(this.#grace);
        if (report.protocol !== PROTOCOL) this.#fail("mismatch", `protocol ${report.protocol}`);
        return;
      case "download":
        return listener.download(report.loaded, report.total);
      case "phase":
        return listener.phase(report.name);
      case "ready":
        return listener.ready(report.phases, report.heapBytes);
      case "failed":
        return this.#fail(report.code, report.detail);
      case "progress":
        return this.#pending.get(report.id)?.progress(report.value);
      default:
        return this.#settle(report);
    }
  }

  /** @param {Extract<Report, {type: "done" | "error" | "cancelled"}>} report */
  #settle(report) {
    const pending = this.#pending.get(report.id);
    this.#pending.delete(report.id);
    this.#asked.delete(report.id);
    if (report.type === "done") {
      const { summary, salience, phases, heapBytes } = report;
      pending?.resolve({ summary, ...(salience && { salience }), phases, heapBytes });
    } else if (report.type === "error") {
      pending?.reject(new EngineError(report.code, report.message));
    }
  }

  /**
   * @param {string} code
   * @param {string} detail
   */
  #fail(code, detail) {
    if (code === "damaged" && !this.#mending) return this.#mend();
    const failure = new EngineError(code, detail);
    this.#close();
    this.#asked.clear();
    this.#failure = failure;
    for (const { reject } of this.#pending.values()) reject(failure);
    this.#pending.clear();
    this.#listener.failed(code, detail);
  }

  /** A stored file was damaged and is gone: the same once more, with all that was asked. */
  #mend() {
    this.#mending = true;
    this.#load();
    this.#unsent = [...this.#asked.values()];
  }

  #close() {
    clearTimeout(this.#grace);
    this.#port?.close();
    this.#port = undefined;
    this.#frame?.remove();
    this.#frame = undefined;
    this.#unsent = [];
    this.#failure = undefined;
  }
}
