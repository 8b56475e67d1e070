/**
 * The article under the box: a paragraph for each line, styled by its role; sentences with their weight; the summary's
 * sentences marked.
 *
 * Offsets count UTF-16 code units of the text. A sentence that runs over a line break is marked in each of its lines.
 * All views of the article share these elements; the style sheet shows one of them. Linear in the text.
 */
import { appendAll, element } from "../../shared/dom.js";
import { lineNumberButton } from "../page/line-number.js";
import { lines } from "./lines.js";
import { annotated } from "./ruby.js";
import { SILENT, spansOf, walker } from "./spans.js";

/** @typedef {import("./spans.js").Ruby} Ruby */
/** @typedef {import("./spans.js").Salience} Salience */
/** @typedef {import("./spans.js").Span} Span */
/** @typedef {import("./spans.js").Summary} Summary */

// With more paragraphs than this the browser may skip drawing those out of sight.
const MANY = 300;

/**
 * Yield the part of `text` from `from` to `to`, what was cut in elements of its own.
 * @param {string} text
 * @param {number} from
 * @param {number} to
 * @param {Span} span trims and readings in order
 */
function* pieces(text, from, to, { trims, rubies }) {
  let at = from;
  for (const { start, end, rule } of trims) {
    const [a, b] = [Math.max(start, at), Math.min(end, to)];
    if (a >= b) continue;
    if (a > at) yield* annotated(text, at, a, rubies);
    yield appendAll(element("span", SILENT.includes(rule) ? "trim silent" : "trim"), annotated(text, a, b, rubies));
    at = b;
  }
  if (at < to) yield* annotated(text, at, to, rubies);
}

/**
 * Yield one line of the text with its sentences.
 * @param {string} text
 * @param {number} from
 * @param {number} to
 * @param {readonly Span[]} spans those that touch the line, in order
 */
function* sentences(text, from, to, spans) {
  let at = from;
  for (const span of spans) {
    const [a, b] = [Math.max(span.start, at), Math.min(span.end, to)];
    if (a >= b) continue;
    if (a > at) yield text.slice(at, a);
    const node = appendAll(element(span.line ? "mark" : "span", "sentence"), pieces(text, a, b, span));
    node.dataset["start"] = String(span.start);
    node.dataset["heat"] = String(span.heat);
    if (span.line) {
      node.dataset["line"] = String(span.line);
      if (a === span.start) node.prepend(lineNumberButton(span.line, "toSummary"));
    }
    yield node;
    at = b;
  }
  if (at < to) yield text.slice(at, to);
}

/**
 * Replace the contents of `target` by the article.
 * @param {HTMLElement} target
 * @param {string} text
 * @param {Pick<Summary, "sentences" | "roles">} summary
 * @param {Salience} [salience]
 * @param {ReadonlyMap<number, readonly Ruby[]>} [readings] furigana by the beginning of their sentence
 */
export function renderSource(target, text, { sentences: chosen, roles }, salience = [], readings = new Map()) {
  const spansAt = walker(spansOf(chosen, salience, readings));
  const rolesAt = walker([...roles].sort((a, b) => a.start - b.start));
  const paragraphs = [];
  let gap = false;
  for (const { start, end } of lines(text)) {
    if (!text.slice(start, end).trim()) {
      gap = true;
      continue;
    }
    const role = rolesAt(start, end)[0]?.role ?? "";
    const paragraph = appendAll(element("p", role), sentences(text, start, end, spansAt(start, end)));
    paragraph.dataset["from"] = String(start);
    if (gap) paragraph.classList.add("apart");
    paragraphs.push(paragraph);
    gap = false;
  }
  target.classList.toggle("long", paragraphs.length > MANY);
  target.replaceChildren(appendAll(new DocumentFragment(), paragraphs));
}
