/**
 * Undo: every action that replaces or clears something can be undone, by the bar at the bottom for ten seconds, and by
 * Ctrl+Z (⌘Z) as long as nothing has changed since. Typing is undone by the browser.
 */
import { say } from "../words/say.js";
import { hideBar, hideBarLater, showBar } from "./bar.js";
import { button } from "./button.js";
import { field } from "./field.js";

/** @typedef {{undo: () => void, isLast: () => boolean}} Step `isLast`: whether nothing has changed since */

const MOST_STEPS = 50;

/** @type {Step[]} */
let steps = [];

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
  hideBarLater();
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
