/**
 * The sheet: headline, AI要約 box, article. Shows what it is given and remembers only what can be copied.
 */
import { byId, element, setText } from "./dom.js";
import { say } from "./messages.js";
import { renderSource } from "./source.js";

/** @typedef {import("../engine/protocol.js").Summary} Summary */

const sheet = byId("sheet", HTMLElement);
const title = byId("title", HTMLHeadingElement);
const box = byId("box", HTMLElement);
const badge = byId("badge", HTMLElement);
const list = byId("lines", HTMLOListElement);
const notices = byId("notices", HTMLUListElement);
const note = byId("note", HTMLElement);
const copy = byId("copy", HTMLButtonElement);
const source = byId("source", HTMLElement);

/** @type {string[]} sentences of the summary that stands in the box */
let current = [];
/** @type {string | undefined} the article whose beginning stands in the box */
let previewed;

/** @param {string} text */
function setTitle(text) {
  setText(title, text);
  title.hidden = !text;
}

/** @param {readonly string[]} sentences */
function setLines(sentences) {
  list.replaceChildren(...sentences.map((sentence) => element("li", "", sentence)));
  list.hidden = sentences.length === 0;
}

/**
 * Provisional: the article's beginning, marked as such.
 * @param {string} text the article
 * @param {{title: string, sentences: readonly string[]}} beginning
 * @param {Summary["roles"]} [roles] of the article's lines; without them the article is not drawn yet
 */
export function showPreview(text, beginning, roles) {
  current = [];
  previewed = text;
  box.style.minHeight = "";
  box.classList.add("provisional");
  badge.hidden = false;
  copy.hidden = true;
  list.setAttribute("aria-label", say("provisionalList"));
  setTitle(beginning.title);
  setLines(beginning.sentences);
  notices.replaceChildren();
  if (roles) renderSource(source, text, { sentences: [], roles });
  else source.replaceChildren();
  sheet.hidden = false;
}

/** A word about the box, below it. @param {string} text */
export const showNote = (text) => setText(note, text);

/**
 * The summary. The box never gets smaller than the provisional one was, so that the article does not jump.
 * @param {string} text the article
 * @param {Summary} summary
 */
export function showSummary(text, summary) {
  const sentences = summary.sentences.map((sentence) => sentence.text);
  box.style.minHeight = previewed === text && sentences.length ? `${box.offsetHeight}px` : "";
  current = sentences;
  previewed = undefined;
  box.classList.remove("provisional");
  badge.hidden = true;
  copy.hidden = sentences.length === 0;
  setText(copy, say("copy"));
  list.setAttribute("aria-label", say("list"));
  setTitle(summary.title);
  setLines(sentences);
  notices.replaceChildren(...summary.notices.map(({ message }) => element("li", "", message)));
  const rate = Math.round(summary.compressionRate * 100);
  const lengths = { article: summary.articleChars, summary: summary.summaryChars, rate };
  showNote(sentences.length ? say("length", lengths) : "");
  renderSource(source, text, summary);
  sheet.hidden = false;
}

/** True while the box holds the summary of any article. */
export const hasSummary = () => !sheet.hidden && previewed === undefined;

/** True while the box holds the beginning of this article. @param {string} text */
export const isProvisional = (text) => previewed === text;

/** Nothing to show. */
export function clearSheet() {
  current = [];
  previewed = undefined;
  sheet.hidden = true;
  setTitle("");
  setLines([]);
  notices.replaceChildren();
  source.replaceChildren();
  showNote("");
}

copy.addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(current.join("\n"));
    setText(copy, say("copied"));
  } catch {
    showNote(say("copyFailed"));
  }
});
