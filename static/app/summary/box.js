/**
 * Shows the headline, the AI要約 box and the article below it.
 *
 * The text of a list item is the sentence and nothing else; numbers and buttons are drawn by the style sheet.
 */
import { appendAll, byId, element, setText } from "../../shared/dom.js";
import { annotated } from "../article/ruby.js";
import { renderSource } from "../article/text.js";
import { setCurrent } from "../page/jump.js";
import { lineNumber, lineNumberButton } from "../page/line-number.js";
import { percent, say } from "../words/say.js";

/** @typedef {import("../../engine/protocol.js").Summary} Summary */
/** @typedef {import("../../engine/protocol.js").Ruby} Ruby */
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

/** @param {number} line */
function whyButton(line) {
  const why = element("button", "why");
  why.type = "button";
  why.setAttribute("aria-label", say("whyName", { line }));
  why.setAttribute("aria-controls", "reasons");
  why.setAttribute("aria-expanded", "false");
  why.dataset["word"] = say("why");
  why.dataset["line"] = String(line);
  return why;
}

/**
 * @param {string} sentence
 * @param {number} line
 */
const summaryLine = (sentence, line) =>
  element("li", "", lineNumberButton(line, "toSource"), element("span", "line", sentence), whyButton(line));

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
 * @param {{title: string, sentences: readonly string[]}} beginning
 * @param {Summary["roles"]} [roles] of the article's lines; without them the article is not drawn yet
 */
export function showPreview(text, beginning, roles) {
  previewed = text;
  summarized = false;
  box.style.minHeight = "";
  setState("provisional");
  setTitle(beginning.title);
  setLines(
    beginning.sentences.map((sentence, i) => element("li", "", lineNumber(i + 1), element("span", "line", sentence))),
  );
  notices.replaceChildren();
  if (roles) renderSource(source, text, { sentences: [], roles });
  else source.replaceChildren();
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
  box.style.minHeight = previewed === text && sentences.length ? `${box.offsetHeight}px` : "";
  previewed = undefined;
  summarized = true;
  setState("summary");
  setTitle(summary.title);
  setLines(sentences.map((sentence, index) => summaryLine(sentence.text, index + 1)));
  notices.replaceChildren(...summary.notices.map(({ message }) => element("li", "", message)));
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
  source.replaceChildren();
  showNote("");
}
