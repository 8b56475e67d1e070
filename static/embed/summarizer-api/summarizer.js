/**
 * `Summarizer` as in https://webmachinelearning.github.io/writing-assistance-apis/, over youten's engine.
 *
 *     import { Summarizer } from "https://…/embed/latest/summarizer.js";
 *     const summarizer = await Summarizer.create({ type: "key-points", length: "short" });
 *     await summarizer.summarize(article);   // at most three bullets: the AI要約 box
 *
 * docs/summarizer-api.md follows the standard's algorithms and says where choosing sentences cannot do what a type
 * asks for. Importing this module requests nothing; the engine loads with the first `create()`.
 */
import { availability, create } from "./creation.js";
import { domError } from "./errors.js";
import { aggregated, measured, streaming } from "./operation.js";
import { toCoreOptions, toCreateOptions, toSummarizeOptions } from "./options.js";
import { asInterface, toDOMString } from "./webidl.js";

export { setSite } from "./creation.js";
export { CreateMonitor } from "./monitor.js";

/** @typedef {import("./operation.js").Model} Model */

const PASS = Symbol("Summarizer");

/**
 * Turn an exception into a rejection, as Web IDL does for operations that return a promise.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
function promised(work) {
  try {
    return work();
  } catch (error) {
    return Promise.reject(error);
  }
}

/**
 * Convert the two arguments of an operation.
 * @param {number} count of those that were given
 * @param {unknown} input
 * @param {unknown} [options]
 */
function converted(count, input, options) {
  if (count < 1) throw new TypeError("1 argument required, but only 0 present");
  return { input: toDOMString(input), options: toSummarizeOptions(options) };
}

export class Summarizer {
  /** @type {Model} */
  #model;
  #destruction = new AbortController();
  /** @type {readonly string[] | null} */
  #inputLanguages;
  /** @type {readonly string[] | null} */
  #contextLanguages;

  /** @param {unknown[]} given */
  constructor(...given) {
    const [pass, made] = given;
    if (pass !== PASS) throw new TypeError("Illegal constructor");
    const { engine, options, quota } = /** @type {Omit<Model, "destroyed">} */ (made);
    this.#model = { engine, options, quota, destroyed: this.#destruction.signal };
    const frozen = (/** @type {string[]} */ list) => (list.length ? Object.freeze([...list]) : null);
    this.#inputLanguages = frozen(options.expectedInputLanguages);
    this.#contextLanguages = frozen(options.expectedContextLanguages);
    const { signal } = options;
    signal?.addEventListener("abort", () => this.#destruction.abort(signal.reason), {
      signal: this.#destruction.signal,
    });
  }

  /**
   * @param {unknown[]} given
   * @returns {Promise<Summarizer>}
   */
  static create(...given) {
    return promised(() => create(toCreateOptions(given[0]), (made) => new Summarizer(PASS, made)));
  }

  /**
   * @param {unknown[]} given
   * @returns {Promise<import("./creation.js").Availability>}
   */
  static availability(...given) {
    return promised(() => availability(toCoreOptions(given[0])));
  }

  /**
   * @param {unknown} text
   * @param {unknown[]} rest options; not a parameter of its own, so that `length` is what the standard says
   * @returns {Promise<string>}
   */
  summarize(text, ...rest) {
    const count = arguments.length;
    return promised(() => {
      const model = this.#model;
      const { input, options } = converted(count, text, rest[0]);
      return aggregated(model, input, options);
    });
  }

  /**
   * @param {unknown} text
   * @param {unknown[]} rest options; not a parameter of its own, so that `length` is what the standard says
   * @returns {ReadableStream<string>}
   */
  summarizeStreaming(text, ...rest) {
    const model = this.#model;
    const { input, options } = converted(arguments.length, text, rest[0]);
    return streaming(model, input, options);
  }

  /**
   * @param {unknown} text
   * @param {unknown[]} rest options; not a parameter of its own, so that `length` is what the standard says
   * @returns {Promise<number>}
   */
  measureInputUsage(text, ...rest) {
    const count = arguments.length;
    return promised(() => {
      const model = this.#model;
      const { input, options } = converted(count, text, rest[0]);
      return measured(model, input, options);
    });
  }

  get sharedContext() {
    return this.#model.options.sharedContext ?? "";
  }

  get type() {
    return this.#model.options.type;
  }

  get format() {
    return this.#model.options.format;
  }

  get length() {
    return this.#model.options.length;
  }

  get preference() {
    return this.#model.options.preference;
  }

  get expectedInputLanguages() {
    return this.#inputLanguages;
  }

  get expectedContextLanguages() {
    return this.#contextLanguages;
  }

  get outputLanguage() {
    return this.#model.options.outputLanguage ?? null;
  }

  get inputQuota() {
    return this.#model.quota;
  }

  destroy() {
    this.#destruction.abort(domError("AbortError", "The summarizer was destroyed."));
  }
}

asInterface(Summarizer, "Summarizer");
