/**
 * Keeps one worker running: queues requests until it is ready, ends it when it does not obey, starts another.
 *
 * Guarantees the page exactly one of done, read, rendered, error and cancelled for each request, even if the worker
 * fails. Replacing the worker mends every fault: the new one starts from the kept kit and needs no network. Another
 * frame, which starts in another way, is requested only if a snapshot cannot be restored or a function is missing.
 */
import { RESTORED } from "../protocol.js";
import {
  COMPOSE_MS,
  MAX_ATTEMPTS,
  MAX_FAULTS,
  OBEY_MS,
  RESTORE_MS,
  SILENCE_MS,
  SILENCE_PER_UNIT_MS,
  START_MS,
} from "../limits.js";

/** @typedef {import("../protocol.js").Answer} Answer */
/** @typedef {import("../protocol.js").Kit} Kit */
/** @typedef {import("../protocol.js").Report} Report */
/** @typedef {import("../protocol.js").Request} Request */
/** @typedef {import("../protocol.js").Times} Times */
/** @typedef {import("../protocol.js").Word} Word */
/** @typedef {{request: Extract<Request, {type: "summarize" | "compose" | "readings" | "forms" | "render"}>, attempts: number}} Job */

/**
 * @typedef {object} Origin
 * @property {Promise<Times>} times of the phases before the worker's; reported with its first start
 * @property {(code: string) => void} otherwise start in another way: the snapshot does not work here, a function is
 *   missing ("trap"), or what was stored is "damaged"
 */

/** @type {ReadonlySet<string>} types of messages that end their request */
const ANSWERS = new Set(
  /** @satisfies {Answer["type"][]} */ (["done", "read", "formed", "rendered", "error", "cancelled"]),
);

export class Supervisor {
  #kit;
  #startWorker;
  /** @type {Promise<Times> | undefined} */
  #times;
  #send;
  #otherwise;
  /** @type {Worker | undefined} */
  #worker;
  /** Whether the worker has reported that it is ready. */
  #started = false;
  /** Whether the worker has all parts that it starts from. */
  #fed = false;
  /** Whether the worker may get requests. */
  #ready = false;
  /** @type {string | undefined} */
  #failed;
  #faults = 0;
  /** @type {Job[]} */
  #queue = [];
  /** @type {Job | undefined} the worker's current job */
  #active;
  /** @type {ReturnType<typeof setTimeout> | undefined} for obeying a stop */
  #deadline;
  /** @type {ReturnType<typeof setTimeout> | undefined} see `#watch` */
  #watchdog;

  /**
   * @param {Kit} kit
   * @param {() => Worker} startWorker
   * @param {Origin} origin of the kit
   * @param {(report: Report) => void} send
   */
  constructor(kit, startWorker, { times, otherwise }, send) {
    this.#kit = kit;
    this.#startWorker = startWorker;
    this.#times = times;
    this.#send = send;
    this.#otherwise = otherwise;
    this.#start();
  }

  /**
   * Give up: a part will not arrive, so no worker can start.
   * @param {string} code
   * @param {string} detail
   */
  abandon(code, detail) {
    this.#end();
    this.#giveUp(code, detail);
  }

  /** @param {Request} request */
  receive(request) {
    if (request.type === "cancel") this.#cancel(request.id);
    else if (this.#failed) this.#refuse(request.id, this.#failed);
    else {
      this.#queue.push({ request, attempts: 0 });
      this.#next();
    }
  }

  #start() {
    this.#started = this.#fed = this.#ready = false;
    const worker = this.#startWorker();
    this.#worker = worker;
    worker.onmessage = ({ data }) => this.#hear(worker, data);
    worker.onmessageerror = () => this.#fault(worker, "fault", "a message could not be read");
    worker.onerror = (event) => {
      event.preventDefault();
      this.#fault(worker, "fault", event.message ?? "the worker did not start");
    };
    this.#feed(worker);
  }

  /** Pass the parts on as they arrive. @param {Worker} worker */
  #feed(worker) {
    const { variant, parts } = this.#kit;
    worker.postMessage({ type: "boot", variant, names: [...parts.keys()] });
    const feeding = [...parts].map(async ([name, promise]) => {
      const part = await promise;
      if (worker !== this.#worker) return;
      // Lent to a worker in an invalid state, and not returned.
      if (part instanceof Uint8Array && part.length === 0) return this.#otherwise("damaged");
      const lent = RESTORED.has(variant) && part instanceof Uint8Array ? [part.buffer] : [];
      worker.postMessage({ type: "part", name, part }, lent);
    });
    const begin = () => {
      if (worker !== this.#worker) return;
      this.#fed = true;
      this.#watch();
    };
    void Promise.all(feeding).then(begin);
  }

  /** Restart the watchdog if the worker has something to do. */
  #watch() {
    clearTimeout(this.#watchdog);
    const worker = this.#worker;
    const patience = this.#patience();
    if (!worker || !patience) return;
    this.#watchdog = setTimeout(() => this.#fault(worker, "fault", "the worker has fallen silent"), patience);
  }

  /** Return how long the worker may be silent; ms, undefined for no limit. */
  #patience() {
    const request = this.#active?.request;
    if (request) return SILENCE_MS + SILENCE_PER_UNIT_MS * ("text" in request ? request.text.length : 0);
    if (this.#started || !this.#fed || this.#kit.variant === "stock") return undefined;
    return RESTORED.has(this.#kit.variant) ? RESTORE_MS : START_MS;
  }

  #end() {
    clearTimeout(this.#deadline);
    clearTimeout(this.#watchdog);
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#active = undefined;
  }

  /** Give the worker its next job, if it has none. */
  #next() {
    if (!this.#ready || this.#active) return;
    const job = this.#queue.shift();
    if (!job) return;
    this.#active = job;
    job.attempts += 1;
    this.#worker?.postMessage(job.request);
    this.#watch();
  }

  /**
   * @param {Worker} worker
   * @param {Word | null} word null and unknown words come from a worker in an invalid state
   */
  #hear(worker, word) {
    if (worker !== this.#worker) return;
    if (word?.type === "fault") this.#fault(worker, word.code, word.detail);
    else if (word?.type === "ready") void this.#becomeReady(worker, word);
    else if (word?.type === "begun" || word?.type === "phase") this.#send(word);
    else if (word && "id" in word && word.id === this.#active?.request.id) this.#hearOfJob(worker, word);
    else this.#fault(worker, "fault", "the worker sent an unexpected message");
    this.#watch();
  }

  /**
   * @param {Worker} worker
   * @param {Answer | Extract<Word, {type: "progress"}>} word about the active job
   */
  #hearOfJob(worker, word) {
    if (word.type === "progress") this.#send(word);
    else if (ANSWERS.has(word.type)) this.#finish(word);
    else this.#fault(worker, "fault", "the worker's answer is unknown");
  }

  /**
   * @param {Worker} worker
   * @param {Extract<Word, {type: "ready"}>} word
   */
  async #becomeReady(worker, { lent = [], ...word }) {
    this.#started = true;
    for (const [name, part] of lent) this.#kit.parts.set(name, Promise.resolve(part));
    const times = await this.#times;
    if (worker !== this.#worker) return;
    this.#ready = true;
    this.#send({ ...word, phases: { ...times, ...word.phases } });
    this.#times = undefined;
    this.#next();
  }

  /** @param {Answer} word */
  #finish(word) {
    clearTimeout(this.#deadline);
    if (word.type === "done") this.#faults = 0;
    this.#active = undefined;
    this.#send(word);
    this.#next();
  }

  /** @param {number} id */
  #cancel(id) {
    const waiting = this.#queue.findIndex((job) => job.request.id === id);
    if (waiting >= 0) {
      this.#queue.splice(waiting, 1);
      this.#send({ type: "cancelled", id });
    } else if (this.#active?.request.id === id) {
      this.#worker?.postMessage({ type: "cancel", id });
      const patience = this.#active.request.type === "summarize" ? OBEY_MS : COMPOSE_MS;
      this.#deadline = setTimeout(() => this.#replace(id), patience);
    }
  }

  /** End a worker that did not stop in time. @param {number} id */
  #replace(id) {
    this.#end();
    this.#send({ type: "cancelled", id });
    this.#start();
  }

  /**
   * Replace a worker that failed. Its job is tried once more by the next one.
   * @param {Worker} worker
   * @param {string} code
   * @param {string} detail
   */
  #fault(worker, code, detail) {
    if (worker !== this.#worker) return;
    const job = this.#active;
    const wasReady = this.#ready;
    const isPlain = code === "fault" || code === "trap";
    const reason = !isPlain ? code : wasReady ? "fault" : "boot";
    this.#end();
    this.#ready = false;
    // The whole interpreter has what is missing here; the page sends the job to it.
    if (code === "trap" && this.#kit.variant === "snapshot") return this.#otherwise(code);
    if (!wasReady && (code === "damaged" || RESTORED.has(this.#kit.variant))) return this.#otherwise(code);
    this.#faults += 1;
    if (job && job.attempts >= MAX_ATTEMPTS) this.#refuse(job.request.id, reason);
    else if (job) this.#queue.unshift(job);
    if (this.#faults >= MAX_FAULTS) this.#giveUp(reason, detail);
    else this.#start();
  }

  /**
   * @param {string} code
   * @param {string} detail
   */
  #giveUp(code, detail) {
    this.#failed = code;
    for (const job of this.#queue.splice(0)) this.#refuse(job.request.id, code);
    this.#send({ type: "failed", code, detail });
  }

  /**
   * @param {number} id
   * @param {string} code
   */
  #refuse(id, code) {
    this.#send({ type: "error", id, code, message: "" });
  }
}
