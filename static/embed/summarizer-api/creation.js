/**
 * "Create an AI model object" and "compute AI model availability", step by step.
 *
 * Source: https://webmachinelearning.github.io/writing-assistance-apis/#supporting-creation; the steps that
 * docs/summarizer-api.md numbers have their numbers here. "In parallel" is a promise; what the standard queues as a
 * task is queued as a task, so that a page sees the same order as with a browser's own Summarizer.
 */
import { engineAt } from "../embedded-engine.js";
import { LONGEST_TEXT } from "../protocol.js";
import { frameBeside } from "../loaders/site.js";
import { domError, quotaError, startError } from "./errors.js";
import { fireProgress, newMonitor } from "./monitor.js";
import { canonicalized, fitted } from "./options.js";

/** @typedef {import("./options.js").CoreOptions} CoreOptions */
/** @typedef {import("./options.js").CreateOptions} CreateOptions */
/** @typedef {"unavailable" | "downloadable" | "downloading" | "available"} Availability */
/** @typedef {ReturnType<typeof engineAt>} Engine */

/** The whole input quota; UTF-16 code units. */
const QUOTA = LONGEST_TEXT;
/** Shortest time between two progress events; ms. */
const PROGRESS_EVERY = 50;
/** Steps of the progress. */
const FRACTIONS = 65_536;

/** @type {URL | undefined} address of frame.html */
let site;

/**
 * Set where frame.html is. Needed only if this module was not loaded from a youten site.
 * @param {string | URL} address of the site's folder, with a slash at its end
 */
export function setSite(address) {
  site = new URL("frame.html", address);
}

/** @returns {Engine | undefined} */
export function theEngine() {
  const own = import.meta.url;
  // In a package or a bundle there is no site beside this module.
  if (!site && /^https?:.*\/embed\/[^/]+\/[^/]+$/.test(own)) site = frameBeside(own);
  return site && engineAt(site);
}

/** @type {(() => void)[]} */
const tasks = [];
/** @type {MessageChannel | undefined} made on first use */
let channel;

/** Queue a task. @param {() => void} work */
export function queueTask(work) {
  if (!channel) {
    channel = new MessageChannel();
    channel.port1.onmessage = () => tasks.shift()?.();
  }
  tasks.push(work);
  channel.port2.postMessage(undefined);
}

/** Whether this runs on a server or in a worker, where nothing can be summarised. */
const isWithoutDocument = () => !("document" in globalThis);

/** Whether the document of this realm is the active document of a window. */
export const isFullyActive = () => document.defaultView !== null;

/** Whether every document above is of this origin: the allowlist 'self' of the policy "summarizer". */
function isAmongItsOwn() {
  try {
    for (let view = window; view !== view.parent; view = /** @type {typeof window} */ (view.parent))
      void view.parent.document;
    return true;
  } catch {
    return false;
  }
}

/** "Allowed to use" the policy-controlled feature "summarizer". */
function isAllowed() {
  const known = /** @type {{featurePolicy?: {features(): string[], allowsFeature(name: string): boolean}}} */ (
    /** @type {unknown} */ (document)
  ).featurePolicy;
  return known?.features().includes("summarizer") ? known.allowsFeature("summarizer") : isAmongItsOwn();
}

/** @returns {Availability} of the engine, independent of the options */
function engineAvailability() {
  const state = theEngine()?.state;
  if (state === "ready") return "available";
  return state === "loading" ? "downloading" : "downloadable";
}

/**
 * The static method availability().
 * @param {CoreOptions} given
 * @returns {Promise<Availability>}
 */
export function availability(given) {
  if (isWithoutDocument()) return Promise.resolve("unavailable");
  if (!isFullyActive()) return Promise.reject(domError("InvalidStateError", "The document is not fully active."));
  const options = canonicalized(given);
  if (!isAllowed()) return Promise.resolve("unavailable");
  return new Promise((resolve) => {
    queueTask(() => resolve(fitted(options) ? engineAvailability() : "unavailable"));
  });
}

/**
 * Wait for the download and report its progress. Rejects with a DOMException, or when nobody waits any more.
 * @param {Engine} engine
 * @param {(loaded: number) => void} fire
 * @param {AbortSignal} over
 * @returns {Promise<void>}
 */
function download(engine, fire, over) {
  let [last, lastTime] = [0, performance.now()];
  fire(0);
  return new Promise((resolve, reject) => {
    const look = () => {
      if (engine.state === "failed") return end(() => reject(domError("NetworkError", "The download failed.")));
      const fraction = Math.floor(engine.downloaded * FRACTIONS) / FRACTIONS;
      const now = performance.now();
      if (now - lastTime <= PROGRESS_EVERY && fraction < 1) return;
      if (fraction > last) fire(fraction);
      [last, lastTime] = [fraction, now];
      if (fraction === 1) end(resolve);
    };
    const end = (/** @type {() => void} */ settle) => {
      engine.events.removeEventListener("change", look);
      settle();
    };
    engine.events.addEventListener("change", look);
    over.addEventListener("abort", () => end(() => reject(over.reason)));
    look();
  });
}

/**
 * "Initialize the summarizer model": return the input quota that is left.
 * @param {Engine} engine
 * @param {CreateOptions} options
 */
async function initialize(engine, { sharedContext = "" }) {
  if (sharedContext.length >= QUOTA) throw quotaError(sharedContext.length, QUOTA - 1);
  await engine.ready().catch((thrown) => {
    throw startError(thrown);
  });
  return QUOTA - sharedContext.length;
}

/**
 * The part that runs "in parallel": from checking the availability to the started engine.
 * @param {CreateOptions} options canonicalized
 * @param {(loaded: number) => void} fire queues the progress event
 * @param {AbortSignal} over aborted once create() has settled
 * @returns {Promise<{engine: Engine, options: CreateOptions, quota: number}>}
 */
async function prepare(options, fire, over) {
  const fit = fitted(options);
  if (!fit) throw domError("NotSupportedError", "A language is not supported; there are ja and en.");
  const engine = theEngine();
  if (!engine) throw domError("NetworkError", "The site of the summarizer is not known: call setSite() first.");
  const state = engineAvailability();
  if (state === "available") {
    fire(0);
    fire(1);
  } else {
    const active = navigator.userActivation?.hasBeenActive ?? true;
    if (state === "downloadable" && !active) {
      throw domError("NotAllowedError", "A download begins only after the reader has done something on the page.");
    }
    over.addEventListener("abort", engine.hold());
    await download(engine, fire, over);
  }
  return { engine, options: fit, quota: await initialize(engine, fit) };
}

/**
 * The static method create().
 * @template T
 * @param {CreateOptions} given
 * @param {(made: {engine: Engine, options: CreateOptions, quota: number}) => T} make the object, in its task
 * @returns {Promise<T>}
 */
export function create(given, make) {
  if (isWithoutDocument()) return Promise.reject(domError("NotSupportedError", "There is no document here."));
  if (!isFullyActive()) return Promise.reject(domError("InvalidStateError", "The document is not fully active."));
  const options = canonicalized(given);
  const { signal, monitor: callback } = options;
  if (signal?.aborted) return Promise.reject(signal.reason);
  if (!isAllowed()) return Promise.reject(domError("NotAllowedError", "A policy forbids the summarizer here."));
  return new Promise((resolve, reject) => {
    const over = new AbortController();
    const cancel = () => {
      reject(signal?.reason);
      over.abort();
    };
    signal?.addEventListener("abort", cancel, { signal: over.signal });
    const settle = (/** @type {() => void} */ work) =>
      queueTask(() => {
        work();
        over.abort();
      });
    /** @type {(loaded: number) => void} */
    let fire = () => undefined;
    if (callback) {
      const monitor = newMonitor();
      callback(monitor); // what it throws rejects the promise
      fire = (loaded) => queueTask(() => !signal?.aborted && fireProgress(monitor, loaded));
    }
    prepare(options, fire, over.signal).then(
      (made) => settle(() => !signal?.aborted && resolve(make(made))),
      (error) => settle(() => reject(error)),
    );
  });
}
