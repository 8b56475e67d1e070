/**
 * The page's end of the engine: one hidden frame, one port, promises that always settle.
 *
 * Knows nothing of the page that uses it, so that other pages can use it too. See protocol.js for the words.
 */
import { deferred } from "../../shared/deferred.js";
import { EngineError } from "../../shared/engine-error.js";
import { workerAddress } from "../../shared/trust.js";
import { PROTOCOL, VARIANTS } from "../protocol.js";
import { storedParts } from "../files/store.js";

/** @typedef {import("../protocol.js").Options} Options */
/** @typedef {import("../protocol.js").Phase} Phase */
/** @typedef {import("../protocol.js").Report} Report */
/** @typedef {import("../protocol.js").Summary} Summary */
/** @typedef {import("../protocol.js").Times} Times */
/** @typedef {import("../protocol.js").Variant} Variant */

/** @typedef {import("../protocol.js").Salience} Salience */

/** @typedef {{summary: Summary, salience?: Salience, phases: Times, heapBytes: number}} Result */

/** @typedef {Extract<Report, {type: "done" | "read" | "rendered"}>} Answer */
/** @typedef {import("../protocol.js").Bytes} Bytes */
/** @typedef {import("../protocol.js").Furigana} Furigana */

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
 * @typedef {object} Setup
 * @property {Variant} [variant] how to start; else the usual way, unless that is known not to work here
 * @property {typeof __ASSETS__} [assets] with them, what a service worker has stored of them is used
 * @property {() => HTMLIFrameElement | null} [frame] finds one that is in the page already, once the page is there
 */

/**
 * @typedef {object} Pending
 * @property {(report: Answer) => void} resolve
 * @property {(error: Error) => void} reject
 * @property {(value: number) => void} progress
 */

// Once the frame's page has loaded its script has run; ms of grace for a busy machine.
const HELLO_MS = 5000;

// Where it is noted which variant works in this browser where the usual one does not, as "<release> <variant>".
const NOTE = "youten-variant";

/**
 * @param {URL} address of engine.html
 * @returns {Variant}
 */
function usualVariant(address) {
  try {
    const [release, noted] = localStorage.getItem(NOTE)?.split(" ") ?? [];
    return VARIANTS.find((variant) => release === address.pathname && variant === noted) ?? VARIANTS[0];
  } catch {
    return VARIANTS[0]; // No storage, no note.
  }
}

/**
 * @param {URL} address of engine.html
 * @param {Variant} variant
 */
function noteVariant(address, variant) {
  try {
    localStorage.setItem(NOTE, `${address.pathname} ${variant}`);
  } catch {
    // Then the next visit finds out again.
  }
}

export class EngineClient {
  #address;
  /** @type {Listener | undefined} */
  #listener;
  /** @type {Report[]} what came before anybody listened */
  #unheard = [];
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

  /** @type {Worker | undefined} of this start, unless it comes out of the store */
  #fetcher;
  #variant;
  #assets;
  #findFrame;
  /** @type {import("../../shared/deferred.js").Deferred<void>} */
  #begun = deferred();
  /** Resolves once the worker runs: its frame is on the page's own thread and has done its part by then. */
  begun = this.#begun.promise;

  /**
   * @param {URL} address of engine.html, on this origin
   * @param {Setup} [setup]
   */
  constructor(address, { variant, assets, frame = () => null } = {}) {
    this.#address = address;
    this.#variant = variant ?? usualVariant(address);
    this.#assets = assets;
    this.#findFrame = frame;
  }

  /** From now on; what the engine has said so far comes at once. @param {Listener} listener */
  listen(listener) {
    this.#listener = listener;
    for (const report of this.#unheard.splice(0)) this.#tell(listener, report);
  }

  /** Opens the frame and has its parts brought; once more after a failure: from the beginning. */
  open() {
    this.#close();
    const { port1: sink, port2: source } = new MessageChannel();
    this.#sink = sink;
    void this.#supply(sink);
    // A script that runs this early may be there before the page's body.
    if (document.readyState !== "loading" || this.#findFrame()) this.#show(source);
    else addEventListener("DOMContentLoaded", () => sink === this.#sink && this.#show(source), { once: true });
  }

  /** @type {MessagePort | undefined} where the parts of this start go in */
  #sink;

  /** @param {MessagePort} sink */
  async #supply(sink) {
    const begin = performance.now();
    // Without a service worker nothing is stored.
    const assets = navigator.serviceWorker?.controller && this.#assets?.[this.#variant];
    const parts = assets ? await storedParts(assets, this.#address) : undefined;
    if (sink !== this.#sink) return;
    if (!parts) return this.#fetch(sink);
    /** @param {import("../protocol.js").Delivery} delivery */
    const deliver = (delivery) => sink.postMessage(delivery);
    deliver({ type: "names", names: [...parts.keys()] });
    for (const [name, part] of parts) deliver({ type: "part", name, part });
    deliver({ type: "complete", times: { download: performance.now() - begin } });
  }

  /** @param {MessagePort} sink */
  #fetch(sink) {
    // A blob's policy would be this page's; the fetcher needs nothing but its own origin, and sees no text.
    this.#fetcher = new Worker(workerAddress(new URL("fetcher.js", this.#address).toString()), { type: "module" });
    this.#fetcher.onerror = () => this.#fail("unreachable", "the fetcher did not start");
    this.#fetcher.postMessage({ variant: this.#variant }, [sink]);
  }

  /** @param {MessagePort} source of the parts */
  #show(source) {
    const found = this.#findFrame();
    const frame = found ?? document.createElement("iframe");
    this.#frame = frame;
    frame.addEventListener("load", () => this.#connect(frame, source));
    if (found) {
      // It may have been loaded already; as the browser's own page about an error too, which nobody can look into.
      const there = found.contentDocument;
      if (!there || (there.URL === found.src && there.readyState === "complete")) this.#connect(frame, source);
      return;
    }
    frame.hidden = true;
    frame.title = "engine";
    frame.src = this.#address.toString();
    document.body.append(frame);
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
    const result = await this.#summary({ type: "summarize", id, text, title, options, salience }, how);
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
      return await this.#summary({ type: "compose", id: ++this.#lastId, of: this.#last.id, options, salience }, rest);
    } catch (thrown) {
      // Another worker has taken over, which has not seen the article.
      if (thrown instanceof EngineError && thrown.code === "no_such_job") return this.summarize(text, how);
      throw thrown;
    }
  }

  /**
   * Furigana for spans of the article that was summarised last, and for other texts.
   * @param {string} article
   * @param {{spans: [number, number][], texts: string[], signal: AbortSignal, load: () => Promise<Bytes>}} wish  `load`
   *   fetches the dictionary's second file, which an engine needs once
   * @returns {Promise<Furigana>}
   */
  async readings(article, { spans, texts, signal, load }) {
    const of = this.#last?.text === article ? this.#last.id : -1;
    const ask = async (/** @type {Bytes | undefined} */ pack) => {
      const more = pack ? { pack } : {};
      const answer = await this.#request({ type: "readings", id: ++this.#lastId, of, spans, texts, ...more }, { signal });
      return answer.type === "read" ? answer.furigana : { spans: [], texts: [] };
    };
    try {
      return await ask(undefined);
    } catch (thrown) {
      if (!(thrown instanceof EngineError && thrown.code === "no_readings")) throw thrown;
      return ask(await load());
    }
  }

  /**
   * The summary of a text as text to paste: at once where it was the last one.
   * @param {string} text well-formed UTF-16
   * @param {import("../protocol.js").Format} format
   * @param {Pick<How, "options" | "signal">} how
   * @returns {Promise<string>}
   */
  async render(text, format, { options, signal }) {
    if (this.#last?.text !== text) await this.summarize(text, { options, signal });
    const ask = async () => {
      const of = this.#last?.id ?? -1;
      const answer = await this.#request({ type: "render", id: ++this.#lastId, of, options, format }, { signal });
      return answer.type === "rendered" ? answer.text : "";
    };
    try {
      return await ask();
    } catch (thrown) {
      if (!(thrown instanceof EngineError && thrown.code === "no_such_job")) throw thrown;
      await this.summarize(text, { options, signal });
      return await ask();
    }
  }

  /**
   * @param {Extract<import("../protocol.js").Request, {type: "summarize" | "compose"}>} request
   * @param {Pick<How, "signal" | "progress">} how
   * @returns {Promise<Result>}
   */
  async #summary(request, how) {
    const answer = await this.#request(request, how);
    if (answer.type !== "done") throw new EngineError("fault", answer.type);
    const { summary, salience, phases, heapBytes } = answer;
    return { summary, ...(salience && { salience }), phases, heapBytes };
  }

  /**
   * @param {Exclude<import("../protocol.js").Request, {type: "cancel"}>} request
   * @param {Pick<How, "signal" | "progress">} how
   * @returns {Promise<Answer>}
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

  /** @type {import("../protocol.js").Request[]} */
  #unsent = [];
  /** @type {Map<number, import("../protocol.js").Request>} what another frame would have to be asked again */
  #asked = new Map();

  /** @param {import("../protocol.js").Request} request */
  #post(request) {
    if (request.type === "cancel") this.#asked.delete(request.id);
    else this.#asked.set(request.id, request);
    if (this.#port) this.#port.postMessage(request);
    else this.#unsent.push(request);
  }

  /**
   * @param {HTMLIFrameElement} frame
   * @param {MessagePort} parts the fetcher's
   */
  #connect(frame, parts) {
    if (frame !== this.#frame || this.#port || !frame.contentWindow) return;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => this.#receive(data);
    this.#port = port1;
    frame.contentWindow.postMessage({ youten: PROTOCOL, variant: this.#variant }, location.origin, [port2, parts]);
    for (const request of this.#unsent.splice(0)) port1.postMessage(request);
    this.#grace = setTimeout(() => this.#fail("missing", "the engine's frame does not answer"), HELLO_MS);
  }

  /** @param {Report} report */
  #receive(report) {
    switch (report.type) {
      case "hello":
        clearTimeout(this.#grace);
        if (report.protocol !== PROTOCOL) this.#fail("mismatch", `protocol ${report.protocol}`);
        return;
      case "begun":
        return this.#begun.resolve();
      case "ready":
        this.#fetcher?.terminate();
        return this.#say(report);
      case "download":
      case "phase":
        return this.#say(report);
      case "again":
        return this.#startOtherwise(report);
      case "failed":
        return this.#fail(report.code, report.detail);
      case "progress":
        return this.#pending.get(report.id)?.progress(report.value);
      default:
        return this.#settle(report);
    }
  }

  /** @param {Report} report */
  #say(report) {
    if (this.#listener) this.#tell(this.#listener, report);
    else this.#unheard.push(report);
  }

  /**
   * @param {Listener} listener
   * @param {Report} report
   */
  #tell(listener, report) {
    if (report.type === "download") listener.download(report.loaded, report.total);
    else if (report.type === "phase") listener.phase(report.name);
    else if (report.type === "ready") listener.ready(report.phases, report.heapBytes);
    else if (report.type === "failed") listener.failed(report.code, report.detail);
  }

  /** @param {Extract<Report, {type: "done" | "read" | "rendered" | "error" | "cancelled"}>} report */
  #settle(report) {
    const pending = this.#pending.get(report.id);
    this.#pending.delete(report.id);
    this.#asked.delete(report.id);
    if (report.type === "done" || report.type === "read" || report.type === "rendered") {
      pending?.resolve(report);
    } else if (report.type === "error") {
      pending?.reject(new EngineError(report.code, report.message));
    }
  }

  /**
   * @param {string} code
   * @param {string} detail
   */
  #fail(code, detail) {
    const failure = new EngineError(code, detail);
    this.#close();
    this.#asked.clear();
    this.#failure = failure;
    for (const { reject } of this.#pending.values()) reject(failure);
    this.#pending.clear();
    this.#say({ type: "failed", code, detail });
  }

  /** Another frame in place of this one, with all that was asked. @param {Extract<Report, {type: "again"}>} report */
  #startOtherwise({ variant, store }) {
    // What the fetcher has brought is not damaged, whatever the frame makes of it.
    const next = store || !this.#fetcher ? variant : "packed";
    if (!store) this.#assets = undefined;
    if (next !== this.#variant) noteVariant(this.#address, next);
    this.#variant = next;
    this.open();
    this.#unsent = [...this.#asked.values()];
  }

  #close() {
    clearTimeout(this.#grace);
    this.#sink = undefined;
    this.#fetcher?.terminate();
    this.#fetcher = undefined;
    this.#port?.close();
    this.#port = undefined;
    this.#frame?.remove();
    this.#frame = undefined;
    this.#unsent = [];
    this.#failure = undefined;
  }
}
