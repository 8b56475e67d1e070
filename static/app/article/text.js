/**
 * The article under the box: a paragraph for each line, styled by its role; sentences with their weight; the summary's
 * sentences marked.
 *
 * Offsets count UTF-16 code units of the text. A sentence that runs over a line break is marked in each of its lines.
 * All views of the article share these elements; the style sheet shows one of them. Linear in the text.
 */
import { appendAll, element } from "../../shared/dom.js";
import { lineNumberButton } from "../page/line-number.js";
import { lines, parts } from "./lines.js";
import { annotated } from "./ruby.js";
import { finder, SILENT, spansOf } from "./spans.js";

/** @typedef {import("./spans.js").Ruby} Ruby */
/** @typedef {import("./spans.js").Salience} Salience */
/** @typedef {import("./spans.js").Span} Span */
/** @typedef {import("./spans.js").Summary} Summary */

/**
 * @typedef {object} Finders of what touches [from, to)
 * @property {(from: number, to: number) => Span[]} spansAt
 * @property {(from: number, to: number) => readonly Summary["roles"][number][]} rolesAt
 */

// A longer article is drawn in parts; UTF-16 code units.
const LONG = 20_000;
// Work between two turns of the page's own, ms.
const SLICE_MS = 8;

/** Number of the last drawing; an earlier one that is not finished ends. */
let drawings = 0;
/** @type {string | undefined} the article whose parts are there */
let drawn;

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
 * Yield the paragraphs of a part of the text.
 * @param {string} text
 * @param {{start: number, end: number}} part
 * @param {Finders} find
 */
function* paragraphs(text, { start: from, end: to }, { spansAt, rolesAt }) {
  let gap = from > 1 && text.endsWith("\n", from - 1);
  for (const { start, end } of lines(text, from, to)) {
    if (!text.slice(start, end).trim()) {
      gap = true;
      continue;
    }
    const role = rolesAt(start, end)[0]?.role ?? "";
    const paragraph = appendAll(element("p", role), sentences(text, start, end, spansAt(start, end)));
    paragraph.dataset["from"] = String(start);
    if (gap) paragraph.classList.add("apart");
    if (start && !text.endsWith("\n", start)) paragraph.classList.add("goes-on");
    yield paragraph;
    gap = false;
  }
}

/**
 * Draw a long article in parts, which the browser skips while they are out of sight: at once its beginning and the
 * lines of the summary, the others in slices of time.
 * @param {HTMLElement} target
 * @param {string} text
 * @param {readonly {start: number}[]} chosen
 * @param {Finders} find
 */
async function drawParts(target, text, chosen, find) {
  const number = drawings;
  const all = [...parts(text)];
  const nodes = all.map((_, index) => target.children[index] ?? element("div", "part"));
  if (nodes[0]?.parentNode !== target) target.replaceChildren(appendAll(new DocumentFragment(), nodes));
  const isUrgent = finder(
    chosen.map(({ start }) => start).sort((a, b) => a - b),
    (start) => [start, start + 1],
  );
  const urgent = all.map(({ start, end }, index) => !index || isUrgent(start, end).length > 0);
  let since = performance.now();
  for (const now of [true, false]) {
    for (const [index, part] of all.entries()) {
      if (urgent[index] !== now) continue;
      if (!now && performance.now() - since > SLICE_MS) {
        await new Promise((resolve) => setTimeout(resolve));
        if (number !== drawings) return;
        since = performance.now();
      }
      nodes[index]?.replaceChildren(appendAll(new DocumentFragment(), paragraphs(text, part, find)));
    }
  }
}

/** Remove the article. @param {HTMLElement} target */
export function clearSource(target) {
  drawings += 1;
  target.replaceChildren();
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
  const sorted = [...roles].sort((a, b) => a.start - b.start);
  const find = {
    spansAt: spansOf(chosen, salience, readings),
    rolesAt: finder(sorted, ({ start, end }) => [start, end]),
  };
  drawings += 1;
  if (text !== drawn) target.replaceChildren();
  drawn = text;
  const isLong = text.length > LONG;
  target.classList.toggle("long", isLong);
  if (isLong) return void drawParts(target, text, chosen, find);
  const all = paragraphs(text, { start: 0, end: text.length }, find);
  target.replaceChildren(appendAll(new DocumentFragment(), all));
}
