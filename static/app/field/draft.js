/**
 * The article that is being read outlives a reload and a crash: one entry of this device's localStorage.
 *
 * It is gone when the field is emptied, and never written where the reader does not want it. Where storage is
 * full or forbidden there is no draft, and nobody is told.
 */
import { onSetting, setting } from "../settings/settings.js";

const KEY = "youten:draft";
// After the last change; a longer text costs more to write. ms
const QUICK_MS = 300;
const SLOW_MS = 2000;
const LONG = 100_000;

/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;
/** @type {string | undefined} not written yet */
let unsaved;
/** @type {() => string} the text that stands in the field */
let current = () => "";

function save() {
  clearTimeout(waiting);
  if (unsaved === undefined) return;
  const text = unsaved;
  unsaved = undefined;
  try {
    if (text && setting("drafts")) localStorage.setItem(KEY, text);
    else localStorage.removeItem(KEY);
  } catch {
    forget();
  }
}

/** Without one of an earlier text: better none than a wrong one. */
function forget() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // There was no storage, so there is no draft.
  }
}

/** @param {string} text that stands in the field; "" removes the draft at once */
export function keepDraft(text) {
  unsaved = text;
  clearTimeout(waiting);
  if (!text) save();
  else waiting = setTimeout(save, text.length > LONG ? SLOW_MS : QUICK_MS);
}

/** Takes the article over the page's own next reload, whatever the reader's wish for drafts is. */
export function carryDraft() {
  try {
    sessionStorage.setItem(KEY, current());
  } catch {
    // Then the draft has to do.
  }
}

/** The text that stood in the field, or "". */
export function findDraft() {
  try {
    const carried = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return carried || (setting("drafts") && localStorage.getItem(KEY)) || "";
  } catch {
    return "";
  }
}

/** @param {() => string} text that stands in the field */
export function startDrafts(text) {
  current = text;
  addEventListener("pagehide", save);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") save();
  });
  onSetting("drafts", () => keepDraft(setting("drafts") ? text() : ""));
}
