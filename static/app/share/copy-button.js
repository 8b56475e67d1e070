/** Copies the summary, one sentence a line. The text comes from the data, not from the document. */
import { byId, setText } from "../../shared/dom.js";
import { onShown, shown } from "../page/shown.js";
import { complain } from "../page/status.js";
import { say } from "../words/say.js";

const button = byId("copy", HTMLButtonElement);
const label = button.textContent ?? "";

export function startCopyButton() {
  onShown((now) => {
    button.hidden = !now?.summary.sentences.length;
    setText(button, label);
  });
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(
        shown()
          ?.summary.sentences.map(({ text }) => text)
          .join("\n") ?? "",
      );
      setText(button, say("copied"));
    } catch {
      complain(say("copyFailed"));
    }
  });
}
