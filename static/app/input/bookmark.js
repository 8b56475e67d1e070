/** The dialog that gives the bookmarklet away: a link to drag, or code to copy. Loaded when it is asked for. */
import { element, openDialog } from "../kit.js";
import { bookmarkletAddress } from "./bookmarklet.js";
import { say } from "./words.js";

/** This page without query and fragment. */
const app = () => new URL("./", document.baseURI).href;

/** @param {HTMLTextAreaElement} code @param {HTMLElement} button */
async function copy(code, button) {
  try {
    await navigator.clipboard.writeText(code.value);
    button.textContent = say("copied");
  } catch {
    code.focus();
    code.select();
  }
}

export function showBookmarklet() {
  const address = bookmarkletAddress(app());
  const link = element("a", "button bookmarklet", say("bookmarkletName"));
  link.setAttribute("href", address);
  // It is for other pages; here the policy would refuse it, so say what to do instead.
  const drag = element("p", "", say("bookmarkletDrag"));
  link.addEventListener("click", (event) => {
    event.preventDefault();
    drag.classList.add("called");
  });
  const code = document.createElement("textarea");
  code.className = "code";
  code.readOnly = true;
  code.rows = 3;
  code.value = address;
  code.spellcheck = false;
  code.setAttribute("aria-label", say("bookmarkletCode"));
  const button = element("button", "button", say("bookmarkletCopy"));
  button.setAttribute("type", "button");
  button.addEventListener("click", () => void copy(code, button));
  openDialog(say("bookmarklet"), [
    element("p", "", say("bookmarkletWhat")),
    element("p", "bookmarklet-row", link),
    drag,
    element("p", "", say("bookmarkletPhone")),
    code,
    element("p", "row", button),
    element("p", "quiet", say("bookmarkletLimits")),
  ]);
}
