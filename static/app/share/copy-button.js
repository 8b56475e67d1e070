/** Copies the summary with headline and date, also as rich text. The text comes from the data, not from the document. */
import { byId, setText } from "../../shared/dom.js";
import { onShown, shown } from "../page/shown.js";
import { complain } from "../page/status.js";
import { say } from "../words/say.js";
import { attributedHtml, attributedText } from "./attributed.js";
import { copy } from "./copy.js";

const button = byId("copy", HTMLButtonElement);
const label = button.textContent ?? "";

export function startCopyButton() {
  onShown((now) => {
    button.hidden = !now?.summary.sentences.length;
    setText(button, label);
  });
  button.addEventListener("click", async () => {
    const now = shown();
    if (!now) return;
    if (await copy(attributedText(now), attributedHtml(now))) setText(button, say("copied"));
    else complain(say("copyFailed"));
  });
}
