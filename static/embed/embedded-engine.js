/**
 * The engine for scripts in a host page: one hidden frame of ours for the whole page.
 *
 * Requests nothing from our server before `open` or `summarize` is called. Boxes and Summarizer interfaces of this
 * protocol version that were loaded by different scripts share one engine.
 */
import { deferred } from "../shared/deferred.js";
import { EngineError } from "../shared/engine-error.js";
import { FrameClient } from "../shared/frame-client.js";
import { wellFormed } from "../shared/text.js";
import { isOurs, LONGEST_LINE, MOST_REQUESTS, NAMESPACE, reportFrom, VERSION } from "./protocol.js";

/** @typedef {import("./protocol.js").Options} Options */
/** @typedef {import("./protocol.js").Report} Report */
/** @typedef {import("./protocol.js").Summary} Summary */

/** @typedef {{stage: "download" | "start" | "summarize", value: number}} Progress value 0..1 */

/** @typedef {"idle" | "loading" | "ready" | "failed"} State */

// How long a frame may take to say hello; ms. It may be blocked, or the network may be gone.
const HELLO_MS = 20_000;

class EmbeddedEngine {
  /** @type {State} */
  state = "idle";
  /** Version of the engine, once it is known. */
  engine = "";
  /** Share of the download that is done, 0..1. */
  downloaded = 0;
  /** Fires "change" whenever state or download change. */
  events = new EventTarget();

  #address;
  /** @type {FrameClient<Report>} */
  #client = new FrameClient(reportFrom, (report) => this.#hear(report));
  /** @type {Set<(progress: Progress) => void>} of the requests that wait */
  #watchers = new Set();
  /** @type {Set<import("../shared/deferred.js").Deferred<void>>} requests that wait until the frame takes more */
  #queue = new Set();
  #failure = new EngineError("unknown");

  /** @param {URL} address of frame.html */
  constructor(address) {
    this.#address = address;
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
      const ours = blockedURI.startsWith(address.origin) && /^(?:frame|child|default)-src/.test(effectiveDirective);
      if (ours && this.state === "loading" && !this.engine) this.#fail("blocked");
    });
  }

  /** Load the engine, once; again after a failure. */
  open() {
    if (this.state === "loading" || this.state === "ready") return;
    this.#close();
    this.#change("loading", 0);
    const frame = hiddenFrame(`${this.#address}#engine`);
    this.#client.use(frame, { youten: NAMESPACE, version: VERSION, type: "connect" }, this.#address.origin);
    this.#client.expectHello(HELLO_MS, () => this.#fail("unreachable"));
    document.documentElement.append(frame);
  }

  /** Wait until the engine is ready; rejects with an EngineError once it has failed. @returns {Promise<void>} */
  ready() {
    return new Promise((resolve, reject) => {
      const look = () => {
        if (this.state !== "ready" && this.state !== "failed") return;
        this.events.removeEventListener("change", look);
        if (this.state === "ready") resolve();
        else reject(this.#failure);
      };
      this.open();
      this.events.addEventListener("change", look);
      look();
    });
  }

  /**
   * Summarise `text`. Rejects with an EngineError, or with the signal's reason as soon as it is aborted.
   * @param {string} text
   * @param {{title?: string, options?: Options, signal?: AbortSignal, progress?: (progress: Progress) => void}} [how]
   * @returns {Promise<Summary>}
   */
  async summarize(text, { title = "", options = {}, signal, progress = () => undefined } = {}) {
    if (signal?.aborted) throw signal.reason;
    while (this.#client.waiting >= MOST_REQUESTS) await this.#turn(signal);
    const line = wellFormed(title).slice(0, LONGEST_LINE);
    const request = { type: "summarize", text: wellFormed(text), title: line, options };
    this.#watchers.add(progress);
    try {
      const watch = (/** @type {number} */ value) => progress({ stage: "summarize", value });
      const answer = this.#client.ask(request, { signal, progress: watch });
      this.open();
      return (await answer).summary;
    } finally {
      this.#watchers.delete(progress);
      const [next] = this.#queue;
      if (next) this.#queue.delete(next);
      next?.resolve();
    }
  }

  /** Wait until another request has its answer. @param {AbortSignal | undefined} signal */
  async #turn(signal) {
    /** @type {import("../shared/deferred.js").Deferred<void>} */
    const turn = deferred();
    const abort = () => turn.reject(signal?.reason);
    signal?.addEventListener("abort", abort);
    this.#queue.add(turn);
    try {
      await turn.promise;
    } finally {
      this.#queue.delete(turn);
      signal?.removeEventListener("abort", abort);
    }
  }

  /** @param {Report} report */
  #hear(report) {
    if (report.type === "hello") this.engine = report.engine;
    else if (report.type === "ready") this.#change("ready", 1);
    else if (report.type === "failed") this.#fail(report.code);
    else if (report.type === "stage") {
      const { stage, value } = report;
      this.#change("loading", stage === "start" ? 1 : value);
      for (const watch of this.#watchers) watch({ stage, value });
    }
  }

  /**
   * @param {State} state
   * @param {number} downloaded
   */
  #change(state, downloaded) {
    this.state = state;
    this.downloaded = downloaded;
    this.events.dispatchEvent(new Event("change"));
  }

  /** @param {string} code */
  #fail(code) {
    this.#failure = new EngineError(code);
    this.#close();
    for (const { reject } of this.#queue) reject(this.#failure);
    this.#client.rejectAll(this.#failure);
    this.#change("failed", 0);
  }

  #close() {
    this.#client.close();
    this.engine = "";
  }
}

/** @param {string} address */
function hiddenFrame(address) {
  const frame = document.createElement("iframe");
  frame.hidden = true;
  // A page's reset (iframe { display: block }, * { all: unset }) must not show it.
  frame.style.setProperty("display", "none", "important");
  frame.title = "youten";
  frame.tabIndex = -1;
  frame.setAttribute("aria-hidden", "true");
  frame.referrerPolicy = "no-referrer";
  frame.src = address;
  return frame;
}

/**
 * Return the page's engine in the frame at `address`, made on first use.
 * @param {URL} address
 * @returns {EmbeddedEngine}
 */
export function engineAt(address) {
  const key = Symbol.for(`${NAMESPACE}:${VERSION}`);
  const page = /** @type {{[key: symbol]: Map<string, EmbeddedEngine> | undefined}} */ (
    /** @type {unknown} */ (globalThis)
  );
  const engines = (page[key] ??= new Map());
  const engine = engines.get(address.toString()) ?? new EmbeddedEngine(address);
  engines.set(address.toString(), engine);
  return engine;
}

/**
 * Give visible frames of ours the height that they ask for, within bounds; ask those that are there already.
 * @param {URL} address of frame.html
 * @param {readonly [number, number]} bounds CSS pixels
 */
export function followHeights(address, [least, most]) {
  addEventListener("message", ({ data, origin, source }) => {
    if (origin !== address.origin || !isOurs(data, "height") || !Number.isFinite(data["height"])) return;
    for (const frame of document.querySelectorAll("iframe")) {
      if (frame.contentWindow !== source) continue;
      frame.style.height = `${Math.min(most, Math.max(least, Number(data["height"])))}px`;
    }
  });
  for (const { src, contentWindow } of document.querySelectorAll("iframe")) {
    if (!src.startsWith(address.toString())) continue;
    contentWindow?.postMessage({ youten: NAMESPACE, version: VERSION, type: "measure" }, address.origin);
  }
}
