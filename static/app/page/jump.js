/**
 * Jumps from each line of the summary to its place in the article, and back.
 *
 * The numbers work with mouse and keyboard. A click on the line or the marked place works too, unless the reader is
 * selecting text.
 */
import { byId } from "../../shared/dom.js";

const list = byId("lines", HTMLOListElement);
const source = byId("source", HTMLElement);

const calm = matchMedia("(prefers-reduced-motion: reduce)");

/** @param {number} line */
const placesOf = (line) => [...source.querySelectorAll(`mark[data-line="${line}"]`)];

/** Highlight a line and its place. @param {number} line 0: none */
export function setCurrent(line) {
  for (const node of document.querySelectorAll(".current")) node.classList.remove("current");
  if (!line) return;
  for (const node of [list.children[line - 1], ...placesOf(line)]) node?.classList.add("current");
}

/**
 * Scroll to a place and move the focus there.
 * @param {Element | undefined} place
 */
function goTo(place) {
  if (!place) return;
  place.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
  /** @type {HTMLElement | null} */ (place.querySelector("button.line-number"))?.focus({ preventScroll: true });
}

/** @param {number} line */
export function showPlace(line) {
  setCurrent(line);
  goTo(placesOf(line)[0]);
}

/** @param {number} line */
export function showLine(line) {
  setCurrent(line);
  goTo(list.children[line - 1]);
}

/** Scroll to the sentence that begins at `start`. @param {number} start UTF-16 code units of the article's text */
export function showSentence(start) {
  const found = source.querySelector(`[data-start="${start}"]`);
  found?.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
}

const selecting = () => Boolean(getSelection()?.toString());

list.addEventListener("click", ({ target }) => {
  if (!(target instanceof Element) || target.closest(".line-tools") || selecting()) return;
  const item = target.closest("li");
  const line = item ? [...list.children].indexOf(item) + 1 : 0;
  if (line && placesOf(line).length) showPlace(line);
});
source.addEventListener("click", ({ target }) => {
  if (!(target instanceof Element) || selecting()) return;
  const mark = target.closest("mark");
  if (mark instanceof HTMLElement) showLine(Number(mark.dataset["line"]));
});
