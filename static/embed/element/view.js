/**
 * The inside of <youten-box>: builds it once, then shows what it is told. Text only ever becomes text nodes.
 */
import { STYLE } from "./style.js";

/** @typedef {import("../words.js").Say} Say */

/** @typedef {{text: string, place: (() => void) | undefined}} Line a sentence, and the way to it in the article */

// The numbers of the lines, as a newspaper sets them; drawn, so that a selection holds the sentences only.
const NUMERALS = "一二三四五六七八九十";
// Of an item, in em, as in style.js: height of a line, its padding, the seal with the gap after it.
const LINE = 1.75;
const PADDING = 0.95;
const SEAL = 2;

/** @type {CSSStyleSheet | undefined} shared by all boxes of a page */
let sheet;

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {string} className also its part
 * @param {...(Node | string)} children
 */
function element(tag, className, ...children) {
  const node = document.createElement(tag);
  node.className = className;
  node.setAttribute("part", className);
  node.append(...children);
  return node;
}

export class View {
  #label = element("p", "label");
  #method = element("small", "soft");
  #body = element("div", "body");
  #error = element("p", "error");
  #bar = element("i", "bar");
  #meter = element("div", "meter", this.#bar);
  #note = element("p", "soft");
  #button = element("button", "button");
  #foot = element("div", "row", this.#note, this.#button);
  #status = element("p", "unseen");
  #box = element("section", "box");

  /** @param {ShadowRoot} root */
  constructor(root) {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
    }
    root.adoptedStyleSheets = [sheet];
    this.#label.id = "label";
    this.#method.setAttribute("part", "method");
    this.#note.setAttribute("part", "note");
    this.#box.setAttribute("aria-labelledby", "label");
    this.#error.setAttribute("role", "alert");
    this.#status.setAttribute("role", "status");
    this.#meter.setAttribute("aria-hidden", "true");
    this.#meter.hidden = true;
    this.#button.type = "button";
    const head = element("div", "head", this.#label, this.#method);
    this.#box.append(head, this.#body, this.#error, this.#meter, this.#foot, this.#status);
    root.append(this.#box);
  }

  /** @param {() => void} act what the button does, whatever it says */
  onButton(act) {
    this.#button.addEventListener("click", act);
  }

  /** @param {string} theme "light", "dark" or "inherit" */
  setTheme(theme) {
    this.#box.classList.remove("light", "dark", "inherit");
    this.#box.classList.add(theme);
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

  /** @param {number | undefined} done 0..1; undefined: nothing is under way */
  setProgress(done) {
    this.#meter.hidden &&= done === undefined;
    this.#meter.classList.toggle("over", done === undefined);
    this.#box.setAttribute("aria-busy", String(done !== undefined));
    this.#bar.style.setProperty("--done", String(done ?? 0));
  }

  /** @param {string} sentence */
  setError(sentence) {
    this.#error.textContent = sentence;
  }

  /** @param {string} sentence for who does not see the box */
  announce(sentence) {
    this.#status.textContent = sentence;
  }

  /**
   * Shows the sentences.
   * @param {readonly Line[]} lines
   * @param {{format: "list" | "paragraph", say: Say}} how
   */
  setLines(lines, { format, say }) {
    if (format === "paragraph") {
      this.#body.replaceChildren(element("p", "paragraph", lines.map(({ text }) => text).join("")));
      return;
    }
    const list = element("ol", "lines");
    // Some browsers take a list without marks for none.
    list.setAttribute("role", "list");
    list.setAttribute("aria-labelledby", "label");
    lines.forEach(({ text, place }, index) => {
      const number = NUMERALS.charAt(index) || String(index + 1);
      const seal = element(place ? "button" : "span", "seal", number);
      if (seal instanceof HTMLButtonElement && place) {
        seal.type = "button";
        seal.setAttribute("aria-label", say("place", { number: index + 1 }));
        seal.addEventListener("click", place);
      } else seal.setAttribute("aria-hidden", "true");
      list.append(element("li", "item", seal, element("span", "text", text)));
    });
    this.#body.replaceChildren(list);
  }

  clear() {
    this.#body.replaceChildren();
  }

  /**
   * Makes room for sentences of these lengths now, so that what follows the box does not move when they come.
   * @param {readonly number[]} lengths characters
   */
  reserve(lengths) {
    const style = getComputedStyle(this.#body);
    const size = parseFloat(style.fontSize);
    const line = parseFloat(style.lineHeight) || LINE * size;
    const perLine = Math.max(8, Math.floor(this.#body.clientWidth / size - SEAL));
    const lines = lengths.reduce((sum, length) => sum + Math.ceil(length / perLine), 0);
    this.#body.style.minHeight = `${Math.round(lines * line + lengths.length * PADDING * size)}px`;
    // The room was for this width; at another one the sentences are there already.
    addEventListener("resize", () => (this.#body.style.minHeight = ""), { once: true });
  }
}
