/**
 * Pasting. Plain text is left to the browser; rich text is read where it contains more than the plain one.
 *
 * Rich text has more if it has readings, which would end up inside words, or the navigation of a whole page. If
 * reading it fails, the plain text is used. Source: https://www.w3.org/TR/clipboard-apis/.
 */
import { byId } from "../../shared/dom.js";
import { isLong } from "../field/long.js";
import { field } from "../page/field.js";
import { complain } from "../page/status.js";
import { readMarkup } from "./readers/read.js";
import { begin, showReading, take, takeFiles } from "./take.js";
import { say } from "./words.js";

// UTF-16 code units of markup; the largest web pages have fewer.
const MOST_MARKUP = 8_000_000;
// With this many links, a copied part may be a whole page; so it may with elements or names of a site's furniture.
const MANY_LINKS = 5;
const TELLING = /<(?:ruby|sup|nav|header|footer|aside|main|dialog|amp-[a-z-]+)[\s>]|aria-modal|role="dialog"/i;
const NAMES = /(?:class|id)="[^"<>]*(?:paywall|consent|cookie|sidebar|breadcrumb|ranking|related|recommend|footer)/i;

/** @param {string} html */
const tellsMore = (html) =>
  html.length <= MOST_MARKUP &&
  (TELLING.test(html) || NAMES.test(html) || (html.match(/<a\s/gi)?.length ?? 0) >= MANY_LINKS);

/** Return a function that puts a text in the place of the selection; in that of all of a long article. */
function selected() {
  const { hidden, value, selectionStart, selectionEnd } = field;
  return (/** @type {string} */ text) =>
    hidden ? text : value.slice(0, selectionStart) + text + value.slice(selectionEnd);
}

/** Put plain text into the field. @param {string} text */
function takePlain(text) {
  begin();
  take({ text }, (count) => say("tookClipboard", { count }), say("clipboardName"));
}

/**
 * Replace the selected part of the field by the article in a rich text.
 * @param {string} html
 * @param {string} plain
 */
export async function takeRich(html, plain) {
  const reading = begin();
  const around = selected();
  showReading(say("readingPage"), reading);
  const read = await readMarkup(html, reading.stopper);
  if (!reading.current()) return;
  const text = read?.text || plain;
  const describe = (/** @type {number} */ count) => say("tookArticle", { count });
  take({ text: around(text), whole: around(read?.whole || plain || text) }, describe, "");
}

/** @param {ClipboardEvent} event */
function onPaste(event) {
  const data = event.clipboardData;
  const plain = data?.getData("text/plain") ?? "";
  const html = data?.getData("text/html") ?? "";
  // Some programs add a picture of the text to the text.
  if (data?.files.length && !plain && !html) {
    event.preventDefault();
    void takeFiles(Array.from(data.files));
  } else if (html && (!plain || tellsMore(html))) {
    event.preventDefault();
    void takeRich(html, plain);
  } else if (plain && (field.hidden || isLong(field.value.length + plain.length))) {
    event.preventDefault(); // The browser would lay out all of it.
    takePlain(selected()(plain));
  }
}

/** @param {ClipboardItem[]} items @param {string} type */
async function textOf(items, type) {
  const item = items.find(({ types }) => types.includes(type));
  return item ? (await item.getType(type)).text() : "";
}

/** Replace the field's text by the contents of the clipboard. */
async function takeClipboard() {
  const { clipboard } = navigator;
  try {
    const items = clipboard.read ? await clipboard.read() : [];
    const html = await textOf(items, "text/html");
    const plain = items.length ? await textOf(items, "text/plain") : await clipboard.readText();
    if (!html.trim() && !plain.trim()) return complain(say("emptyClipboard"));
    complain("");
    field.select();
    if (html && (!plain || tellsMore(html))) return await takeRich(html, plain);
    takePlain(plain);
  } catch (error) {
    console.warn("the clipboard was not read:", error);
    complain(say("noClipboard"));
    field.focus();
  }
}

export function startClipboard() {
  // Also on what stands in the place of the field.
  field.parentElement?.addEventListener("paste", onPaste);
  const button = byId("from-clipboard", HTMLButtonElement);
  button.hidden = !navigator.clipboard?.readText;
  button.addEventListener("click", () => void takeClipboard());
}
