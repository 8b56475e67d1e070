/** The dialog with the bookmarklet: a link to drag, or code to copy. */
import { button, element, openDialog, speaker } from "../late-imports.js";
import { codeArea } from "../page/code-area.js";
import { bookmarkletAddress } from "./bookmarklet.js";

const say = speaker(__WORDS__.bookmarklet);

/** Return the address of this page without query and fragment. */
const app = () => new URL("./", document.baseURI).href;

export function openBookmarklet() {
  const address = bookmarkletAddress(app());
  const link = element("a", "button bookmarklet", say("name"));
  link.href = address;
  const drag = element("p", "", say("drag"));
  // The link is for other pages. Here the policy would refuse it, so a click points to the instructions.
  link.addEventListener("click", (event) => {
    event.preventDefault();
    drag.classList.add("called");
  });
  const code = codeArea(say("code"), address, 3);
  const copy = button(say("copy"), async () => {
    try {
      await navigator.clipboard.writeText(address);
      copy.textContent = say("copied");
    } catch {
      code.focus();
      code.select();
    }
  });
  openDialog(say("heading"), [
    element("p", "", say("what")),
    element("p", "bookmarklet-row", link),
    drag,
    element("p", "", say("phone")),
    code,
    element("p", "row", copy),
    element("p", "quiet", say("limits")),
  ]);
}
