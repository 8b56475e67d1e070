/**
 * <youten-box>: the AI要約 box for any page.
 *
 *     <youten-box for=".entry-content"></youten-box>
 *     <youten-box><aside class="youten">…static text, readable without scripts…</aside></youten-box>
 *
 * Attributes: for (selector), sentences (1..10), max-chars, format (list | paragraph), load (click | visible |
 * never), theme (auto | light | dark | inherit), ui-lang, label, highlight, auto-update; properties beside them are in
 * properties.js. Events, all of which bubble: youten-ready, youten-progress, youten-summary, youten-error,
 * youten-cancel, youten-clear. Methods: summarize(), cancel().
 * Nothing is requested from our server before a summary is wanted; the engine runs in our frame. What is shown belongs
 * to the article that is in the page now (following.js).
 */
import { EngineError } from "../../shared/engine-error.js";
import { engineAt } from "../embedded-engine.js";
import { sentenceFor, speaker } from "../words/say.js";
import { likelyLengths } from "./article.js";
import { articleOf, assignArticle, formatOf, optionsOf, themeOf, wordsOf } from "./attributes.js";
import { followArticle, readableOf, readingOf, resultIn, sameNodes, summaryOf } from "./following.js";
import { linesOf, mark } from "./highlight.js";
import { applyEarly, defineProperties, isOn } from "./properties.js";
import { about } from "./result.js";
import { staticResult } from "./static-text.js";
import { followGround } from "./theme.js";
import { View } from "./view.js";
import { onceVisible } from "./visible.js";

/** @typedef {import("../embedded-engine.js").Progress} Progress */
/** @typedef {import("./following.js").Shown} Shown */
/** @typedef {import("./result.js").Result} Result */

export const TAG = "youten-box";
// Download of the engine on a first visit; megabytes.
const ENGINE_SIZE = 7;
// Attributes by what a change of them does.
const OFFERING = ["load"];
const REDRESSING = ["theme", "ui-lang", "label"];
const RESUMMARIZING = ["for", "sentences", "max-chars"];
// Codes of errors that a second try does not mend.
const FINAL = ["blocked", "unsupported", "language"];
// A download that makes no progress for this long is told; ms.
const STALL_MS = 5000;

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
  /** @type {Shown | undefined} */
  #shown;
  /** Whether a summary was asked for since the box is in the page. */
  #asked = false;
  /** Text of the article at the last failure; undefined if nothing has failed since. @type {string | undefined} */
  #failedAt;
  /** What ends following the background and the article, and waiting to be visible. */
  #end = /** @type {Partial<Record<"ground" | "article" | "sight", () => void>>} */ ({});
  /** @type {ReturnType<typeof setTimeout> | undefined} until a download counts as stalled */
  #stall;

  constructor() {
    super();
    this.#view.onButton(() => (this.#running ? this.cancel() : this.#begin()));
  }

  connectedCallback() {
    applyEarly(this);
    this.#dress();
    this.#end.article = followArticle(this, (inside) => this.#look(inside));
    if (this.#shown || this.#promise) {
      this.#draw();
      return this.#look(false);
    }
    if (!this.#adopt()) this.#offer();
  }

  disconnectedCallback() {
    for (const end of Object.values(this.#end)) end();
    mark(this, []);
    // A box that is only moved is connected again by then.
    queueMicrotask(() => this.isConnected || this.cancel());
  }

  /** @param {string} name @param {string | null} old @param {string | null} value */
  attributeChangedCallback(name, old, value) {
    if (!this.isConnected || old === value) return;
    const resummarizes = RESUMMARIZING.includes(name);
    if (REDRESSING.includes(name)) this.#dress();
    if (this.#shown) this.#draw();
    if (this.#running) return;
    if (resummarizes && this.#shown?.result.engine && this.#engine.state === "ready") this.#begin();
    else if (name === "for") this.#look(false);
    else if (!this.#shown && OFFERING.includes(name)) this.#offer();
  }

  /** The article: the one that was set, or the one that `for` or the place of the box gives. */
  get article() {
    return articleOf(this) ?? null;
  }

  set article(element) {
    assignArticle(this, element);
    if (this.isConnected) this.#look(false);
  }

  /** Find the article and summarise it. A second call while the first is under way returns the same promise. */
  summarize() {
    const end = () => (this.#promise = undefined);
    if (!this.#promise) (this.#promise = this.#run()).then(end, end);
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

  get #say() {
    return speaker(wordsOf(this));
  }

  /** Set head, language and theme. */
  #dress() {
    const say = this.#say;
    this.#view.setHead(this.getAttribute("label") || say("label"), say("method"), wordsOf(this));
    this.#end.ground?.();
    const theme = themeOf(this);
    if (theme) this.#view.setTheme(theme);
    else this.#end.ground = followGround(this, (ground) => this.#view.setTheme(ground));
  }

  /** Show the static text inside the element, if there is any. @returns whether there is */
  #adopt() {
    const reading = readingOf(this);
    const result = staticResult(this, reading);
    if (!result) return false;
    this.#end.sight?.();
    this.#shown = { result, reading, note: "" };
    this.#view.setShown(true);
    this.#draw();
    return true;
  }

  /** Compare what is shown with the article as it is now. @param {boolean} inside whether static text has changed */
  #look(inside) {
    if (this.#running || (inside && this.#adopt())) return;
    const reading = readingOf(this);
    const shown = this.#shown;
    const text = reading?.text ?? "";
    const changed = text !== (shown ? shown.result.text : this.#failedAt);
    const result = shown && reading && resultIn(this, shown, reading);
    if (result) {
      const redraw = changed || !sameNodes(shown.reading, reading);
      this.#shown = { ...shown, result, reading };
      if (redraw) this.#draw();
    } else if (shown || (this.#failedAt !== undefined && changed)) this.#clear();
    if (this.#asked && text && changed && isOn(this, "auto-update")) this.#begin();
  }

  /** Forget what belongs to an article that is gone. */
  #clear() {
    this.#shown = this.#failedAt = undefined;
    this.#view.clear();
    this.#view.setError("");
    mark(this, []);
    this.#tell("youten-clear", {});
    this.#offer();
  }

  /** Say what a click would do, or wait as `load` says. */
  #offer() {
    const load = this.getAttribute("load");
    this.#end.sight?.();
    this.#view.setShown(load !== "never");
    if (load === "visible") {
      this.#view.setFoot(this.#say("begin"));
      this.#end.sight = onceVisible(this, () => this.#begin());
      return this.#reserve();
    }
    const cost = this.#engine.state === "ready" ? "" : this.#say("cost", { size: ENGINE_SIZE });
    this.#view.setFoot(cost, this.#say("start"));
  }

  #reserve() {
    const { sentences } = optionsOf(this);
    this.#view.reserve(likelyLengths(readingOf(this)?.text ?? "", sentences));
  }

  /** @returns {Promise<Result>} */
  async #run() {
    const controller = new AbortController();
    this.#running = controller;
    this.#asked = true;
    this.#end.sight?.();
    this.#failedAt = undefined;
    this.#view.setShown(true);
    this.#view.setError("");
    if (!this.#shown) this.#reserve();
    this.#wait({ stage: this.#engine.state === "ready" ? "summarize" : "download", value: 0 });
    try {
      readableOf(this);
      void this.#engine.ready().then(
        () => this.#tell("youten-ready", about(this.#engine)),
        () => undefined,
      );
      const progress = (/** @type {Progress} */ value) => this.#wait(value);
      return this.#finish(await summaryOf(this, this.#engine, { signal: controller.signal, progress }));
    } catch (error) {
      this.#fail(error, controller.signal.aborted);
      throw error;
    } finally {
      this.#running = undefined;
      clearTimeout(this.#stall);
      this.#view.setProgress(undefined);
    }
  }

  /** @param {Progress} progress */
  #wait({ stage, value }) {
    const key = stage === "start" ? "begin" : stage;
    const say = this.#say;
    this.#view.setProgress({ stage, value });
    this.#view.setFoot(say(key, { percent: Math.round(value * 100) }), say("stop"));
    clearTimeout(this.#stall);
    if (stage === "download") this.#stall = setTimeout(() => this.#view.setFoot(say("stalled"), say("stop")), STALL_MS);
    this.#tell("youten-progress", { stage, value });
  }

  /** @param {Shown} shown */
  #finish(shown) {
    const { result } = shown;
    this.#shown = shown;
    this.#draw();
    this.#view.announce(this.#say(result.sentences.length ? "done" : "empty"));
    this.#tell("youten-summary", result);
    return result;
  }

  /** @param {unknown} error @param {boolean} stopped by the reader or the page */
  #fail(error, stopped) {
    const code = error instanceof EngineError ? error.code : "unknown";
    if (this.#shown) this.#draw();
    if (stopped) {
      this.#view.setFoot(this.#say("stopped"), this.#say("start"));
      this.#view.announce(this.#say("stopped"));
      this.#tell("youten-cancel", {});
      return;
    }
    this.#failedAt = readingOf(this)?.text ?? "";
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

  /** @param {string} name @param {object} detail */
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
  // On a server there are no elements.
  if (!globalThis.customElements || customElements.get(TAG)) return;
  YoutenBox.frame = frame;
  customElements.define(TAG, YoutenBox);
}
