/**
 * Undo: every action that replaces or clears something can be undone, by the bar at the bottom for ten seconds, and by
 * Ctrl+Z (⌘Z) as long as nothing has changed since. Typing is undone by the browser.
 */
import { byId, element } from "../../shared/dom.js";
import { say } from "../words/say.js";
import { button } from "./button.js";
import { field } from "./field.js";
import { announce } from "./status.js";

/** @typedef {{undo: () => void, isLast: () => boolean}} Step `isLast`: whether nothing has changed since */

const SHOWN_MS = 10_000;
const MOST_STEPS = 50;

const bar = byId("undo", HTMLElement);

/** @type {Step[]} */
let steps = [];
/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;

export function hideBar() {
  clearTimeout(waiting);
  bar.hidden = true;
}

/** Hide the bar later, but not while the reader is on it. */
function hideLater() {
  clearTimeout(waiting);
  waiting = setTimeout(() => (bar.matches(":hover, :focus-within") ? hideLater() : hideBar()), SHOWN_MS);
}

/**
 * Show a sentence in the bar, until the next one.
 * @param {string} sentence
 * @param {...HTMLButtonElement} buttons
 */
export function showBar(sentence, ...buttons) {
  hideBar();
  bar.replaceChildren(element("span", "", sentence), ...buttons);
  bar.hidden = false;
  announce(sentence);
}

/** @param {Step} step */
function undo(step) {
  steps = steps.filter((other) => other !== step);
  hideBar();
  step.undo();
}

/**
 * Offer to undo what was just done.
 * @param {Step} step
 * @param {string} sentence what was done; "": the caller has a button of its own
 */
export function offerUndo(step, sentence) {
  steps = [...steps.slice(1 - MOST_STEPS), step];
  if (!sentence) return;
  showBar(
    sentence,
    button(say("undo"), () => undo(step), "button urgent"),
  );
  hideLater();
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  const { key, target, ctrlKey, metaKey, shiftKey, altKey } = event;
  const typing =
    target !== field && target instanceof Element && target.matches("input:not([type]), [type=text], textarea");
  if (!(ctrlKey || metaKey) || shiftKey || altKey || key.toLowerCase() !== "z" || typing) return;
  const step = steps.at(-1);
  if (!step?.isLast() || document.querySelector("dialog[open]")) return;
  event.preventDefault();
  undo(step);
}

export const startUndo = () => document.addEventListener("keydown", onKey);
