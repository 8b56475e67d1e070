/**
 * Shows the headline, the AI要約 box and the article below it.
 *
 * The text of a list item is the sentence and nothing else; numbers and buttons are drawn by the style sheet.
 */
import { appendAll, byId, element, setText } from "../../shared/dom.js";
import { annotated } from "../article/ruby.js";
import { clearSource, renderSource } from "../article/text.js";
import { setCurrent } from "../page/jump.js";
import { lineNumber, lineNumberButton } from "../page/line-number.js";
import { setting } from "../settings/settings.js";
import { percent, say } from "../words/say.js";
import { aspectOf } from "./aspects.js";
import { editsOf, isWhole } from "./edits.js";
import { readAs } from "./read-as.js";

/** @typedef {import("../../engine/protocol.js").Summary} Summary */
/** @typedef {import("../../engine/protocol.js").SummarySentence} SummarySentence */
/** @typedef {import("../../engine/protocol.js").Ruby} Ruby */
/** @typedef {import("./edits.js").Edits} Edits */
/** @typedef {import("../page/shown.js").Shown} Shown */

const root = byId("result", HTMLElement);
const title = byId("title", HTMLHeadingElement);
const box = byId("box", HTMLElement);
const badge = byId("badge", HTMLElement);
const list = byId("lines", HTMLOListElement);
const notices = byId("notices", HTMLUListElement);
const note = byId("note", HTMLElement);
const source = byId("source", HTMLElement);

/** @type {string | undefined} the article whose beginning is in the box */
let previewed;
let summarized = false;

/** @param {string} text */
function setTitle(text) {
  setText(title, text);
  title.hidden = !text;
}

/** @param {readonly HTMLElement[]} items */
function setLines(items) {
  list.replaceChildren(...items);
  list.hidden = items.length === 0;
}

/**
 * Make a button whose word the style sheet draws.
 * @param {string} className
 * @param {string} word
 * @param {string} name for screen readers
 */
function wordButton(className, word, name) {
  const node = element("button", `word-button ${className}`);
  node.type = "button";
  node.setAttribute("aria-label", name);
  node.dataset["word"] = word;
  return node;
}

/** @param {number} line */
function whyButton(line) {
  const why = wordButton("why", say("why"), say("whyName", { line }));
  why.setAttribute("aria-controls", "reasons");
  why.setAttribute("aria-expanded", "false");
  why.dataset["line"] = String(line);
  return why;
}

/**
 * Make the buttons that edit a line (see edit.js).
 * @param {SummarySentence} shown
 * @param {number} line
 * @param {Edits | undefined} edits
 */
function editButtons(shown, line, edits) {
  const own = edits?.own.find(({ sentence }) => sentence.start === shown.start);
  const out = own?.added;
  const swap = wordButton("", say(out ? "remove" : "swap"), say(out ? "removeName" : "swapName", { line }));
  swap.dataset["edit"] = "swap";
  const keep = wordButton("", say(own?.kept ? "kept" : "keep"), say("keepName", { line }));
  keep.dataset["edit"] = "keep";
  keep.setAttribute("aria-pressed", String(Boolean(own?.kept)));
  const cut = !isWhole(shown);
  if (!cut && !own?.shaped && !own?.added && !setting("whole")) return [swap, keep];
  const shape = wordButton("", say(cut ? "whole" : "short"), say(cut ? "wholeName" : "shortName", { line }));
  shape.dataset["edit"] = "shape";
  return [swap, keep, shape];
}

/**
 * @param {SummarySentence} sentence
 * @param {number} line
 * @param {{edits: Edits | undefined, form: string | undefined}} of
 */
function summaryLine(sentence, line, { edits, form }) {
  const tools = element("div", "line-tools", whyButton(line), ...editButtons(sentence, line, edits));
  const aspect = aspectOf(sentence.text, form);
  if (aspect) tools.dataset["aspect"] = say(aspect);
  return element("li", "", lineNumberButton(line, "toSource"), element("span", "line", sentence.text), tools);
}

/** Return the sentence of a notice; texts in other languages get the page's own. @param {string} code @param {string} message */
const noticeOf = (code, message) => (code === "not_japanese" ? say("latin") : message);

/** @param {"provisional" | "summary"} state */
function setState(state) {
  const provisional = state === "provisional";
  box.classList.toggle("provisional", provisional);
  badge.hidden = !provisional;
  list.setAttribute("aria-label", say(provisional ? "provisionalList" : "list"));
}

/**
 * Show the article's beginning, marked as provisional.
 * @param {string} text the article
 * @param {{title: string, sentences: readonly string[], more: boolean}} beginning
 * @param {Summary["roles"]} [roles] of the article's lines; without them the article is not drawn yet
 */
export function showPreview(text, beginning, roles) {
  previewed = text;
  summarized = false;
  box.style.minHeight = "";
  setState("provisional");
  box.classList.toggle("more", beginning.more);
  setTitle(beginning.title);
  setLines(
    beginning.sentences.map((sentence, i) => element("li", "", lineNumber(i + 1), element("span", "line", sentence))),
  );
  notices.replaceChildren();
  if (roles) renderSource(source, text, { sentences: [], roles });
  else clearSource(source);
  root.hidden = false;
}

/** Show a sentence below the box. @param {string} text */
export const showNote = (text) => setText(note, text);

/**
 * Show the summary. The box does not get smaller than the provisional box of the same article was, so that the
 * article does not move while it is read.
 * @param {Shown} shown
 */
export function showSummary({ text, summary, salience }) {
  const { sentences } = summary;
  box.style.minHeight = previewed === text && sentences.length ? `${box.getBoundingClientRect().height}px` : "";
  previewed = undefined;
  summarized = true;
  setState("summary");
  setTitle(summary.title);
  const of = { edits: editsOf(text), form: summary.form };
  setLines(sentences.map((sentence, index) => summaryLine(sentence, index + 1, of)));
  const kind = readAs(summary.form, text);
  const said = summary.notices.map(({ code, message }) => element("li", "", noticeOf(code, message)));
  notices.replaceChildren(...said, ...(kind ? [kind] : []));
  const rate = percent(summary.compressionRate);
  const lengths = { article: summary.articleChars, summary: summary.summaryChars, rate };
  showNote(sentences.length ? say("length", lengths) : "");
  renderSource(source, text, summary, salience);
  setCurrent(0);
  root.hidden = false;
}

/**
 * Show the summary and the article again, with furigana.
 * @param {Shown} shown
 * @param {{title: readonly Ruby[], sentences: ReadonlyMap<number, readonly Ruby[]>}} readings by the sentence's beginning
 */
export function showFurigana({ text, summary, salience }, { title: ofTitle, sentences }) {
  title.replaceChildren(appendAll(new DocumentFragment(), annotated(summary.title, 0, summary.title.length, ofTitle)));
  for (const [index, { start, segments }] of summary.sentences.entries()) {
    const line = list.children[index]?.querySelector(".line");
    const rubies = sentences.get(start) ?? [];
    const pieces = segments.flatMap(([from, to]) => [...annotated(text, from, to, rubies)]);
    line?.replaceChildren(appendAll(new DocumentFragment(), pieces));
  }
  renderSource(source, text, summary, salience, sentences);
}

/** Tell whether the box shows a summary of any article. */
export const hasSummary = () => !root.hidden && summarized;

/** Tell whether the box holds the beginning of this article. @param {string} text */
export const isProvisional = (text) => previewed === text;

/** Empty and hide everything. */
export function clearBox() {
  previewed = undefined;
  summarized = false;
  root.hidden = true;
  setTitle("");
  setLines([]);
  notices.replaceChildren();
  clearSource(source);
  showNote("");
}
