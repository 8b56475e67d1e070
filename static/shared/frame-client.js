/**
 * Client of an engine in a hidden frame: requests go through one port, and every promise settles.
 *
 * Used with two message schemas: by the page with the engine's own frame (engine/protocol.js), and by a host page
 * with our frame in it (embed/protocol.js). In both, a message with an `id` belongs to the request of that id and
 * all others are about the engine. Leaves to its users how the frame is made and what the other messages mean.
 */
import { EngineError } from "./engine-error.js";

/**
 * @typedef {object} How
 * @property {AbortSignal | undefined} [signal]
 * @property {((value: number) => void) | undefined} [progress] 0..1
 */

/**
 * @typedef {object} Pending
 * @property {{id: number}} request
 * @property {(report: any) => void} resolve
 * @property {(reason: unknown) => void} reject
 * @property {How["progress"]} progress
 * @property {boolean} sent to the frame that is used now
 * @property {() => void} forget stops listening to the request's signal, which may live much longer
 */

/** @template {{type: string}} Report */
export class FrameClient {
  #parse;
  #hear;
  #most;
  /** @type {HTMLIFrameElement | undefined} */
  #frame;
  /** @type {MessagePort | undefined} */
  #port;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #patience;
  /** @type {Map<number, Pending>} */
  #pending = new Map();
  #lastId = 0;

  /**
   * @param {(data: unknown) => Report | undefined} parse the report that a message is, if it is one
   * @param {(report: Report) => void} hear gets the reports that belong to no request
   * @param {number} [most] requests that the frame has at the same time; more wait here
   */
  constructor(parse, hear, most = Infinity) {
    this.#parse = parse;
    this.#hear = hear;
    this.#most = most;
  }

  /** Number of requests that have no answer yet. */
  get waiting() {
    return this.#pending.size;
  }

  /**
   * Send a request, now or as soon as a frame is connected. Rejects with an EngineError, or with the signal's reason
   * as soon as that is aborted.
   * @param {object} message the request without its id
   * @param {How} how
   * @returns {Promise<any>} the report that answers it
   */
  ask(message, { signal, progress }) {
    if (signal?.aborted) return Promise.reject(signal.reason);
    const id = ++this.#lastId;
    const request = { ...message, id };
    return new Promise((resolve, reject) => {
      const cancel = () => {
        const pending = this.#take(id);
        pending?.reject(signal?.reason);
        if (pending?.sent) this.#port?.postMessage({ type: "cancel", id });
      };
      signal?.addEventListener("abort", cancel);
      const forget = () => signal?.removeEventListener("abort", cancel);
      this.#pending.set(id, { request, resolve, reject, progress, sent: false, forget });
      this.#send();
    });
  }

  /**
   * Connect to a frame as soon as its page has loaded: give it one end of a channel, and with it all requests that
   * wait, in their order.
   * @param {HTMLIFrameElement} frame
   * @param {object} greeting
   * @param {string} origin only a document of this origin gets the port
   * @param {Transferable[]} [transfer] more ports
   * @param {() => void} [onConnect]
   * @returns {() => void} connects at once, for a frame whose page has loaded already
   */
  use(frame, greeting, origin, transfer = [], onConnect) {
    const connect = () => {
      if (frame !== this.#frame || this.#port || !frame.contentWindow) return;
      const { port1, port2 } = new MessageChannel();
      this.#port = port1;
      port1.onmessage = ({ data }) => {
        const report = this.#parse(data);
        if (report) this.#receive(report);
      };
      frame.contentWindow.postMessage(greeting, origin, [port2, ...transfer]);
      for (const pending of this.#pending.values()) pending.sent = false;
      this.#send();
      onConnect?.();
    };
    this.#frame = frame;
    frame.addEventListener("load", connect);
    return connect;
  }

  /**
   * Call `giveUp` unless the frame says hello in time; a second call replaces the first.
   * @param {number} time ms
   * @param {() => void} giveUp
   */
  expectHello(time, giveUp) {
    clearTimeout(this.#patience);
    this.#patience = setTimeout(giveUp, time);
  }

  /** Remove the frame. Requests without an answer wait for the next one. */
  close() {
    clearTimeout(this.#patience);
    this.#port?.close();
    // The page may have removed it, or have its own remove().
    this.#frame?.parentNode?.removeChild(this.#frame);
    this.#port = this.#frame = undefined;
  }

  /**
   * Reject all requests that wait.
   * @param {EngineError} failure
   */
  rejectAll(failure) {
    for (const id of this.#pending.keys()) this.#take(id)?.reject(failure);
  }

  /** @param {Report} report */
  #receive(report) {
    const { id, type, value, code, message } = /** @type {Record<string, any>} */ (report);
    if (type === "hello") clearTimeout(this.#patience);
    if (!id) this.#hear(report);
    else if (type === "progress") this.#pending.get(id)?.progress?.(value);
    else if (type === "error") this.#take(id)?.reject(new EngineError(code, message));
    else this.#take(id)?.resolve(report);
  }

  /** Remove a request that is over. @param {number} id */
  #take(id) {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    pending?.forget();
    this.#send();
    return pending;
  }

  /** Send the requests that have not been sent, in their order, as far as the frame takes them. */
  #send() {
    let free = this.#most;
    for (const pending of this.#port ? this.#pending.values() : []) {
      if (free < 1) return;
      free -= 1;
      if (!pending.sent) this.#port?.postMessage(pending.request);
      pending.sent = true;
    }
  }
}
