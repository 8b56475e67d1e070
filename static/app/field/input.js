/**
 * Starts a run when the field changes: by typing, pasting, another feature, or a draft of the last visit.
 *
 * Every change of the text starts a run and ends the one before it. Nothing here changes what was typed.
 */
import { byId } from "../../shared/dom.js";
import { isActive, schedule, showEmpty, summarize } from "../summary/run.js";
import { findDraft, keepDraft, startDrafts } from "./draft.js";
import { field, setCompact, showCount, startResizing } from "../page/field.js";

// Time from the last key to the run, ms. A paste does not wait.
const TYPING_MS = 150;
// A change by more than this many code units at once was not typed, even if the browser says so.
const TYPED_AT_ONCE = 30;

let lastText = "";

function onPaste() {
  void summarize(true);
  // On a phone the keyboard makes room too.
  setCompact(true);
  if (matchMedia("(pointer: coarse)").matches) field.blur();
}

/** @param {Event} event */
function onInput(event) {
  if (event instanceof InputEvent && event.isComposing) return;
  const text = field.value;
  const change = Math.abs(text.length - lastText.length);
  if (text === lastText) {
    // One change may cause many events; if no run is active, the same article was pasted again.
    if (text && !isActive()) schedule(true, 0);
    return;
  }
  lastText = text;
  keepDraft(text);
  showCount(text.length);
  if (!text) showEmpty();
  else if (change > TYPED_AT_ONCE) onPaste();
  else schedule(false, TYPING_MS);
}

/** Put an article into the field in place of the one that is there, and summarise it. @param {string} text */
export function putArticle(text) {
  field.value = text;
  lastText = "";
  field.dispatchEvent(new Event("input"));
}

function clear() {
  field.value = lastText = "";
  keepDraft("");
  showCount(0);
  showEmpty();
  field.focus();
}

export function startField() {
  startResizing();
  field.addEventListener("input", onInput);
  field.addEventListener("compositionend", onInput);
  byId("clear", HTMLButtonElement).addEventListener("click", clear);
}

/** Take up the text typed before this script ran, or restored by the browser; otherwise the draft of the last visit. */
export function takeUpText() {
  startDrafts(() => field.value);
  if (!field.value) field.value = findDraft();
  if (field.value) field.dispatchEvent(new Event("input"));
}
