/**
 * The visible form of frame.html: a field for an article and the box, for hosts that allow frames and nothing else.
 * The page around it learns the height only.
 *
 * The fragment of its address takes `text` (an article, shown instead of the field), `title`, `sentences`, `theme`
 * and `lang` in the form of a query. Browsers send no fragment to a server.
 */
import { appendAll, element, keepLocal } from "../../shared/dom.js";
import { defineBox, TAG } from "../element/box.js";
import { isOurs, NAMESPACE, VERSION } from "../protocol.js";
import { frame as en } from "../words/en.js";
import { frame as ja } from "../words/ja.js";
import { languageFor } from "../words/say.js";

const wishes = new URLSearchParams(location.hash.slice(1));
const lang = languageFor(wishes.get("lang") ?? navigator.language);
const words = { ja, en }[lang];

const article = element("div", "");
article.id = "article";
article.hidden = true;
const place = element("div", "place");

/** Put a new box in place for this article. @param {string} text */
function show(text) {
  const lines = text.split("\n").map((line) => element("p", "", line));
  article.replaceChildren(appendAll(new DocumentFragment(), lines));
  if (!text.trim()) return place.replaceChildren();
  const box = document.createElement(TAG);
  box.setAttribute("for", "#article");
  box.setAttribute("ui-lang", lang);
  box.setAttribute("sentences", wishes.get("sentences") ?? "3");
  box.setAttribute("theme", wishes.get("theme") ?? "auto");
  place.replaceChildren(box);
}

function field() {
  const area = document.createElement("textarea");
  Object.assign(area, { id: "field", rows: 6, placeholder: words.placeholder, lang: "ja" });
  keepLocal(area);
  area.addEventListener("input", () => show(area.value));
  const label = element("label", "label", words.field);
  label.htmlFor = "field";
  return [label, area];
}

/** @param {string} title */
function heading(title) {
  const node = element("h1", "title", title);
  node.lang = "ja";
  return node;
}

const sheet = element("link", "");
sheet.rel = "stylesheet";
sheet.href = new URL("frame.css", import.meta.url).toString();
const given = wishes.get("text");
const title = wishes.get("title");

defineBox(new URL("frame.html", document.baseURI));
document.documentElement.lang = lang;
document.head.append(sheet);
document.body.append(
  ...(title ? [heading(title)] : []),
  ...(given === null ? field() : []),
  place,
  article,
  element("p", "private", words.private),
);
if (given !== null) show(given);

/** Tell the page that holds the frame how high this is, which says nothing of the text. */
function tellHeight() {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  parent.postMessage({ youten: NAMESPACE, version: VERSION, type: "height", height }, "*");
}

new ResizeObserver(tellHeight).observe(document.documentElement);
// The script that follows the height may load after this frame.
addEventListener("message", ({ data, source }) => {
  if (source === parent && isOurs(data, "measure")) tellHeight();
});
