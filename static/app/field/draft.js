/**
 * Keeps the current article over a reload or a crash, in one entry of localStorage.
 *
 * It is deleted when the field is emptied, and not written if the reader has switched drafts off. If storage is
 * full or forbidden there is no draft and no message.
 */
import { ownEntry } from "../../shared/own.js";
import { onSetting, setting } from "../settings/settings.js";

const KEY = ownEntry("draft");
// Time from the last change to writing, ms. A long text takes longer to write.
const QUICK_MS = 300;
const SLOW_MS = 2000;
const LONG = 100_000;

/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;
/** @type {string | undefined} text not written yet */
let unsaved;
/** @type {() => string} returns the text of the field */
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

/** Remove the draft of an earlier text: no draft is better than a wrong one. */
function forget() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Without storage there is no draft.
  }
}

/** Keep the text of the field. @param {string} text "" removes the draft at once */
export function keepDraft(text) {
  unsaved = text;
  clearTimeout(waiting);
  if (!text) save();
  else waiting = setTimeout(save, text.length > LONG ? SLOW_MS : QUICK_MS);
}

/** Keep the article over the page's own next reload, even if drafts are switched off. */
export function carryDraft() {
  try {
    sessionStorage.setItem(KEY, current());
  } catch {
    // The draft is used instead, if there is one.
  }
}

/** Return the text that was in the field, or "". */
export function findDraft() {
  try {
    const carried = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return carried || (setting("drafts") && localStorage.getItem(KEY)) || "";
  } catch {
    return "";
  }
}

/** Tell whether an article is kept that the field may not show. */
export function hasDraft() {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

/** @param {() => string} text returns the text of the field */
export function startDrafts(text) {
  current = text;
  addEventListener("pagehide", save);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") save();
  });
  onSetting("drafts", () => keepDraft(setting("drafts") ? text() : ""));
}
