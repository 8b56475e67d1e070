/**
 * One way to make a dialog: a heading, contents, a button to close. The browser keeps the focus inside and gives it back.
 *
 * Source: https://html.spec.whatwg.org/multipage/interactive-elements.html#the-dialog-element
 */
import { element } from "../shared/dom.js";
import { say } from "./messages.js";

/**
 * Opens a modal dialog; Escape, the button and a click beside it close it. It is removed when it is closed.
 * @param {string} heading
 * @param {readonly Node[]} contents
 * @returns {HTMLDialogElement}
 */
export function openDialog(heading, contents) {
  const title = element("h2", "dialog-title", heading);
  title.id = "dialog-title";
  const close = element("button", "button icon", "×");
  close.setAttribute("type", "button");
  close.setAttribute("aria-label", say("close"));
  const dialog = /** @type {HTMLDialogElement} */ (
    element("dialog", "dialog", element("div", "row dialog-head", title, close), element("div", "dialog-body", ...contents))
  );
  dialog.setAttribute("aria-labelledby", title.id);
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
