/**
 * Keeps the current article over a reload or a crash: one entry of sessionStorage for this tab, and the last one
 * written by any tab in localStorage, which a new tab offers.
 *
 * An entry is the JSON text of a Draft. Both are deleted when the field is emptied, and not written if the reader has
 * switched drafts off. If storage is full or forbidden there is no draft and no message.
 */
import { ownEntry } from "../../shared/own.js";
import { onSetting, setting } from "../settings/settings.js";

/**
 * @typedef {object} Draft
 * @property {string} text of the field
 * @property {unknown} [edits] what the reader changed in its box (summary/edits.js)
 */

const KEY = ownEntry("draft");
// Time from the last change to writing, ms. A long text takes longer to write.
const QUICK_MS = 300;
const SLOW_MS = 2000;
const LONG = 100_000;

/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;
/** @type {Draft | undefined} not written yet */
let unsaved;
/** @type {() => Draft} returns the text of the field and its edits */
let current = () => ({ text: "" });

/** @param {() => Storage} storage a function, because reading the name may throw @returns {Draft | undefined} */
function read(storage) {
  try {
    const found = storage().getItem(KEY) ?? "";
    // Earlier releases stored the text alone.
    const draft = found.startsWith('{"text":') ? JSON.parse(found) : { text: found };
    return typeof draft.text === "string" && draft.text ? draft : undefined;
  } catch {
    return undefined;
  }
}

/** @param {() => Storage} storage @param {Draft | undefined} draft undefined removes it @returns {boolean} whether it worked */
function write(storage, draft) {
  try {
    if (draft) storage().setItem(KEY, JSON.stringify(draft));
    else storage().removeItem(KEY);
    return true;
  } catch {
    // No draft is better than that of an earlier text.
    if (draft) write(storage, undefined);
    return false;
  }
}

const ofTab = () => sessionStorage;
const ofAll = () => localStorage;

function save() {
  clearTimeout(waiting);
  if (!unsaved) return;
  const draft = unsaved.text && setting("drafts") ? unsaved : undefined;
  unsaved = undefined;
  const before = read(ofTab);
  write(ofTab, draft);
  // The last one may be another tab's.
  if (draft || !setting("drafts") || read(ofAll)?.text === before?.text) write(ofAll, draft);
}

/** Keep the text of the field and its edits; without a text, remove the draft at once. */
export function keepDraft() {
  unsaved = current();
  clearTimeout(waiting);
  if (unsaved.text) waiting = setTimeout(save, unsaved.text.length > LONG ? SLOW_MS : QUICK_MS);
  else save();
}

/** Keep the article over the page's own next reload, even if drafts are switched off. @returns {boolean} whether it is kept */
export const carryDraft = () => !current().text || write(ofTab, current());

/** Return the draft of this tab. @returns {Draft | undefined} */
export function findDraft() {
  const found = read(ofTab);
  if (!setting("drafts")) write(ofTab, undefined);
  return found;
}

/** Return the last draft of any tab. @returns {Draft | undefined} */
export const lastDraft = () => (setting("drafts") ? read(ofAll) : undefined);

/** Tell whether an article is kept that the field may not show. */
export const hasDraft = () => Boolean(read(ofTab) ?? lastDraft());

/** @param {() => Draft} draft returns the text of the field and its edits */
export function startDrafts(draft) {
  current = draft;
  addEventListener("pagehide", save);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") save();
  });
  onSetting("drafts", () => {
    keepDraft();
    if (!setting("drafts")) save();
  });
}
