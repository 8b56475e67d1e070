/**
 * `<script async src="…/auto.js" data-target=".entry-content">` in the footer of a blog: finds the article and puts a
 * box at its beginning.
 *
 * The other data attributes (data-load, data-sentences, data-theme …) become attributes of the box. Pages that have a
 * box already, or no article, stay as they are.
 */
import { findArticle } from "../element/article.js";
import { defineBox, TAG } from "../element/box.js";
import { followHeights } from "../embedded-engine.js";
import { frameBeside, runningScript } from "./site.js";
import { HEIGHTS } from "../protocol.js";

const script = runningScript();
const frame = frameBeside(script.src);

/** @returns {Element | undefined} */
function article() {
  const selector = script.dataset["target"];
  if (!selector) return findArticle(document);
  try {
    return document.querySelector(selector) ?? undefined;
  } catch {
    console.warn(`youten: data-target is no selector: ${selector}`);
    return undefined;
  }
}

function place() {
  const found = article();
  if (!found || document.querySelector(`${TAG}, aside.youten, div.youten`)) return;
  const box = document.createElement(TAG);
  if (script.dataset["target"]) box.setAttribute("for", script.dataset["target"]);
  for (const { name, value } of script.attributes) {
    if (name.startsWith("data-") && name !== "data-target") box.setAttribute(name.slice("data-".length), value);
  }
  // Below the headline, as in a newspaper.
  const [first] = found.children;
  if (first?.matches("h1, h2, header, hgroup")) first.after(box);
  else found.prepend(box);
}

defineBox(frame);
followHeights(frame, HEIGHTS);
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", place, { once: true });
else place();
