/**
 * What a reader sees of frame.html: a field for an article and the box. For hosts that let in frames and nothing
 * else; the page around it learns the height and nothing more.
 *
 * After the `#` of its address it takes `text` (an article, shown instead of the field), `title`, `sentences`,
 * `theme` and `lang`, as a query is written: that part of an address is never sent to a server.
 */
import { TAG, defineBox } from "../element/box.js";
import { NAMESPACE, VERSION } from "../protocol.js";
import { labels } from "./widget-words.js";
import { languageFor } from "../words.js";

const wishes = new URLSearchParams(location.hash.slice(1));
const say = labels[languageFor(wishes.get("lang") ?? navigator.language)];

/**
 * @param {string} tag
 * @param {object} [properties]
 * @param {...(Node | string)} children
 */
function element(tag, properties = {}, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
}

const article = element("div", { id: "article", hidden: true });
const place = element("div", { className: "place" });

/** A fresh box for what the article now is. @param {string} text */
function show(text) {
  const lines = text.split("\n").map((line) => element("p", {}, line));
  article.replaceChildren(...lines);
  if (!text.trim()) return place.replaceChildren();
  const box = document.createElement(TAG);
  box.setAttribute("for", "#article");
  box.setAttribute("ui-lang", say.lang);
  for (const name of ["sentences", "theme"]) box.setAttribute(name, wishes.get(name) ?? (name === "theme" ? "auto" : "3"));
  place.replaceChildren(box);
}

function field() {
  const area = document.createElement("textarea");
  Object.assign(area, { id: "field", rows: 6, placeholder: say.placeholder, lang: "ja", spellcheck: false });
  area.addEventListener("input", () => show(area.value));
  return [element("label", { htmlFor: "field", className: "label" }, say.field), area];
}

const sheet = element("link", { rel: "stylesheet", href: new URL("frame.css", import.meta.url).toString() });
const given = wishes.get("text");
const title = wishes.get("title");

defineBox(new URL("frame.html", document.baseURI));
document.documentElement.lang = say.lang;
document.head.append(sheet);
document.body.append(
  ...(title ? [element("h1", { className: "title", lang: "ja" }, title)] : []),
  ...(given === null ? field() : []),
  place,
  article,
  element("p", { className: "private" }, say.private),
);
if (given !== null) show(given);

// The number is for whoever holds the frame; there is nothing of the text in it.
new ResizeObserver(() => {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  parent.postMessage({ youten: NAMESPACE, version: VERSION, type: "height", height }, "*");
}).observe(document.documentElement);
