/**
 * A curve of the importance of the article's sentences, with the places of the summary's lines.
 *
 * Horizontal: the text by its characters. Vertical: the score of the sentence there. A click goes to the place. For
 * screen readers the places are described in words.
 */
import { byId, element } from "../../shared/dom.js";
import { showPlace, showSentence } from "../page/jump.js";
import { numeral } from "../page/line-number.js";
import { onShown, shown } from "../page/shown.js";
import { say } from "../words/say.js";
import { height, highest, points, spread } from "./scores.js";

/** @typedef {import("../page/shown.js").Shown} Shown */

const SVG = "http://www.w3.org/2000/svg";
// With fewer sentences there is nothing to see.
const LEAST_SENTENCES = 3;
const [WIDTH, HEIGHT] = [1000, 100];
// Width of a number, CSS pixels.
const DOT = 20;

const curve = byId("curve", HTMLElement);

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
  svg.append(
    line("curve-area", `${path}L${last * WIDTH} ${HEIGHT}L${first * WIDTH} ${HEIGHT}Z`),
    line("curve-line", path),
  );
  return svg;
}

/** @param {Shown | undefined} now */
function showCurve(now) {
  curve.hidden = !now || now.salience.length < LEAST_SENTENCES;
  if (!now || curve.hidden) return void curve.replaceChildren();
  const most = highest(now.salience);
  const middles = now.summary.sentences.map(({ start, end }) => (start + end) / 2 / now.text.length);
  const apart = spread(middles, DOT / (curve.clientWidth || WIDTH));
  const dots = now.summary.sentences.map(({ start }, index) => {
    const dot = element("span", "line-number dot-on-curve");
    dot.dataset["label"] = numeral(index + 1);
    dot.dataset["line"] = String(index + 1);
    dot.style.insetInlineStart = `${((apart[index] ?? 0) * 100).toFixed(2)}%`;
    const score = now.salience.find(([place]) => place === start)?.[2] ?? 0;
    dot.style.bottom = `${height(score, most) * 100}%`;
    return dot;
  });
  const places = now.summary.sentences.map(({ start }) => `${Math.round((start / now.text.length) * 100)}%`);
  curve.setAttribute("aria-label", say("curve", { places: places.join(say("comma")) }));
  curve.replaceChildren(drawing(points(now.text.length, now.salience)), ...dots);
}

/** @param {MouseEvent} event */
function onClick(event) {
  const dot = event.target instanceof HTMLElement ? event.target.dataset["line"] : undefined;
  if (dot) return showPlace(Number(dot));
  const now = shown();
  const { left, width } = curve.getBoundingClientRect();
  const offset = ((event.clientX - left) / width) * (now?.text.length ?? 0);
  const found = now?.salience.find(([, end]) => end > offset) ?? now?.salience.at(-1);
  if (found) showSentence(found[0]);
}

export function startCurve() {
  onShown(showCurve);
  curve.addEventListener("click", onClick);
}
