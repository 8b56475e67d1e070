/** The field that takes the article: its text, the count of characters, and its height on small screens. */
import { byId, setText } from "../../shared/dom.js";
import { say } from "../words/say.js";

/** Longest article in UTF-16 code units, the length of a long novel. Beyond it the engine would need too much memory. */
export const LONGEST_ARTICLE = 1_000_000;

// Where the field has no column of its own (field.css).
const NARROW = "(width < 66rem)";

export const field = byId("field", HTMLTextAreaElement);
const count = byId("count", HTMLElement);
const resize = byId("resize", HTMLButtonElement);

/** @param {number} characters */
export const showCount = (characters) => setText(count, characters ? say("characters", { count: characters }) : "");

/**
 * Make room for the summary on small screens, once there is an article in the field.
 * @param {boolean} compact
 */
export function setCompact(compact) {
  field.classList.toggle("compact", compact);
  resize.setAttribute("aria-expanded", String(!compact));
  setText(resize, say(compact ? "expand" : "collapse"));
  if (!compact) return;
  // What is typed is to be seen, and on a phone the keyboard makes room too.
  if (matchMedia(NARROW).matches) field.blur();
  // After a paste the browser scrolls to the caret, in the next frame.
  requestAnimationFrame(() => (field.scrollTop = 0));
}

export function startResizing() {
  setCompact(false);
  resize.addEventListener("click", () => setCompact(!field.classList.contains("compact")));
  field.addEventListener("focus", () => matchMedia(NARROW).matches && setCompact(false));
}
