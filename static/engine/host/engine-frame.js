/**
 * The engine's frame as the page sees it: opened, supplied with files, replaced where it asks for that.
 *
 * Leaves to client.js what can be asked of the engine.
 */
import { deferred } from "../../shared/deferred.js";
import { EngineError } from "../../shared/engine-error.js";
import { FrameClient } from "../../shared/frame-client.js";
import { Watchdog } from "../../shared/watchdog.js";
import { STALL_MS } from "../limits.js";
import { PROTOCOL } from "../protocol.js";
import { supply } from "./supply.js";
import { noteVariant, usualVariant } from "./variant.js";

/** @typedef {import("../protocol.js").Phase} Phase */
/** @typedef {import("../protocol.js").Report} Report */
/** @typedef {import("../protocol.js").Times} Times */
/** @typedef {import("../protocol.js").Variant} Variant */

/**
 * Each of the messages of a union, before it has its id.
 * @template Message
 * @typedef {Message extends unknown ? Omit<Message, "id"> : never} WithoutId
 */

/**
 * @typedef {object} Listener what the engine reports about itself
 * @property {(loaded: number, total: number) => void} download bytes
 * @property {(name: Phase) => void} phase
 * @property {(phases: Times, heapBytes: number) => void} ready also after a restart
 * @property {(code: string, detail: string) => void} failed for good
 * @property {(still: boolean) => void} [stalled] the download stands still, or goes on; `open` starts it anew
 */

/**
 * @typedef {object} Setup
 * @property {Variant} [variant] how to start; by default the usual way, unless that is known not to work here
 * @property {typeof __SITE__.assets} [assets] with them, files that a service worker has stored are used
 * @property {() => HTMLIFrameElement | null} [frame] finds a frame that is in the page already
 */

// The frame's script has run once its page has loaded; ms of grace for a busy machine.
const HELLO_MS = 5000;

export class EngineFrame {
  #address;
  #variant;
  #assets;
  #findFrame;
  /** @type {Listener | undefined} */
  #listener;
  /** @type {Report[]} reports from before there was a listener */
  #unheard = [];
  /** @type {FrameClient<Report>} */
  #client = new FrameClient(
    (data) => /** @type {Report} */ (data),
    (report) => this.#hear(report),
  );
  /** @type {import("./supply.js").Supply | undefined} of this start */
  #supply;
  /** Whether all files are here. */
  #complete = false;
  #watchdog = new Watchdog(STALL_MS, (still) => this.#listener?.stalled?.(still));
  /** @type {EngineError | undefined} */
  #failure;
  /** @type {import("../../shared/deferred.js").Deferred<void>} */
  #begun = deferred();
  /** Resolves once the worker runs: its frame shares the page's thread and has done its part by then. */
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

  /** Set the listener, which also gets the reports so far. @param {Listener} listener */
  listen(listener) {
    this.#listener = listener;
    for (const report of this.#unheard.splice(0)) this.#tell(listener, report);
    if (this.#watchdog.still) listener.stalled?.(true);
  }

  /** Open the frame and have its files brought; after a failure, from the beginning. */
  open() {
    this.#close();
    this.#complete = false;
    this.#watchdog.feed();
    const { port1: sink, port2: source } = new MessageChannel();
    const onError = () => this.#fail("unreachable", "the fetcher did not start");
    const supplying = supply(sink, this.#address, this.#variant, this.#assets?.[this.#variant], onError);
    this.#supply = supplying;
    // A script that runs this early may be there before the page's body.
    if (document.readyState !== "loading" || this.#findFrame()) this.#show(source);
    else addEventListener("DOMContentLoaded", () => supplying === this.#supply && this.#show(source), { once: true });
  }

  /**
   * Send a request; it waits until the engine is ready.
   * @template {Extract<Report, {type: "done" | "read" | "formed" | "rendered"}>["type"]} T
   * @param {WithoutId<Exclude<import("../protocol.js").Request, {type: "cancel"}>>} request
   * @param {T} expected type of the answer
   * @param {import("../../shared/frame-client.js").How} how
   * @returns {Promise<Extract<Report, {type: T}>>}
   */
  async ask(request, expected, how) {
    if (this.#failure) throw this.#failure;
    const answer = await this.#client.ask(request, how);
    if (answer.type !== expected) throw new EngineError("fault", answer.type);
    return answer;
  }

  /** @param {MessagePort} source of the files */
  #show(source) {
    const found = this.#findFrame();
    const frame = found ?? document.createElement("iframe");
    const greeting = { youten: PROTOCOL, variant: this.#variant };
    const giveUp = () => this.#fail("missing", "the engine's frame does not answer");
    const onConnect = () => this.#client.expectHello(HELLO_MS, giveUp);
    const connect = this.#client.use(frame, greeting, location.origin, [source], onConnect);
    if (found) {
      // It may have loaded already; the browser's own error page counts, and cannot be looked into.
      const there = found.contentDocument;
      if (!there || (there.URL === found.src && there.readyState === "complete")) connect();
      return;
    }
    frame.hidden = true;
    frame.title = "engine";
    frame.src = this.#address.toString();
    document.body.append(frame);
  }

  /** @param {Report} report */
  #hear(report) {
    this.#note(report);
    if (report.type === "hello") {
      if (report.protocol !== PROTOCOL) this.#fail("mismatch", `protocol ${report.protocol}`);
    } else if (report.type === "begun") this.#begun.resolve();
    else if (report.type === "again") this.#replace(report);
    else if (report.type === "failed") this.#fail(report.code, report.detail);
    else {
      if (report.type === "ready") this.#supply?.end();
      this.#say(report);
    }
  }

  /**
   * Note progress: until all files are here, the next sign of it must come soon. The frame limits what follows. Files
   * from the store are at hand, and a snapshot is restored when they all are.
   * @param {Report} report
   */
  #note(report) {
    if (report.type === "download") this.#complete = report.loaded >= report.total;
    else if (report.type === "ready") this.#complete = true;
    else if (report.type === "phase" && report.name !== "download")
      this.#complete ||= this.#variant === "snapshot" || !this.#supply?.isFetched();
    if (this.#complete) this.#watchdog.rest();
    else this.#watchdog.feed();
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

  /** Open another frame in place of this one; requests without an answer go there. @param {Extract<Report, {type: "again"}>} report */
  #replace({ variant, store, noted }) {
    // Fetched files are checked: if the frame calls one damaged, this way of starting does not work here.
    const isWrong = !store && !!this.#supply?.isFetched();
    if (!store) this.#assets = undefined;
    this.#variant = isWrong ? "packed" : variant;
    if (noted || isWrong) noteVariant(this.#address, this.#variant);
    this.open();
  }

  /**
   * @param {string} code
   * @param {string} detail
   */
  #fail(code, detail) {
    this.#close();
    this.#failure = new EngineError(code, detail);
    this.#client.rejectAll(this.#failure);
    this.#say({ type: "failed", code, detail });
  }

  #close() {
    this.#watchdog.rest();
    this.#supply?.end();
    this.#supply = undefined;
    this.#client.close();
    this.#failure = undefined;
  }
}
