/**
 * A long article: its beginning stands in the place of the field, because a browser that lays out all of it answers
 * nothing for seconds. The hidden field keeps the whole text.
 */
import { element, keepLocal } from "../../shared/dom.js";
import { button } from "../page/button.js";
import { field } from "../page/field.js";
import { say } from "../words/say.js";

// UTF-16 code units: of an article that is laid out, of one that may be if the reader wants to edit it, and shown.
const LONG = 50_000;
const EDITABLE = 200_000;
const SHOWN = 1000;

const beginning = keepLocal(element("div", "field beginning"));
let editing = false;

/** Tell whether an article is too long for the field; the reader may want to have it there. @param {number} length */
export const isLong = (length) => length > LONG && !editing;

function edit() {
  editing = true;
  beginning.remove();
  field.hidden = false;
  field.focus();
}

/** Show the field, or the beginning of what it is about to hold or holds. @param {string} text */
export function showField(text) {
  editing &&= text.length > LONG;
  field.hidden = isLong(text.length);
  if (!field.hidden) return beginning.remove();
  const may = text.length <= EDITABLE;
  const words = element("p", "quiet", say(may ? "longField" : "longerField"), " ");
  if (may) words.append(button(say("editAll"), edit, "link"));
  const start = element("p", "", `${text.slice(0, SHOWN)}…`);
  start.lang = "ja";
  beginning.replaceChildren(words, start);
  field.after(beginning);
}

/** Show the field, or the beginning, of another article. @param {string} text */
export function showOther(text) {
  editing = false;
  showField(text);
}

export function startLong() {
  beginning.tabIndex = 0; // so that it scrolls, and takes a paste
  beginning.setAttribute("role", "group");
  beginning.setAttribute("aria-label", say("beginning"));
}
