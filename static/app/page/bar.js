/** The bar at the bottom of the window: a sentence with buttons, in sight wherever the reader is on the page. */
import { byId, element } from "../../shared/dom.js";

const SHOWN_MS = 10_000;

const bar = byId("bar", HTMLElement);

/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;
/** Whether the bar says what is elsewhere on the page. */
let repeating = false;

export function hideBar() {
  clearTimeout(waiting);
  repeating = false;
  bar.hidden = true;
}

/** Hide the bar later, but not while the reader is on it. */
export function hideBarLater() {
  clearTimeout(waiting);
  waiting = setTimeout(() => (bar.matches(":hover, :focus-within") ? hideBarLater() : hideBar()), SHOWN_MS);
}

/**
 * Show a sentence in the bar until the next one.
 * @param {string} sentence
 * @param {...HTMLButtonElement} buttons
 */
export function showBar(sentence, ...buttons) {
  clearTimeout(waiting);
  repeating = false;
  bar.replaceChildren(element("span", "", sentence), ...buttons);
  bar.hidden = false;
}

/**
 * Show the sentence that is elsewhere on the page, if that is out of sight; the one before it goes.
 * @param {HTMLElement} place
 */
export function repeatInBar(place) {
  if (repeating) hideBar();
  if (!place.textContent) return;
  const { top, bottom } = place.getBoundingClientRect();
  if (top >= 0 && bottom <= innerHeight && bottom > top) return;
  showBar(place.textContent);
  repeating = true;
  // It is announced where it is.
  bar.firstElementChild?.setAttribute("aria-hidden", "true");
  hideBarLater();
}
