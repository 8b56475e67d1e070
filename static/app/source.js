/**
 * The article under the box: one paragraph per line, roles styled, sentences with their weight, the summary's marked.
 *
 * Offsets count UTF-16 code units of the text. A sentence that runs over a line break is marked in each of
 * its lines. All ways to look at the article are in the same elements: the style sheet shows one of them.
 * Linear in the text.
 */
import { element } from "../shared/dom.js";
import { lines } from "./lines.js";
import { annotated } from "./ruby.js";
import { sealButton } from "./seal.js";

/** @typedef {import("../engine/protocol.js").Ruby} Ruby */
/** @typedef {import("../engine/protocol.js").Salience} Salience */
/** @typedef {import("../engine/protocol.js").Summary} Summary */
/**
 * @typedef {object} Span
 * @property {number} start
 * @property {number} end
 * @property {number} line of the summary; 0: none
 * @property {number} heat 0 to HOTTEST
 * @property {readonly {start: number, end: number, rule: string}[]} trims
 * @property {readonly Ruby[]} rubies
 */

// Above this many paragraphs the browser may skip drawing those out of sight.
const MANY = 300;
const HOTTEST = 4;
/** Rules of what is cut without anything being lost (py/youten/writing/excerpt.py): no news for a reader. */
export const SILENT = ["line_break", "invisible"];

/**
 * The scores as 0..1, for the eye. One sentence often stands far above the others: their square roots let the
 * differences among those be seen too.
 * @param {Salience} salience
 */
export function heights(salience) {
  const highest = salience.reduce((most, [, , score]) => Math.max(most, score), 1);
  return salience.map(([, , score]) => Math.sqrt(Math.max(score, 0) / highest));
}

/**
 * The part of `text` from `from` to `to`, trims set apart.
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
    yield element("span", SILENT.includes(rule) ? "trim silent" : "trim", ...annotated(text, a, b, rubies));
    at = b;
  }
  if (at < to) yield* annotated(text, at, to, rubies);
}

/**
 * One line of the text with the sentences that fall into it.
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
    const node = element(span.line ? "mark" : "span", "sentence", ...pieces(text, a, b, span));
    node.dataset["start"] = String(span.start);
    node.dataset["heat"] = String(span.heat);
    if (span.line) {
      node.dataset["line"] = String(span.line);
      if (a === span.start) node.prepend(sealButton(span.line, "toSummary"));
    }
    yield node;
    at = b;
  }
  if (at < to) yield text.slice(at, to);
}

/**
 * Every sentence that could have been chosen, and those that were.
 * @param {Summary["sentences"]} chosen
 * @param {Salience} salience
 * @param {ReadonlyMap<number, readonly Ruby[]>} readings by the beginning of the sentence
 * @returns {Span[]}
 */
function spansOf(chosen, salience, readings) {
  const shares = heights(salience);
  /** @type {Map<number, Span>} */
  const spans = new Map();
  for (const [index, [start, end]] of salience.entries()) {
    spans.set(start, { start, end, line: 0, heat: Math.round((shares[index] ?? 0) * HOTTEST), trims: [], rubies: [] });
  }
  for (const [index, { start, end, trims }] of chosen.entries()) {
    spans.set(start, { start, end, line: index + 1, heat: spans.get(start)?.heat ?? 0, trims, rubies: [] });
  }
  const read = [...spans.values()].map((span) => ({ ...span, rubies: readings.get(span.start) ?? [] }));
  return read.sort((a, b) => a.start - b.start);
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
    const paragraph = element("p", role, ...sentences(text, start, end, spansAt(start, end)));
    if (gap) paragraph.classList.add("apart");
    paragraphs.push(paragraph);
    gap = false;
  }
  target.classList.toggle("long", paragraphs.length > MANY);
  target.replaceChildren(...paragraphs);
}
