/**
 * The buttons beside each line of the summary, the button that restores the program's choice, and a selection in the
 * article that becomes a line. What they do loads when one is first used.
 */
import { byId } from "../../shared/dom.js";
import { button } from "../page/button.js";
import { inTime, reportLate } from "../page/late.js";
import { onShown, shown } from "../page/shown.js";
import { announce } from "../page/status.js";
import { hideBar, showBar } from "../page/bar.js";
import { offerUndo } from "../page/undo.js";
import { say } from "../words/say.js";
import { editsOf, isWhole, setEdits } from "./edits.js";
import { askForms, chooseAgain } from "./run.js";

/** @typedef {import("./edits.js").Edits} Edits */

// Time from the last change of a selection to the offer, ms.
const SELECTING_MS = 250;

const list = byId("lines", HTMLOListElement);
const source = byId("source", HTMLElement);
const reset = byId("reset", HTMLButtonElement);

const late = () => inTime(import("./edits.late.js"));

/** @type {ReturnType<typeof setTimeout> | undefined} */
let selecting;
let offered = false;

/** @param {string} text @param {Edits | undefined} edits */
async function apply(text, edits) {
  setEdits(text, edits);
  await chooseAgain();
}

/**
 * Change the box of the article on the page.
 * @param {Edits | undefined} next undefined: as chosen by the program
 * @param {string} sentence what was done, with a way back; "" for none
 */
async function change(next, sentence) {
  const text = shown()?.text ?? "";
  const before = editsOf(text);
  await apply(text, next);
  const after = editsOf(text);
  const isLast = () => shown()?.text === text && editsOf(text) === after;
  offerUndo({ undo: () => void apply(text, before), isLast }, sentence);
}

/**
 * Focus the same button at the line that is now there: the same line, or the one that was not there before.
 * @param {string} action
 * @param {number} start of the line
 * @param {readonly number[]} before where the lines began
 */
function refocus(action, start, before) {
  const starts = shown()?.summary.sentences.map((line) => line.start) ?? [];
  const same = starts.indexOf(start);
  const index = same >= 0 ? same : starts.findIndex((one) => !before.includes(one));
  const item = list.children[Math.max(0, index)];
  const found = item?.querySelector(`[data-edit="${action}"]`) ?? item?.querySelector("[data-edit]");
  if (found instanceof HTMLElement) found.focus({ preventScroll: true });
}

/**
 * @param {string} action
 * @param {number} index of the line, from 0
 */
async function act(action, index) {
  const now = shown();
  const line = now?.summary.sentences[index];
  if (!now || !line) return;
  const { pin, reshape, swap } = await late();
  const edits = editsOf(now.text);
  const before = now.summary.sentences.map(({ start }) => start);
  if (action === "swap") await change(swap(edits, line), say("swapped"));
  else if (action === "keep") await change(pin(edits, line), "");
  else {
    const next = await reshape(edits, line, isWhole(line), askForms);
    if (next) await change(next, "");
    else announce(say("oneForm"));
  }
  refocus(action, line.start, before);
}

/** @param {{start: number, end: number}} selected */
async function addSelected(selected) {
  offered = false;
  hideBar();
  const now = shown();
  const next = now && (await (await late()).add(editsOf(now.text), now, selected, askForms));
  getSelection()?.removeAllRanges();
  if (next) await change(next, say("added"));
  else showBar(say("notAdded"));
}

/** Return where a point of the article's view is in its text. @param {Node} node @param {number} offset */
function placeOf(node, offset) {
  const paragraph = (node instanceof Element ? node : node.parentElement)?.closest("[data-from]");
  if (!(paragraph instanceof HTMLElement) || !source.contains(paragraph)) return undefined;
  const range = document.createRange();
  range.setStart(paragraph, 0);
  range.setEnd(node, offset);
  const before = range.cloneContents();
  for (const reading of before.querySelectorAll("rt")) reading.remove();
  return Number(paragraph.dataset["from"]) + (before.textContent ?? "").length;
}

/** Return the selected part of the article; undefined if none is. */
function selectedPart() {
  const selection = getSelection();
  if (!shown() || !selection || selection.isCollapsed || !selection.toString().trim()) return undefined;
  const range = selection.getRangeAt(0);
  const start = placeOf(range.startContainer, range.startOffset);
  const end = placeOf(range.endContainer, range.endOffset);
  return start === undefined || end === undefined ? undefined : { start, end };
}

function onSelect() {
  const selected = selectedPart();
  if (!selected && offered) hideBar();
  offered = Boolean(selected);
  if (selected) {
    showBar(
      say("selected"),
      button(say("add"), () => addSelected(selected).catch(reportLate), "button urgent"),
    );
  }
}

export function startEdits() {
  list.addEventListener("click", ({ target }) => {
    const pressed = target instanceof Element ? target.closest("[data-edit]") : null;
    if (!(pressed instanceof HTMLElement)) return;
    const index = [...list.children].findIndex((item) => item.contains(pressed));
    void act(pressed.dataset["edit"] ?? "", index).catch(reportLate);
  });
  reset.addEventListener("click", () => void change(undefined, say("restored")).catch(reportLate));
  onShown((now) => {
    reset.hidden = !now?.own;
  });
  document.addEventListener("selectionchange", () => {
    clearTimeout(selecting);
    selecting = setTimeout(onSelect, SELECTING_MS);
  });
}
