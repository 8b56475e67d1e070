/**
 * Starts a run when the field changes: by typing, pasting, another feature, or a draft of the last visit.
 *
 * Every change of the text starts a run and ends the one before it. Nothing here changes what was typed. What replaces
 * or clears the text can be undone.
 */
import { byId } from "../../shared/dom.js";
import { button } from "../page/button.js";
import { hideBar, showBar } from "../page/bar.js";
import { offerUndo } from "../page/undo.js";
import { editsOf, onEdits, setEdits } from "../summary/edits.js";
import { isActive, schedule, showEmpty, summarize } from "../summary/run.js";
import { say } from "../words/say.js";
import { inTime, reportLate } from "../page/late.js";
import { addressIn } from "./address.js";
import { insertedLength } from "./inserted.js";
import { showField, showOther, startLong } from "./long.js";
import { articlesIn } from "./several.js";
import { findDraft, keepDraft, lastDraft, startDrafts } from "./draft.js";
import { field, setCompact, showCount, startResizing } from "../page/field.js";

/** @typedef {import("./draft.js").Draft} Draft */

// Time from the last key to the run, ms.
const TYPING_MS = 150;
// What is put in at once and is longer than this was not typed, even if the browser says so. UTF-16 code units.
const TYPED_AT_ONCE = 30;
// Types of input after which no more keys come (https://www.w3.org/TR/input-events-2/#interface-InputEvent-Attributes).
const AT_ONCE = /^(?:insertFrom(?:Paste|Drop|Yank)|deleteBy|history)/;
const LONGEST_TITLE = 30;

let lastText = "";
/** Whether the bar offers something in place of the text of the field. */
let offering = false;

/** @type {typeof showBar} */
function offer(...contents) {
  showBar(...contents);
  offering = true;
}

/**
 * Read one of several articles, and offer the next.
 * @param {readonly string[]} articles
 * @param {number} index
 */
function readOne(articles, index) {
  const text = articles[index] ?? "";
  putArticle(text, { told: true });
  const next = articles[index + 1];
  if (next) showBar(say("nextArticle", { title: titleOf(next) }), reader("readNext", articles, index + 1));
}

/** @param {"readFirst" | "readNext"} label @param {readonly string[]} articles @param {number} index */
const reader = (label, articles, index) => button(say(label), () => readOne(articles, index), "button urgent");

/** Offer the articles of the text one by one, if there are several. @param {string} text */
function offerSeveral(text) {
  const articles = articlesIn(text);
  if (articles.length < 2) return;
  offer(say("several", { count: articles.length }), reader("readFirst", articles, 0));
}

/** @param {string} text */
const titleOf = (text) => (text.trim().split("\n")[0] ?? "").slice(0, LONGEST_TITLE);

function onPaste() {
  hideBar(); // It is about another article.
  offerSeveral(field.value);
  void summarize(true);
  setCompact(true);
}

/** Say why there is no summary of an address, and how to get one. @param {string} address */
function showAddress(address) {
  showEmpty(say("addressOnly"));
  const open = async () => (await inTime(import("./address.late.js"))).openGuide(address);
  offer(
    say("addressBar"),
    button(say("addressHow"), () => open().catch(reportLate), "button urgent"),
  );
}

/** @param {Event} event */
function onInput(event) {
  if (event instanceof InputEvent && event.isComposing) return;
  const text = field.value;
  if (text === lastText) {
    // One change may cause many events; if no run is active, the same article was pasted again.
    if (text && !isActive()) schedule(true, 0);
    return;
  }
  const inserted = insertedLength(lastText, text);
  lastText = text;
  // An article that grows by typing stays where it is.
  if (inserted > TYPED_AT_ONCE || field.hidden) showField(text);
  if (offering) hideBar();
  offering = false;
  keepDraft();
  showCount(text.length);
  const address = addressIn(text);
  if (!text) showEmpty();
  else if (address) showAddress(address);
  else if (inserted > TYPED_AT_ONCE) onPaste();
  else if (event instanceof InputEvent && AT_ONCE.test(event.inputType)) void summarize(false);
  else schedule(false, TYPING_MS);
}

/** @param {string} text */
function replace(text) {
  showOther(text); // before the browser lays it out
  field.value = text;
  lastText = "";
  field.dispatchEvent(new Event("input"));
}

/**
 * Offer the text that the field had before.
 * @param {string} before
 * @param {string} sentence what was done
 */
function offerText(before, sentence) {
  const after = field.value;
  if (before.trim() && before !== after)
    offerUndo({ undo: () => replace(before), isLast: () => field.value === after }, sentence);
}

/**
 * Put an article into the field in place of the one that is there, and summarise it.
 * @param {string} text
 * @param {{told?: boolean}} [how] `told`: the caller offers the earlier text itself
 */
export function putArticle(text, { told = false } = {}) {
  const before = field.value;
  replace(text);
  offerText(before, told ? "" : say("replaced"));
}

function clear() {
  const before = field.value;
  field.value = lastText = "";
  showOther("");
  keepDraft();
  showCount(0);
  showEmpty();
  field.focus();
  offerText(before, say("cleared"));
}

/** Offer the article that was read last, in this tab or another. @param {Draft} draft */
function offerDraft({ text, edits }) {
  const title = titleOf(text);
  const open = button(say("openLast"), () => {
    setEdits(text, edits);
    replace(text);
  });
  offer(say("last", { title }), open, button(say("notNow"), hideBar));
}

export function startField() {
  startResizing();
  startLong();
  field.addEventListener("input", onInput);
  field.addEventListener("compositionend", onInput);
  byId("clear", HTMLButtonElement).addEventListener("click", clear);
}

/** Take up the text typed before this script ran, or restored by the browser; otherwise the draft of this tab. */
export function takeUpText() {
  startDrafts(() => ({ text: field.value, edits: editsOf(field.value) }));
  const draft = findDraft();
  if (draft) setEdits(draft.text, draft.edits);
  onEdits(keepDraft);
  if (!field.value && draft) {
    showOther(draft.text);
    field.value = draft.text;
  }
  if (field.value) return void field.dispatchEvent(new Event("input"));
  const last = location.hash ? undefined : lastDraft();
  if (last) offerDraft(last);
}
