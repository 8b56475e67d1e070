/**
 * <youten-box>: the AI要約 box for any page.
 *
 *     <youten-box for=".entry-content"></youten-box>
 *     <youten-box><aside class="youten">…static text, readable without scripts…</aside></youten-box>
 *
 * Attributes: for (selector), sentences (1..10), max-chars, format (list | paragraph), load (click | visible |
 * never), theme (auto | light | dark | inherit), ui-lang, label, highlight; properties beside them are in
 * properties.js. Events, all of which bubble: youten-ready, youten-progress, youten-summary, youten-error,
 * youten-cancel. Methods: summarize(), cancel().
 * Nothing is requested from our server before a summary is wanted; the engine runs in our frame.
 */
import { EngineError } from "../../shared/engine-error.js";
import { engineAt } from "../embedded-engine.js";
import { LONGEST_TEXT } from "../protocol.js";
import { languageFor, sentenceFor, speaker } from "../words/say.js";
import { likelyLengths, readArticle } from "./article.js";
import { articleOf, formatOf, optionsOf, themeOf } from "./attributes.js";
import { linesOf, mark } from "./highlight.js";
import { applyEarly, defineProperties, isOn } from "./properties.js";
import { noteOf, resultOf } from "./result.js";
import { staticResult } from "./static-text.js";
import { followGround } from "./theme.js";
import { View } from "./view.js";
import { onceVisible } from "./visible.js";

/** @typedef {import("./article.js").Reading} Reading */
/** @typedef {import("../embedded-engine.js").Progress} Progress */

/** @typedef {import("./result.js").Result} Result */

export const TAG = "youten-box";
// Download of the engine on a first visit; megabytes.
const ENGINE_SIZE = 7;
// Attributes by what a change of them does.
const OFFERING = ["load"];
const REDRESSING = ["theme", "ui-lang", "label"];
const RESUMMARIZING = ["for", "sentences", "max-chars"];
// Codes of errors that a second try does not mend.
const FINAL = ["blocked", "unsupported"];

// On a server there is no HTMLElement, and importing this must not fail.
const Base = globalThis.HTMLElement ?? /** @type {typeof HTMLElement} */ (/** @type {unknown} */ (class {}));

class YoutenBox extends Base {
  static observedAttributes = ["format", "highlight", ...OFFERING, ...REDRESSING, ...RESUMMARIZING];
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
  /** Whether an attribute has changed since the engine got its request. */
  #outdated = false;
  /** Whether the box has set `hidden`; if the page has, that stays. */
  #hides = false;
  /** @type {(() => void) | undefined} stops following the background */
  #unfollow;
  /** @type {(() => void) | undefined} stops waiting to be visible */
  #unwait;

  constructor() {
    super();
    this.#view.onButton(() => (this.#running ? this.cancel() : this.#begin()));
  }

  connectedCallback() {
    applyEarly(this);
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
    this.#unfollow?.();
    this.#unwait?.();
    mark(this, []);
    // A box that is only moved is connected again by then.
    queueMicrotask(() => this.isConnected || this.cancel());
  }

  /**
   * @param {string} name
   * @param {string | null} old
   * @param {string | null} value
   */
  attributeChangedCallback(name, old, value) {
    if (!this.isConnected || old === value) return;
    const resummarizes = RESUMMARIZING.includes(name);
    if (REDRESSING.includes(name)) this.#dress();
    if (this.#shown) this.#draw();
    if (this.#running) this.#outdated ||= resummarizes;
    else if (resummarizes && this.#shown?.reading && this.#engine.state === "ready") this.#begin();
    else if (!this.#shown && OFFERING.includes(name)) this.#offer();
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
    this.#unfollow?.();
    const theme = themeOf(this);
    if (theme) this.#view.setTheme(theme);
    this.#unfollow = theme ? undefined : followGround(this, (ground) => this.#view.setTheme(ground));
  }

  /** Hide or show the box; what the page itself hides stays hidden. @param {boolean} wanted */
  #hide(wanted) {
    if (wanted === this.#hides || (wanted && this.hasAttribute("hidden"))) return;
    this.#hides = this.toggleAttribute("hidden", wanted);
  }

  /** Show the static text inside the element, if there is any. @returns whether there is */
  #adopt() {
    const article = isOn(this, "highlight") ? articleOf(this) : undefined;
    const reading = article ? readArticle(article) : undefined;
    const result = staticResult(this, reading);
    if (!result) return false;
    this.#shown = { result, reading, note: "" };
    this.#hide(false);
    this.#draw();
    return true;
  }

  /** Say what a click would do, or wait as `load` says. */
  #offer() {
    const load = this.getAttribute("load");
    this.#unwait?.();
    this.#hide(load === "never");
    if (load === "visible") {
      this.#view.setFoot(this.#say("begin"));
      this.#unwait = onceVisible(this, () => this.#begin());
      return this.#reserve();
    }
    const cost = this.#engine.state === "ready" ? "" : this.#say("cost", { size: ENGINE_SIZE });
    this.#view.setFoot(cost, this.#say("start"));
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
    this.#unwait?.();
    this.#hide(false);
    this.#view.setError("");
    if (!this.#shown) this.#reserve();
    this.#wait({ stage: this.#engine.state === "ready" ? "summarize" : "download", value: 0 });
    try {
      this.#read();
      void this.#engine.ready().then(
        () => this.#tell("youten-ready", this.#about),
        () => undefined,
      );
      return await this.#latest(controller.signal);
    } catch (error) {
      this.#fail(error, controller.signal.aborted);
      throw error;
    } finally {
      this.#running = undefined;
      this.#view.setProgress(undefined);
    }
  }

  /** Summarise until no attribute changes meanwhile. @param {AbortSignal} signal @returns {Promise<Result>} */
  async #latest(signal) {
    this.#outdated = false;
    const reading = this.#read();
    const how = { title: reading.title, options: optionsOf(this, this.#language), signal };
    const progress = (/** @type {Progress} */ value) => this.#wait(value);
    const summary = await this.#engine.summarize(reading.text, { ...how, progress });
    return this.#outdated ? this.#latest(signal) : this.#finish(summary, reading);
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
    const key = stage === "start" ? "begin" : stage;
    this.#view.setProgress({ stage, value });
    this.#view.setFoot(this.#say(key, { percent: Math.round(value * 100) }), this.#say("stop"));
    this.#tell("youten-progress", { stage, value });
  }

  /**
   * @param {import("../protocol.js").Summary} summary
   * @param {Reading} reading
   */
  #finish(summary, reading) {
    const result = resultOf(summary, reading, this.#about);
    this.#shown = { result, reading, note: noteOf(summary, this.#say) };
    this.#draw();
    this.#view.announce(this.#say(result.sentences.length ? "done" : "empty"));
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
      this.#tell("youten-cancel", {});
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
    const lines = linesOf(result, reading);
    this.#view.setLines(lines, { format: formatOf(this), say: this.#say });
    this.#view.setFoot(note);
    mark(this, isOn(this, "highlight") ? lines.flatMap(({ range }) => range ?? []) : []);
  }

  /**
   * @param {string} name
   * @param {object} detail
   */
  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }
}

defineProperties(YoutenBox.prototype);

/**
 * Define the element, unless the page has it already.
 * @param {URL} frame address of frame.html
 */
export function defineBox(frame) {
  if (customElements.get(TAG)) return;
  YoutenBox.frame = frame;
  customElements.define(TAG, YoutenBox);
}
