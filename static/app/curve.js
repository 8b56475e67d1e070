/**
 * How the article's importance runs from its beginning to its end, and where the summary's lines were taken.
 *
 * The horizontal axis is the text by its characters, the vertical one the score of the sentences there. A click
 * goes to the place. For those who do not see it, the same is said in words.
 */
import { byId, element } from "../shared/dom.js";
import { showPlace, showSentence } from "./links.js";
import { say } from "./messages.js";
import { shown } from "./page.js";
import { numeral } from "./seal.js";
import { heights } from "./source.js";

/** @typedef {import("./page.js").Shown} Shown */

const SVG = "http://www.w3.org/2000/svg";
// Points of the curve at most: it is about as many pixels wide; of several sentences at a place the best counts.
const BINS = 240;
// With fewer there is nothing to see.
const LEAST_SENTENCES = 3;
const [WIDTH, HEIGHT] = [1000, 100];

const curve = byId("curve", HTMLElement);

/**
 * Middle of the sentence and its score, both 0..1, thinned out.
 * @param {Shown} shown
 */
function points({ text, salience }) {
  const ys = heights(salience);
  /** @type {Map<number, [x: number, y: number]>} */
  const best = new Map();
  for (const [index, [start, end]] of salience.entries()) {
    const x = (start + end) / 2 / text.length;
    const y = ys[index] ?? 0;
    const bin = Math.floor(x * BINS);
    if (y >= (best.get(bin)?.[1] ?? 0)) best.set(bin, [x, y]);
  }
  return [...best.values()];
}

/**
 * @param {string} name
 * @param {string} path
 */
function line(name, path) {
  const node = document.createElementNS(SVG, "path");
  node.setAttribute("class", name);
  node.setAttribute("d", path);
  node.setAttribute("vector-effect", "non-scaling-stroke");
  return node;
}

/** @param {readonly [number, number][]} through */
function drawing(through) {
  const at = through.map(([x, y]) => `${(x * WIDTH).toFixed(1)} ${((1 - y) * HEIGHT).toFixed(1)}`);
  const path = `M${at.join("L")}`;
  const [first, last] = [through[0]?.[0] ?? 0, through.at(-1)?.[0] ?? 0];
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${WIDTH} ${HEIGHT}`);
  svg.setAttribute("preserveAspectRatio", "none");
  svg.append(line("curve-area", `${path}L${last * WIDTH} ${HEIGHT}L${first * WIDTH} ${HEIGHT}Z`), line("curve-line", path));
  return svg;
}

/** @param {Shown | undefined} now */
export function showCurve(now) {
  curve.hidden = !now || now.salience.length < LEAST_SENTENCES;
  if (!now || curve.hidden) return void curve.replaceChildren();
  const ys = heights(now.salience);
  const scores = new Map(now.salience.map(([start], index) => [start, ys[index] ?? 0]));
  const dots = now.summary.sentences.map(({ start, end }, index) => {
    const dot = element("span", "seal dot-on-curve");
    dot.dataset["label"] = numeral(index + 1);
    dot.dataset["line"] = String(index + 1);
    dot.style.insetInlineStart = `${(((start + end) / 2 / now.text.length) * 100).toFixed(2)}%`;
    dot.style.bottom = `${(scores.get(start) ?? 0) * 100}%`;
    return dot;
  });
  const places = now.summary.sentences.map(({ start }) => `${Math.round((start / now.text.length) * 100)}%`);
  curve.setAttribute("aria-label", say("curve", { places: places.join(say("comma")) }));
  curve.replaceChildren(drawing(points(now)), ...dots);
}

curve.addEventListener("click", (event) => {
  const dot = event.target instanceof HTMLElement ? event.target.dataset["line"] : undefined;
  if (dot) return showPlace(Number(dot));
  const now = shown();
  const { left, width } = curve.getBoundingClientRect();
  const offset = ((event.clientX - left) / width) * (now?.text.length ?? 0);
  const found = now?.salience.find(([, end]) => end > offset) ?? now?.salience.at(-1);
  if (found) showSentence(found[0]);
});
