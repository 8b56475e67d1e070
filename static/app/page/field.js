/** The field that takes the article: its text, the count of characters, and its height on small screens. */
import { byId, setText } from "../../shared/dom.js";
import { say } from "../words/say.js";

// UTF-16 code units of an article, the length of a very long novel, and its filled lines: a novel of that length has
// half as many. With more the engine would need too much memory (docs/decisions/0025-long-articles.md).
const LONGEST_ARTICLE = 600_000;
const MOST_LINES = 40_000;

// Where the field has no column of its own (field.css).
const NARROW = "(width < 66rem)";

export const field = byId("field", HTMLTextAreaElement);
const count = byId("count", HTMLElement);
const resize = byId("resize", HTMLButtonElement);

/**
 * Tell whether a text is more than an article may be, and how.
 * @param {string} text
 * @returns {{code: "too_long" | "too_many_lines", limit: number, count: number} | undefined}
 */
export function excess(text) {
  if (text.length > LONGEST_ARTICLE) return { code: "too_long", limit: LONGEST_ARTICLE, count: text.length };
  let count = 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) if (text[at + 1] !== "\n") count += 1;
  return count > MOST_LINES ? { code: "too_many_lines", limit: MOST_LINES, count } : undefined;
}

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
