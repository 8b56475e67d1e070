/**
 * <youten-box>: the AI要約 box in anybody's page.
 *
 *     <youten-box for=".entry-content"></youten-box>
 *     <youten-box><aside class="youten">…static text, readable without any script…</aside></youten-box>
 *
 * Attributes: for (selector), sentences (1..10), max-chars, format (list | paragraph), load (click | visible |
 * never), theme (auto | light | dark | inherit), ui-lang, label, highlight. Events, all of which bubble:
 * youten-ready, youten-progress, youten-summary, youten-error. Methods: summarize(), cancel().
 * Asks our server for nothing before it is told to; the engine lives in a frame of ours (embedded-engine.js).
 */
import { findArticle, likelyLengths, rangeOf, readArticle } from "./article.js";
import { linkTo, LinkError } from "../embedded-engine.js";
import { mark, scrollTo } from "./highlight.js";
import { LONGEST_TEXT } from "../protocol.js";
import { followGround } from "./theme.js";
import { View } from "./view.js";
import { languageFor, sentenceFor, speaker } from "../words.js";

/** @typedef {import("./article.js").Reading} Reading */
/** @typedef {import("../embedded-engine.js").Progress} Progress */
/** @typedef {import("../protocol.js").Options} Options */

/** @typedef {{text: string, start: number, end: number, segments: [number, number][]}} Sentence */

/**
 * Detail of "youten-summary". Offsets are UTF-16 code units of `text`; for a box that was written into the page
 * they are where the sentence is found, or -1.
 * @typedef {{sentences: Sentence[], text: string, engine: string, version: string}} Result
 */

export const TAG = "youten-box";
// What the engine weighs on a first visit; megabytes.
const ENGINE_SIZE = 7;
// Stages of the wait as shares of the meter: most of a first visit is the download.
const SHARES = /** @type {const} */ ({ download: [0, 0.75], start: [0.8, 0.8], summarize: [0.85, 1] });

/**
 * Defines the element, unless somebody has.
 * @param {URL} frame address of frame.html
 */
export function defineBox(frame) {
  // Not at the top of the module: where there is no document, importing it does no harm.
  class YoutenBox extends HTMLElement {
    static observedAttributes = ["for", "sentences", "max-chars", "format", "theme", "ui-lang", "label", "highlight"];

    #view = new View(this.attachShadow({ mode: "open" }));
    #link = linkTo(frame);
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
      this.#view.onButton(() => {
        if (this.#running) this.cancel();
        else void this.summarize().catch(() => undefined);
      });
    }

    connectedCallback() {
      this.#dress();
      if (this.#shown || this.#promise) return this.#draw();
      if (this.#adopt()) return;
      // The parser may not have come to the static text yet.
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
      if (name === "theme" || name === "ui-lang" || name === "label") this.#dress();
      if (this.#shown) this.#draw();
      // Other sentences are wanted, and the engine is there.
      const other = name === "for" || name === "sentences" || name === "max-chars";
      if (other && this.#shown?.reading && this.#link.state === "ready") void this.summarize().catch(() => undefined);
    }

    /** Finds the article and summarises it. A second call while the first is under way gives the same promise. */
    summarize() {
      this.#promise ??= this.#run().finally(() => {
        this.#promise = undefined;
      });
      return this.#promise;
    }

    /** Ends what is under way, if anything. */
    cancel() {
      this.#running?.abort(new DOMException("cancelled", "AbortError"));
    }

    get #language() {
      const around = this.closest("[lang]")?.getAttribute("lang");
      return languageFor(this.getAttribute("ui-lang") || around || navigator.language);
    }

    get #say() {
      return speaker(this.#language);
    }

    /** What the attributes ask of the engine; what cannot be is as if it were not there. @returns {Options} */
    get #options() {
      const number = (/** @type {string} */ name, /** @type {number} */ most) => {
        const value = Number(this.getAttribute(name) ?? "");
        return Number.isInteger(value) && value >= 1 && value <= most ? value : undefined;
      };
      const [sentences, maxChars] = [number("sentences", 10) ?? 3, number("max-chars", Number.MAX_SAFE_INTEGER)];
      return { sentences, ...(maxChars && { maxChars }), lang: this.#language };
    }

    /** The article that the box is for, if it can be found. */
    get #article() {
      const selector = this.getAttribute("for");
      if (!selector) return this.closest("article") ?? findArticle(document);
      try {
        return document.querySelector(selector);
      } catch {
        return null; // no selector: as if nothing matched
      }
    }

    /** Head, language and theme. */
    #dress() {
      const say = this.#say;
      this.#view.setHead(this.getAttribute("label") || say("label"), say("method"), this.#language);
      for (const leave of this.#leave.splice(0)) leave();
      const theme = this.getAttribute("theme") ?? "auto";
      if (["light", "dark", "inherit"].includes(theme)) this.#view.setTheme(theme);
      else this.#leave.push(followGround(this, (ground) => this.#view.setTheme(ground)));
    }

    /** Takes over the static text inside the element, if there is any. */
    #adopt() {
      const items = [...this.querySelectorAll("li")].map((item) => (item.textContent ?? "").trim()).filter(Boolean);
      if (!items.length) return false;
      const article = this.#article;
      const reading = article && this.hasAttribute("highlight") ? readArticle(article) : undefined;
      const sentences = items.map((text) => {
        const start = reading ? reading.text.indexOf(text) : -1;
        const end = start < 0 ? -1 : start + text.length;
        return { text, start, end, segments: /** @type {[number, number][]} */ (start < 0 ? [] : [[start, end]]) };
      });
      const made = this.querySelector("[data-youten]")?.getAttribute("data-youten") ?? "";
      this.#shown = { result: { sentences, text: reading?.text ?? "", engine: "", version: made }, reading, note: "" };
      this.hidden = false;
      this.#draw();
      return true;
    }

    /** Nothing is there yet: says what a click would do, or waits for whatever `load` says. */
    #offer() {
      const load = this.getAttribute("load");
      this.hidden = load === "never";
      if (load === "visible") {
        this.#view.setFoot(this.#say("begin"));
        const observer = new IntersectionObserver((entries) => {
          if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
          observer.disconnect();
          void this.summarize().catch(() => undefined);
        });
        observer.observe(this);
        this.#leave.push(() => observer.disconnect());
        this.#reserve();
        return;
      }
      const cost = this.#link.state === "ready" ? "" : this.#say("cost", { size: ENGINE_SIZE });
      this.#view.setFoot(cost, this.#say("start"));
    }

    #reserve() {
      const article = this.#article;
      this.#view.reserve(likelyLengths(article ? readArticle(article).text : "", this.#options.sentences ?? 3));
    }

    /** @returns {Promise<Result>} */
    async #run() {
      const controller = new AbortController();
      this.#running = controller;
      this.hidden = false;
      const options = this.#options;
      this.#view.setError("");
      if (!this.#shown) this.#reserve();
      this.#wait({ stage: this.#link.state === "ready" ? "summarize" : "download", value: 0 });
      try {
        const article = this.#article;
        const reading = article ? readArticle(article) : undefined;
        if (!reading?.text.trim()) throw new LinkError("no_article");
        if (reading.text.length > LONGEST_TEXT) throw new LinkError("too_long");
        void this.#link.ready().then(() => this.#tell("youten-ready", { engine: "youten", version: this.#link.engine }), () => undefined);
        const { text, title } = reading;
        const progress = (/** @type {Progress} */ value) => this.#wait(value);
        const summary = await this.#link.summarize(text, { title, options, signal: controller.signal, progress });
        return this.#finish(summary, reading);
      } catch (error) {
        this.#fail(error, controller.signal.aborted);
        throw error;
      } finally {
        this.#running = undefined;
        this.#view.setProgress(undefined);
      }
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
        engine: "youten",
        version: this.#link.engine,
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
      const code = error instanceof LinkError ? error.code : "unknown";
      if (this.#shown) this.#draw();
      if (stopped) {
        this.#view.setFoot(this.#say("stopped"), this.#say("start"));
        this.#view.announce(this.#say("stopped"));
        return;
      }
      const sentence = this.#say(sentenceFor(code));
      this.#view.setError(sentence);
      this.#view.setFoot("", this.#say("again"));
      this.#tell("youten-error", { code, message: sentence, recoverable: code !== "blocked" && code !== "unsupported" });
    }

    /** Shows the sentences that are there, and their places where the page wants them. */
    #draw() {
      if (!this.#shown) return;
      const { result, reading, note } = this.#shown;
      const ranges = result.sentences.map(({ start, end }) => (reading && start >= 0 ? rangeOf(reading, start, end) : undefined));
      const lines = result.sentences.map(({ text }, index) => {
        const range = ranges[index];
        return { text, place: range && (() => scrollTo(range)) };
      });
      const format = this.getAttribute("format") === "paragraph" ? "paragraph" : "list";
      this.#view.setLines(lines, { format, say: this.#say });
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

  if (!customElements.get(TAG)) customElements.define(TAG, YoutenBox);
}
