/** The inside of <youten-box>: built once, then changed. Text only ever becomes text nodes. */
import { element } from "../../shared/dom.js";
import { HIDDEN, STYLE } from "./style.js";

/** @typedef {import("../words/say.js").Say} Say */

/** @typedef {{text: string, place: (() => void) | undefined}} Line a sentence; `place` scrolls to it in the article */

// The lines are numbered as in a newspaper. Selections leave the numbers out (style.js).
const NUMERALS = "一二三四五六七八九十";
// Measures of an item as in style.js, in em: height of a line, padding, number with the gap after it.
const LINE = 1.75;
const PADDING = 0.95;
const NUMBER = 2;
// Height of an element that only offers a summary, as in style.js; em.
const OFFER = 7;

// Stages of the wait as shares of the meter: most of a first visit is the download.
const SHARES = /** @type {const} */ ({ download: [0, 0.75], start: [0.8, 0.8], summarize: [0.85, 1] });

/** Shared by all boxes of a page: the style, and what hides a box. @type {CSSStyleSheet[]} */
const sheets = [];

/**
 * Make an element whose part has the name of its class.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {string} className
 * @param {...(Node | string)} children
 */
function part(tag, className, ...children) {
  const node = element(tag, className, ...children);
  node.setAttribute("part", className);
  return node;
}

export class View {
  #label = part("p", "label");
  #method = part("small", "soft");
  #body = part("div", "body");
  #error = part("p", "error");
  #bar = part("i", "bar");
  #meter = part("div", "meter", this.#bar);
  #note = part("p", "soft");
  #button = part("button", "button");
  #foot = part("div", "row", this.#note, this.#button);
  #status = part("p", "unseen");
  #box = part("section", "box");

  #root;

  /** @param {ShadowRoot} root */
  constructor(root) {
    this.#root = root;
    for (const style of sheets.length ? [] : [STYLE, HIDDEN]) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(style);
      sheets.push(sheet);
    }
    this.setShown(true);
    this.#label.id = "label";
    this.#method.setAttribute("part", "method");
    this.#note.setAttribute("part", "note");
    this.#box.setAttribute("aria-labelledby", "label");
    this.#error.setAttribute("role", "alert");
    this.#status.setAttribute("role", "status");
    this.#meter.setAttribute("aria-hidden", "true");
    this.#meter.hidden = true;
    this.#button.type = "button";
    const head = part("div", "head", this.#label, this.#method);
    this.#box.append(head, this.#body, this.#error, this.#meter, this.#foot, this.#status);
    root.append(this.#box);
  }

  /** @param {() => void} act what the button does with any label */
  onButton(act) {
    this.#button.addEventListener("click", act);
  }

  /** @param {string} theme "light", "dark" or "inherit" */
  setTheme(theme) {
    this.#box.className = `box ${theme}`;
  }

  /**
   * @param {string} label
   * @param {string} method
   * @param {string} lang of both; the sentences are Japanese
   */
  setHead(label, method, lang) {
    this.#label.textContent = label;
    this.#method.textContent = method;
    this.#box.lang = lang;
    this.#body.lang = "ja";
  }

  /**
   * @param {string} note
   * @param {string} [button] "" for none
   */
  setFoot(note, button = "") {
    this.#note.textContent = note;
    this.#button.textContent = button;
    this.#button.hidden = !button;
    this.#foot.hidden = !note && !button;
  }

  /** @param {import("../embedded-engine.js").Progress | undefined} progress undefined: nothing is under way */
  setProgress(progress) {
    const [from, to] = progress ? SHARES[progress.stage] : [0, 0];
    this.#meter.hidden &&= !progress;
    this.#meter.classList.toggle("over", !progress);
    this.#box.setAttribute("aria-busy", String(!!progress));
    this.#bar.style.setProperty("--done", String(progress ? from + progress.value * (to - from) : 0));
  }

  /** @param {string} sentence */
  setError(sentence) {
    this.#error.textContent = sentence;
  }

  /** @param {string} sentence for screen readers */
  announce(sentence) {
    this.#status.textContent = sentence;
  }

  /**
   * Show the sentences.
   * @param {readonly Line[]} lines
   * @param {{format: "list" | "paragraph", say: Say}} how
   */
  setLines(lines, { format, say }) {
    if (format === "paragraph") {
      this.#body.replaceChildren(part("p", "paragraph", lines.map(({ text }) => text).join("")));
      return;
    }
    const list = part("ol", "lines");
    // Some browsers do not treat a list without markers as a list.
    list.setAttribute("role", "list");
    list.setAttribute("aria-labelledby", "label");
    lines.forEach(({ text, place }, index) => {
      const number = NUMERALS.charAt(index) || String(index + 1);
      const numeral = part(place ? "button" : "span", "seal", number);
      if (place) {
        numeral.setAttribute("type", "button");
        numeral.setAttribute("aria-label", say("place", { number: index + 1 }));
        numeral.addEventListener("click", place);
      } else numeral.setAttribute("aria-hidden", "true");
      list.append(part("li", "item", numeral, part("span", "text", text)));
    });
    this.#body.replaceChildren(list);
  }

  clear() {
    this.#body.replaceChildren();
    this.#body.style.minHeight = "";
  }

  /** Show or hide the whole box, without the attribute `hidden`, which is the page's. @param {boolean} shown */
  setShown(shown) {
    this.#root.adoptedStyleSheets = shown ? sheets.slice(0, 1) : sheets;
  }

  /**
   * Reserve room for sentences of these lengths, so that nothing below the box moves when they arrive.
   * @param {readonly number[]} lengths characters
   */
  reserve(lengths) {
    const style = getComputedStyle(this.#body);
    const host = getComputedStyle(this.#root.host);
    // The page has reserved more than the offer takes (docs/guides/embedding.md).
    if (parseFloat(host.minHeight) > (OFFER + 1) * parseFloat(host.fontSize)) return;
    const size = parseFloat(style.fontSize);
    const line = parseFloat(style.lineHeight) || LINE * size;
    const perLine = Math.max(8, Math.floor(this.#body.clientWidth / size - NUMBER));
    let lines = 0;
    for (const length of lengths) lines += Math.ceil(length / perLine);
    this.#body.style.minHeight = `${Math.round(lines * line + lengths.length * PADDING * size)}px`;
    // The reserved height is for this width.
    addEventListener("resize", () => (this.#body.style.minHeight = ""), { once: true });
  }
}
