/**
 * <youten-box>: the AI要約 box for any page.
 *
 *     <youten-box for=".entry-content"></youten-box>
 *     <youten-box><aside class="youten">…static text, readable without scripts…</aside></youten-box>
 *
 * Attributes: for (selector), sentences (1..10), max-chars, format (list | paragraph), load (click | visible |
 * never), theme (auto | light | dark | inherit), ui-lang, label, highlight. Events, all of which bubble:
 * youten-ready, youten-progress, youten-summary, youten-error. Methods: summarize(), cancel().
 * Nothing is requested from our server before a summary is wanted; the engine runs in our frame
 * (../embedded-engine.js). How the box looks is in view.js and style.js.
 */
import { EngineError } from "../../shared/engine-error.js";
import { engineAt } from "../embedded-engine.js";
import { LONGEST_TEXT } from "../protocol.js";
import { languageFor, sentenceFor, speaker } from "../words/say.js";
import { likelyLengths, rangeOf, readArticle } from "./article.js";
import { articleOf, formatOf, optionsOf, themeOf } from "./attributes.js";
import { mark, scrollTo } from "./highlight.js";
import { staticResult } from "./static-text.js";
import { followGround } from "./theme.js";
import { View } from "./view.js";

/** @typedef {import("./article.js").Reading} Reading */
/** @typedef {import("../embedded-engine.js").Progress} Progress */

/** @typedef {{text: string, start: number, end: number, segments: [number, number][]}} Sentence */

/**
 * Detail of "youten-summary". Offsets are UTF-16 code units of `text`; of static text they are where the sentence is
 * found, or -1.
 * @typedef {{sentences: Sentence[], text: string, engine: string, version: string}} Result
 */

export const TAG = "youten-box";
// Download of the engine on a first visit; megabytes.
const ENGINE_SIZE = 7;
// Stages of the wait as shares of the meter: most of a first visit is the download.
const SHARES = /** @type {const} */ ({ download: [0, 0.75], start: [0.8, 0.8], summarize: [0.85, 1] });
const REDRESSING = ["theme", "ui-lang", "label"];
const RESUMMARIZING = ["for", "sentences", "max-chars"];
// Codes of errors that a second try does not mend.
const FINAL = ["blocked", "unsupported"];

// On a server there is no HTMLElement, and importing this must not fail.
const Base = globalThis.HTMLElement ?? /** @type {typeof HTMLElement} */ (/** @type {unknown} */ (class {}));

class YoutenBox extends Base {
  static observedAttributes = ["for", "sentences", "max-chars", "format", "theme", "ui-lang", "label", "highlight"];
  /** @type {URL} address of frame.html */
  static frame;

  #view = new View(this.attachShadow({ mode: "open" }));
  #engine = engineAt(YoutenBox.frame);
  /** @type {AbortController | undefined} */
  #running;
  /** @type {Promise<Result> | undefined} */
  #promise;
  /** @type {{result: Result, reading: Reading | undefined, note: string} | undefined} */
  #shown;
  /** @type {(() => void)[]} to be called when the element leaves the page */
  #leave = [];

  constructor() {
    super();
    this.#view.onButton(() => (this.#running ? this.cancel() : this.#begin()));
  }

  connectedCallback() {
    this.#dress();
    if (this.#shown || this.#promise) return this.#draw();
    if (this.#adopt()) return;
    // The parser may not have reached the static text yet.
    if (document.readyState === "loading") {
      const again = () => void (this.isConnected && !this.#adopt() && this.#offer());
      document.addEventListener("DOMContentLoaded", again, { once: true });
    }
    this.#offer();
  }

  disconnectedCallback() {
    for (const leave of this.#leave.splice(0)) leave();
    this.cancel();
    mark(this, []);
  }

  /** @param {string} name */
  attributeChangedCallback(name) {
    if (!this.isConnected) return;
    if (REDRESSING.includes(name)) this.#dress();
    if (this.#shown) this.#draw();
    if (RESUMMARIZING.includes(name) && this.#shown?.reading && this.#engine.state === "ready") this.#begin();
  }

  /** Find the article and summarise it. A second call while the first is under way returns the same promise. */
  summarize() {
    this.#promise ??= this.#run().finally(() => {
      this.#promise = undefined;
    });
    return this.#promise;
  }

  /** Stop what is under way, if anything. */
  cancel() {
    this.#running?.abort(new DOMException("cancelled", "AbortError"));
  }

  /** Summarise; the box itself shows what goes wrong. */
  #begin() {
    void this.summarize().catch(() => undefined);
  }

  get #language() {
    const around = this.closest("[lang]")?.getAttribute("lang");
    return languageFor(this.getAttribute("ui-lang") || around || navigator.language);
  }

  get #say() {
    return speaker(this.#language);
  }

  /** Set head, language and theme. */
  #dress() {
    const say = this.#say;
    this.#view.setHead(this.getAttribute("label") || say("label"), say("method"), this.#language);
    for (const leave of this.#leave.splice(0)) leave();
    const theme = themeOf(this);
    if (theme) this.#view.setTheme(theme);
    else this.#leave.push(followGround(this, (ground) => this.#view.setTheme(ground)));
  }

  /** Show the static text inside the element, if there is any. @returns whether there is */
  #adopt() {
    const article = this.hasAttribute("highlight") ? articleOf(this) : undefined;
    const reading = article ? readArticle(article) : undefined;
    const result = staticResult(this, reading);
    if (!result) return false;
    this.#shown = { result, reading, note: "" };
    this.hidden = false;
    this.#draw();
    return true;
  }

  /** Say what a click would do, or wait as `load` says. */
  #offer() {
    const load = this.getAttribute("load");
    this.hidden = load === "never";
    if (load === "visible") return this.#summarizeOnceVisible();
    const cost = this.#engine.state === "ready" ? "" : this.#say("cost", { size: ENGINE_SIZE });
    this.#view.setFoot(cost, this.#say("start"));
  }

  #summarizeOnceVisible() {
    this.#view.setFoot(this.#say("begin"));
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      this.#begin();
    });
    observer.observe(this);
    this.#leave.push(() => observer.disconnect());
    this.#reserve();
  }

  #reserve() {
    const article = articleOf(this);
    const { sentences } = optionsOf(this, this.#language);
    this.#view.reserve(likelyLengths(article ? readArticle(article).text : "", sentences));
  }

  /** @returns {Promise<Result>} */
  async #run() {
    const controller = new AbortController();
    this.#running = controller;
    const options = optionsOf(this, this.#language);
    this.hidden = false;
    this.#view.setError("");
    if (!this.#shown) this.#reserve();
    this.#wait({ stage: this.#engine.state === "ready" ? "summarize" : "download", value: 0 });
    try {
      const reading = this.#read();
      void this.#engine.ready().then(() => this.#tell("youten-ready", this.#about), () => undefined);
      const how = { title: reading.title, options, signal: controller.signal };
      const progress = (/** @type {Progress} */ value) => this.#wait(value);
      return this.#finish(await this.#engine.summarize(reading.text, { ...how, progress }), reading);
    } catch (error) {
      this.#fail(error, controller.signal.aborted);
      throw error;
    } finally {
      this.#running = undefined;
      this.#view.setProgress(undefined);
    }
  }

  get #about() {
    return { engine: "youten", version: this.#engine.engine };
  }

  #read() {
    const article = articleOf(this);
    const reading = article ? readArticle(article) : undefined;
    if (!reading?.text.trim()) throw new EngineError("no_article");
    if (reading.text.length > LONGEST_TEXT) throw new EngineError("too_long");
    return reading;
  }

  /** @param {Progress} progress */
  #wait({ stage, value }) {
    const [from, to] = SHARES[stage];
    const key = stage === "start" ? "begin" : stage;
    this.#view.setProgress(from + value * (to - from));
    this.#view.setFoot(this.#say(key, { percent: Math.round(value * 100) }), this.#say("stop"));
    this.#tell("youten-progress", { stage, value });
  }

  /**
   * @param {import("../protocol.js").Summary} summary
   * @param {Reading} reading
   */
  #finish({ sentences, notices, articleChars, summaryChars, compressionRate }, reading) {
    const result = {
      sentences: sentences.map(({ text, start, end, segments }) => ({ text, start, end, segments })),
      text: reading.text,
      ...this.#about,
    };
    const rate = Math.round(compressionRate * 100);
    const length = this.#say("length", { article: articleChars, summary: summaryChars, rate });
    const note = notices[0]?.message ?? (sentences.length ? length : this.#say("empty"));
    this.#shown = { result, reading, note };
    this.#draw();
    this.#view.announce(this.#say(sentences.length ? "done" : "empty"));
    this.#tell("youten-summary", result);
    return result;
  }

  /**
   * @param {unknown} error
   * @param {boolean} stopped by the reader or the page
   */
  #fail(error, stopped) {
    const code = error instanceof EngineError ? error.code : "unknown";
    if (this.#shown) this.#draw();
    if (stopped) {
      this.#view.setFoot(this.#say("stopped"), this.#say("start"));
      this.#view.announce(this.#say("stopped"));
      return;
    }
    const message = this.#say(sentenceFor(code));
    this.#view.setError(message);
    this.#view.setFoot("", this.#say("again"));
    this.#tell("youten-error", { code, message, recoverable: !FINAL.includes(code) });
  }

  /** Show the sentences, and mark them in the article if `highlight` is set. */
  #draw() {
    if (!this.#shown) return;
    const { result, reading, note } = this.#shown;
    const ranges = result.sentences.map(({ start, end }) => (reading && start >= 0 ? rangeOf(reading, start, end) : undefined));
    const lines = result.sentences.map(({ text }, index) => {
      const range = ranges[index];
      return { text, place: range && (() => scrollTo(range)) };
    });
    this.#view.setLines(lines, { format: formatOf(this), say: this.#say });
    this.#view.setFoot(note);
    mark(this, this.hasAttribute("highlight") ? ranges.filter((range) => range !== undefined) : []);
  }

  /**
   * @param {string} name
   * @param {object} detail
   */
  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }
}

/**
 * Define the element, unless the page has it already.
 * @param {URL} frame address of frame.html
 */
export function defineBox(frame) {
  if (customElements.get(TAG)) return;
  YoutenBox.frame = frame;
  customElements.define(TAG, YoutenBox);
}
