/**
 * A document's nodes -> plain text: blocks become lines, and paragraphs are separated by an empty line.
 *
 * Works like `innerText`, but on a document that is not rendered (there `innerText` equals `textContent`), with three
 * differences for Japanese: readings (ruby) are left out, a line break inside running text leaves no space between
 * two full-width characters, and scripts and forms are left out.
 * Source: https://html.spec.whatwg.org/multipage/dom.html#the-innertext-idl-attribute,
 * https://drafts.csswg.org/css-text-4/#line-break-transform.
 */

import { WIDE } from "./join.js";

/** @param {string} names */
const words = (names) => new Set(names.split(" "));

const SKIPPED = words(
  "audio button canvas datalist dialog embed head iframe input link math meta noscript object option rp rt script " +
    "select style svg template textarea title video",
);
// Types of nodes; a worker has no class Node.
const ELEMENT = 1;
const TEXT = 3;
// Elements separated by an empty line, and elements that only start a new line.
const PARAGRAPHS = words(
  "article aside blockquote dl figure footer h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul",
);
const LINES = words(
  "address caption dd details div dt fieldset figcaption form legend li summary tbody tfoot thead tr",
);

/** Collects text. White space is collapsed; breaks are written when text follows them. */
class Writer {
  /** @type {string[]} one text would be copied with each addition, because its end is looked at */
  #parts = [];
  /** Pending line breaks. */
  #breaks = 0;
  /** Pending white space: "", " " or "\n" for a line break of the source. */
  #space = "";

  /** @param {number} lines */
  break(lines) {
    this.#breaks = Math.max(this.#breaks, lines);
    this.#space = "";
  }

  /** Add a line break; two of them make an empty line. */
  newline() {
    this.#breaks += 1;
    this.#space = "";
  }

  tab() {
    if (this.#parts.length && !this.#breaks) this.#parts.push("\t");
    this.#space = "";
  }

  /** @param {string} text */
  write(text) {
    for (const [part] of text.matchAll(/[ \t\n\r\f]+|[^ \t\n\r\f]+/g)) {
      if (/^[ \t\n\r\f]/.test(part)) this.#space = /[\n\r]/.test(part) ? "\n" : this.#space || " ";
      else this.#word(part);
    }
  }

  /** Write text with its own white space. @param {string} text */
  verbatim(text) {
    for (const [index, line] of text.split("\n").entries()) {
      if (index) this.newline();
      if (line.trim()) this.#word(line);
    }
  }

  /** @param {string} word */
  #word(word) {
    const last = this.#parts.at(-1)?.at(-1) ?? "\n";
    if (this.#parts.length && this.#breaks) this.#parts.push("\n".repeat(Math.min(this.#breaks, 2)));
    else if (this.#space === "\n" && WIDE.test(last) && WIDE.test(word)) this.#space = "";
    else if (this.#space && !/\s/.test(last)) this.#parts.push(" ");
    this.#breaks = 0;
    this.#space = "";
    this.#parts.push(word);
  }

  get text() {
    return this.#parts.join("");
  }
}

/** @param {Element} element */
const styleOf = (element) => element.getAttribute("style") ?? "";

/** @param {Element} element */
export function hidden(element) {
  const style = styleOf(element);
  return element.hasAttribute("hidden") || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
}

/** @param {Element} element */
const preserves = (element) => /white-space\s*:\s*(?:pre|break-spaces)/i.test(styleOf(element));

/**
 * @param {Node} node
 * @param {Writer} out
 * @param {boolean} verbatim keep white space
 */
function walk(node, out, verbatim) {
  if (node.nodeType === TEXT) {
    if (verbatim) out.verbatim(node.nodeValue ?? "");
    else out.write(node.nodeValue ?? "");
  }
  if (node.nodeType !== ELEMENT) return;
  const element = /** @type {Element} */ (node);
  const name = element.localName;
  if (SKIPPED.has(name) || hidden(element)) return;
  if (name === "br") return out.newline();
  // A table may be there for its looks only: its cells hold blocks.
  const cell = name === "td" || name === "th";
  const apart =
    PARAGRAPHS.has(name) || (cell && element.querySelector("p, div, table, ul, hr")) ? 2 : LINES.has(name) ? 1 : 0;
  out.break(apart);
  const inside = verbatim || name === "pre" || preserves(element);
  for (const child of node.childNodes) walk(child, out, inside);
  if (cell && !apart) out.tab();
  out.break(apart);
}

/**
 * Return the text of an element as a reader would see it.
 * @param {Element} element
 */
export function blockText(element) {
  const out = new Writer();
  for (const child of element.childNodes) walk(child, out, false);
  return out.text.replace(/[ \t]+$/gm, "").trim();
}
