/**
 * The article under the box: one paragraph per line, roles styled, the summary's sentences marked.
 *
 * Offsets count UTF-16 code units of the text. A sentence that runs over a line break is marked in each of
 * its lines; what was trimmed inside it stays, set back. Linear in the text.
 */
import { element } from "./dom.js";
import { lines } from "./lines.js";

/** @typedef {import("../engine/protocol.js").Summary} Summary */
/** @typedef {{start: number, end: number, line: number, trims: readonly {start: number, end: number}[]}} Span */

// Drawn before a mark by the style sheet, so that they are no part of the text. The box counts the same way.
const LABELS = "〇一二三四五六七八九十";
// Above this many paragraphs the browser may skip drawing those out of sight.
const MANY = 300;

/**
 * The part of `text` from `from` to `to`, trims set back.
 * @param {string} text
 * @param {number} from
 * @param {number} to
 * @param {Span["trims"]} trims in order
 */
function* pieces(text, from, to, trims) {
  let at = from;
  for (const { start, end } of trims) {
    const [a, b] = [Math.max(start, at), Math.min(end, to)];
    if (a >= b) continue;
    if (a > at) yield text.slice(at, a);
    yield element("span", "trim", text.slice(a, b));
    at = b;
  }
  if (at < to) yield text.slice(at, to);
}

/**
 * One line of the text with the marks that fall into it.
 * @param {string} text
 * @param {number} from
 * @param {number} to
 * @param {readonly Span[]} spans those that touch the line, in order
 */
function* marked(text, from, to, spans) {
  let at = from;
  for (const span of spans) {
    const [a, b] = [Math.max(span.start, at), Math.min(span.end, to)];
    if (a >= b) continue;
    if (a > at) yield text.slice(at, a);
    const mark = element("mark", "", ...pieces(text, a, b, span.trims));
    if (a === span.start) mark.dataset["label"] = LABELS.charAt(span.line);
    yield mark;
    at = b;
  }
  if (at < to) yield text.slice(at, to);
}

/** @param {Summary["sentences"]} sentences */
function spansOf(sentences) {
  const spans = sentences.map(({ start, end, trims }, index) => ({ start, end, trims, line: index + 1 }));
  return spans.sort((a, b) => a.start - b.start);
}

/**
 * Items of a sorted list that touch [from, to), found by walking on from call to call.
 * @template {{start: number, end: number}} T
 * @param {readonly T[]} items sorted by start, not overlapping
 */
function walker(items) {
  let first = 0;
  return (/** @type {number} */ from, /** @type {number} */ to) => {
    while (first < items.length && /** @type {T} */ (items[first]).end <= from) first += 1;
    let last = first;
    while (last < items.length && /** @type {T} */ (items[last]).start < to) last += 1;
    return items.slice(first, last);
  };
}

/**
 * Replaces the contents of `target` by the article.
 * @param {HTMLElement} target
 * @param {string} text
 * @param {Pick<Summary, "sentences" | "roles">} summary
 */
export function renderSource(target, text, { sentences, roles }) {
  const spansAt = walker(spansOf(sentences));
  const rolesAt = walker([...roles].sort((a, b) => a.start - b.start));
  const paragraphs = [];
  let gap = false;
  for (const { start, end } of lines(text)) {
    if (!text.slice(start, end).trim()) {
      gap = true;
      continue;
    }
    const paragraph = element("p", rolesAt(start, end)[0]?.role ?? "", ...marked(text, start, end, spansAt(start, end)));
    if (gap) paragraph.classList.add("apart");
    paragraphs.push(paragraph);
    gap = false;
  }
  target.classList.toggle("long", paragraphs.length > MANY);
  target.replaceChildren(...paragraphs);
}
