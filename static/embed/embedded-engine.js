/**
 * The engine for scripts in a host page: one hidden frame of ours for the whole page.
 *
 * Requests nothing from our server before `open` or `summarize` is called. Boxes and Summarizer interfaces of this
 * protocol version that were loaded by different scripts share one engine.
 */
import { EngineError } from "../shared/engine-error.js";
import { FrameClient } from "../shared/frame-client.js";
import { wellFormed } from "../shared/text.js";
import { Watchdog } from "../shared/watchdog.js";
import { isOurs, LONGEST_LINE, MOST_REQUESTS, NAMESPACE, reportFrom, VERSION } from "./protocol.js";

/** @typedef {import("./protocol.js").Options} Options */
/** @typedef {import("./protocol.js").Report} Report */
/** @typedef {import("./protocol.js").Summary} Summary */

/** @typedef {{stage: "download" | "start" | "summarize", value: number}} Progress value 0..1 */

/** @typedef {"idle" | "loading" | "ready" | "failed"} State */

// Time between two looks at a frame that has not said hello; ms. One that has loaded has to within that time: a blocked
// frame loads an error page in its place. In Firefox that page has no load event, so a document that is not ours to read
// may be there at one look only. An empty one means that the server has not answered, or in WebKit that the frame is
// blocked: there the same address is asked for once more, and once that has an answer the frame is given one more look.
const LOOK_MS = 3000;
const MOST_FOREIGN = 1;
const MOST_LOOKS = 7;
// A download without progress for this long has failed: the next try begins anew. ms
const STALL_MS = 10_000;
// Codes of failures that being offline explains.
const UNREACHED = ["unreachable", "refused", "missing"];
// Frames that the page may remove or reload between two results before it counts as refusing them.
const MOST_LOSSES = 3;

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
  #client = new FrameClient(reportFrom, (report) => this.#hear(report), MOST_REQUESTS);
  /** @type {Set<(progress: Progress) => void>} of the requests that wait */
  #watchers = new Set();
  #failure = new EngineError("unknown");
  /** @type {HTMLIFrameElement | undefined} */
  #frame;
  #losses = 0;
  #holds = 0;
  /** Whether the page's policy keeps its scripts from asking for the frame's address. */
  #blind = false;
  #watchdog = new Watchdog(STALL_MS, (still) => still && this.#fail("stalled"));
  #watch = new MutationObserver(() => void (this.#frame && !this.#frame.isConnected && this.#lose()));

  /** @param {URL} address of frame.html */
  constructor(address) {
    this.#address = address;
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, disposition }) => {
      if (!blockedURI.startsWith(address.origin) || disposition !== "enforce") return;
      if (effectiveDirective === "connect-src") this.#blind = true;
      else if (/^(?:frame|child|default)-src/.test(effectiveDirective) && this.state === "loading" && !this.engine)
        this.#fail("blocked");
    });
  }

  /** Load the engine, once; again after a failure. */
  open() {
    if (this.state === "loading" || this.state === "ready") return;
    this.#change("loading", 0);
    this.#load(globalThis.crossOriginIsolated);
  }

  /**
   * Load the engine for one that waits. Returns the function that ends the waiting, to be called once: with the last
   * one, a download ends too.
   */
  hold() {
    this.#holds += 1;
    this.open();
    return () => {
      if (--this.#holds || this.#client.waiting || this.state !== "loading") return;
      this.#rest();
    };
  }

  #rest() {
    this.#close();
    this.#change("idle", 0);
  }

  /** @param {boolean} credentialless whether the page lets in no other frame (COEP) */
  #load(credentialless) {
    this.#close();
    const frame = hiddenFrame(`${this.#address}#engine`, credentialless);
    this.#frame = frame;
    this.#client.use(frame, { youten: NAMESPACE, version: VERSION, type: "connect" }, this.#address.origin);
    let [loaded, answered, looks, foreign] = [false, false, 0, 0];
    const note = () => void (answered = true);
    const look = () => {
      looks += 1;
      foreign += frame.contentDocument ? 0 : 1;
      if (loaded || (answered && !this.#blind) || foreign > MOST_FOREIGN) return this.#refuse(credentialless);
      if (looks === MOST_LOOKS) return this.#fail("unreachable");
      if (!foreign && looks === 1)
        fetch(this.#address, { mode: "no-cors", credentials: "omit", referrerPolicy: "no-referrer" }).then(note, note);
      this.#client.expectHello(LOOK_MS, look);
    };
    frame.addEventListener("load", () => {
      if (frame !== this.#frame) return;
      if (loaded) return this.#lose();
      loaded = true;
      this.#client.expectHello(LOOK_MS, look);
    });
    this.#client.expectHello(LOOK_MS, look);
    for (const node of [document, document.documentElement]) this.#watch.observe(node, { childList: true });
    document.documentElement.append(frame);
  }

  /** Try once more as COEP asks for, where the browser can; then fail. @param {boolean} tried */
  #refuse(tried) {
    if (!tried && "credentialless" in HTMLIFrameElement.prototype) this.#load(true);
    else this.#fail("refused");
  }

  /** Replace a frame that the page has removed, or reloaded by moving it, as soon as something waits for it. */
  #lose() {
    const wanted = this.state === "loading" || this.#client.waiting > 0;
    this.#losses += 1;
    if (this.#losses > MOST_LOSSES) return this.#fail("refused");
    this.#rest();
    if (wanted) this.open();
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
    const line = wellFormed(title).slice(0, LONGEST_LINE);
    const request = { type: "summarize", text: wellFormed(text), title: line, options };
    this.#watchers.add(progress);
    try {
      const watch = (/** @type {number} */ value) => progress({ stage: "summarize", value });
      const answer = this.#client.ask(request, { signal, progress: watch });
      this.open();
      const { summary } = await answer;
      this.#losses = 0;
      return summary;
    } finally {
      this.#watchers.delete(progress);
    }
  }

  /** @param {Report} report */
  #hear(report) {
    const fetches =
      report.type === "hello" || (report.type === "stage" && report.stage === "download" && report.value < 1);
    if (fetches) this.#watchdog.feed();
    else this.#watchdog.rest();
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
    // Not Event, which old frameworks have replaced.
    this.events.dispatchEvent(new CustomEvent("change"));
  }

  /** @param {string} code @returns {void} */
  #fail(code) {
    if (UNREACHED.includes(code) && navigator.onLine === false) return this.#fail("offline");
    this.#failure = new EngineError(code);
    this.#losses = 0;
    this.#close();
    this.#client.rejectAll(this.#failure);
    this.#change("failed", 0);
  }

  #close() {
    this.#watchdog.rest();
    this.#frame = undefined;
    this.#watch.disconnect();
    this.#client.close();
    this.engine = "";
  }
}

/** @param {string} address @param {boolean} credentialless */
function hiddenFrame(address, credentialless) {
  const frame = document.createElement("iframe");
  if (credentialless) Object.assign(frame, { credentialless });
  // Against resets such as iframe { display: block } and * { all: unset }; nothing reads or focuses it then.
  frame.style.setProperty("display", "none", "important");
  frame.title = "youten";
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
  const engine = engines.get(address.href) ?? new EmbeddedEngine(address);
  engines.set(address.href, engine);
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
    if (!src.startsWith(address.href)) continue;
    contentWindow?.postMessage({ youten: NAMESPACE, version: VERSION, type: "measure" }, address.origin);
  }
}
