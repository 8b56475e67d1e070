/**
 * `<script async src="…/auto.js" data-target=".entry-content">` in the footer of a blog: finds the article and puts a
 * box at its beginning, also in pages that come without a reload (pushState, Turbo, infinite scroll).
 *
 * `data-each` gives every article its own box, `data-place` says where it goes (placing.js). The other data attributes
 * (data-load, data-sentences, data-theme …) become attributes of the box. Pages that have a box already, or no
 * article, stay as they are.
 */
import { defineBox } from "../element/box.js";
import { unhurried } from "../element/following.js";
import { followHeights } from "../embedded-engine.js";
import { HEIGHTS } from "../protocol.js";
import { placeBoxes } from "./placing.js";
import { frameBeside, runningScript } from "./site.js";

const KEY = Symbol.for("youten-auto");
const page = /** @type {{[key: symbol]: {script: HTMLScriptElement, look: () => void} | undefined}} */ (
  /** @type {unknown} */ (globalThis)
);

function start() {
  const script = runningScript();
  const running = page[KEY];
  // Turbo runs the scripts of a body for each page.
  if (running) {
    running.script = script;
    return running.look();
  }
  const frame = frameBeside(script.src);
  const state = { script, look: unhurried(() => placeBoxes(state.script)) };
  page[KEY] = state;
  defineBox(frame);
  followHeights(frame, HEIGHTS);
  const watch = () => {
    state.look();
    new MutationObserver(state.look).observe(document, { childList: true, subtree: true });
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", watch, { once: true });
  else watch();
}

start();
