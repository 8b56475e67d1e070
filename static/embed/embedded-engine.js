/**
 * The host page's end of the embedded engine: one hidden frame for the whole page, promises that settle.
 *
 * Nothing is asked of our server before `open` or `summarize` is called. Elements and interfaces of this
 * version that were loaded by different scripts find the same link, so that a page has one engine.
 */
import { wellFormed } from "../shared/text.js";
import { isOurs, MOST_REQUESTS, NAMESPACE, reportFrom, VERSION } from "./protocol.js";

/** @typedef {import("./protocol.js").Options} Options */
/** @typedef {import("./protocol.js").Report} Report */
/** @typedef {import("./protocol.js").Request} Request */
/** @typedef {import("./protocol.js").Summary} Summary */

/** @typedef {{stage: "download" | "start" | "summarize", value: number}} Progress value 0..1 */

/** @typedef {"idle" | "loading" | "ready" | "failed"} State */

/**
 * @typedef {object} Pending
 * @property {(summary: Summary) => void} resolve
 * @property {(error: unknown) => void} reject
 * @property {(progress: Progress) => void} progress
 * @property {Request} request
 */

// A frame that was not let in, or that no network brings, is not waited for any longer; ms.
const HELLO_MS = 20_000;

/** An error with a `code`, which callers switch on; what people read is made from it. */
export class LinkError extends Error {
  /**
   * @param {string} code
   * @param {string} [message]
   */
  constructor(code, message = code) {
    super(message);
    this.name = "LinkError";
    this.code = code;
  }
}

class Link {
  /** @type {State} */
  state = "idle";
  /** Version of the engine, once it is known. */
  engine = "";
  /** Share of the download that is done, 0..1. */
  downloaded = 0;
  /** Fires "change" whenever state or download change. */
  events = new EventTarget();

  #address;
  /** @type {HTMLIFrameElement | undefined} */
  #frame;
  /** @type {MessagePort | undefined} */
  #port;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #grace;
  /** @type {Map<number, Pending>} */
  #pending = new Map();
  #lastId = 0;
  #failure = new LinkError("unknown");

  /** @param {URL} address of frame.html */
  constructor(address) {
    this.#address = address;
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
      const ours = blockedURI.startsWith(address.origin) && /^(?:frame|child|default)-src/.test(effectiveDirective);
      if (ours && this.state === "loading" && !this.engine) this.#fail("blocked");
    });
  }

  /** Loads the engine, once; again after a failure. */
  open() {
    if (this.state === "loading" || this.state === "ready") return;
    this.#close();
    this.#change("loading", 0);
    const frame = document.createElement("iframe");
    frame.hidden = true;
    frame.title = "youten";
    frame.tabIndex = -1;
    frame.setAttribute("aria-hidden", "true");
    frame.referrerPolicy = "no-referrer";
    frame.src = `${this.#address}#engine`;
    frame.addEventListener("load", () => this.#connect(frame), { once: true });
    this.#frame = frame;
    this.#grace = setTimeout(() => this.#fail("unreachable"), HELLO_MS);
    document.documentElement.append(frame);
  }

  /** Resolves once the engine is ready; rejects with a LinkError once it has failed. @returns {Promise<void>} */
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
   * Summarises `text`. Rejects with a LinkError, or with the signal's reason as soon as it is aborted.
   * @param {string} text
   * @param {{title?: string, options?: Options, signal?: AbortSignal, progress?: (progress: Progress) => void}} [how]
   * @returns {Promise<Summary>}
   */
  summarize(text, { title = "", options = {}, signal, progress = () => undefined } = {}) {
    if (signal?.aborted) return Promise.reject(signal.reason);
    if (this.#pending.size >= MOST_REQUESTS) return Promise.reject(new LinkError("busy"));
    const id = ++this.#lastId;
    // A signal may live much longer than this request.
    const over = new AbortController();
    /** @type {Promise<Summary>} */
    const answered = new Promise((resolve, reject) => {
      /** @type {Request} */
      const request = { type: "summarize", id, text: wellFormed(text), title: wellFormed(title).slice(0, 500), options };
      this.#pending.set(id, { resolve, reject, progress, request });
      signal?.addEventListener("abort", () => this.#abort(id, signal.reason), { once: true, signal: over.signal });
      this.open();
      this.#port?.postMessage(request);
    });
    return answered.finally(() => over.abort());
  }

  /**
   * @param {number} id
   * @param {unknown} reason
   */
  #abort(id, reason) {
    const pending = this.#pending.get(id);
    if (!pending) return;
    this.#pending.delete(id);
    pending.reject(reason);
    this.#port?.postMessage({ type: "cancel", id });
  }

  /** Hands over one end of a channel: only our own origin can receive it. @param {HTMLIFrameElement} frame */
  #connect(frame) {
    if (frame !== this.#frame || this.#port || !frame.contentWindow) return;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      const report = reportFrom(data);
      if (report) this.#receive(report);
    };
    this.#port = port1;
    const connect = { youten: NAMESPACE, version: VERSION, type: "connect" };
    frame.contentWindow.postMessage(connect, this.#address.origin, [port2]);
    // Who asked before the frame was there waits in order.
    for (const { request } of this.#pending.values()) port1.postMessage(request);
  }

  /** @param {Report} report */
  #receive(report) {
    switch (report.type) {
      case "hello":
        clearTimeout(this.#grace);
        this.engine = report.engine;
        return;
      case "stage":
        return this.#stage(report.stage, report.value);
      case "ready":
        return this.#change("ready", 1);
      case "failed":
        return this.#fail(report.code);
      case "progress":
        return this.#pending.get(report.id)?.progress({ stage: "summarize", value: report.value });
      default:
        return this.#settle(report);
    }
  }

  /**
   * @param {"download" | "start"} stage
   * @param {number} value
   */
  #stage(stage, value) {
    this.#change("loading", stage === "start" ? 1 : value);
    for (const { progress } of this.#pending.values()) progress({ stage, value });
  }

  /** @param {Extract<Report, {type: "result" | "error"}>} report */
  #settle(report) {
    const pending = this.#pending.get(report.id);
    this.#pending.delete(report.id);
    if (report.type === "result") pending?.resolve(report.summary);
    else pending?.reject(new LinkError(report.code, report.message));
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
    this.#failure = new LinkError(code);
    this.#close();
    const waiting = [...this.#pending.values()];
    this.#pending.clear();
    this.#change("failed", 0);
    for (const { reject } of waiting) reject(this.#failure);
  }

  #close() {
    clearTimeout(this.#grace);
    this.#port?.close();
    this.#port = undefined;
    this.#frame?.remove();
    this.#frame = undefined;
    this.engine = "";
  }
}

/**
 * The page's link to the frame at `address`, made on first use; never the frame itself.
 * @param {URL} address
 * @returns {Link}
 */
export function linkTo(address) {
  const key = Symbol.for(`${NAMESPACE}:${VERSION}`);
  const page = /** @type {{[key: symbol]: Map<string, Link> | undefined}} */ (/** @type {unknown} */ (globalThis));
  const links = (page[key] ??= new Map());
  const link = links.get(address.toString()) ?? new Link(address);
  links.set(address.toString(), link);
  return link;
}

/**
 * Gives frames of ours that the page shows the height they ask for, within bounds.
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
}
