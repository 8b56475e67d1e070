/**
 * Makes dialogs with a heading, contents and a button to close. The browser keeps the focus inside and restores it.
 *
 * Source: https://html.spec.whatwg.org/multipage/interactive-elements.html#the-dialog-element
 */
import { element } from "../../shared/dom.js";
import { say } from "../words/say.js";
import { button } from "./button.js";

/**
 * Open a modal dialog. Escape, the button and a click beside it close it; then it is removed.
 * @param {string} heading
 * @param {readonly Node[]} contents
 * @returns {HTMLDialogElement}
 */
export function openDialog(heading, contents) {
  const title = element("h2", "dialog-title", heading);
  title.id = "dialog-title";
  const close = button("×", () => dialog.close(), "button icon");
  close.setAttribute("aria-label", say("close"));
  const head = element("div", "row dialog-head", title, close);
  const dialog = element("dialog", "dialog", head, element("div", "dialog-body", ...contents));
  dialog.setAttribute("aria-labelledby", title.id);
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
