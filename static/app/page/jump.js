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

/**
 * Let the browser's Back return from the article to where the reader is now; the browser restores the scroll position.
 * Jumps one after the other are one step.
 * Source: https://html.spec.whatwg.org/multipage/nav-history-apis.html#dom-history-pushstate
 * @param {number} line
 */
function markReturn(line) {
  if (history.state?.jump) history.replaceState({ jump: line }, "");
  else {
    history.replaceState({ from: line }, "");
    history.pushState({ jump: line }, "");
  }
}

/** The reader has gone back: the focus returns to the line too. @param {PopStateEvent} event */
function onBack({ state }) {
  if (!state?.from) return;
  setCurrent(state.from);
  const number = list.children[state.from - 1]?.querySelector("button.line-number");
  if (number instanceof HTMLElement) number.focus({ preventScroll: true });
}

/** @param {number} line */
export function showPlace(line) {
  markReturn(line);
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
addEventListener("popstate", onBack);
