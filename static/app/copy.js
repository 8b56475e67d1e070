/** The summary to the clipboard: one sentence per line, taken from the data and not from what is drawn. */
import { byId, setText } from "../shared/dom.js";
import { say } from "./messages.js";
import { complain, onShown, shown } from "./page.js";

const button = byId("copy", HTMLButtonElement);

export function startCopy() {
  onShown((now) => {
    button.hidden = !now?.summary.sentences.length;
    setText(button, say("copy"));
  });
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(shown()?.summary.sentences.map(({ text }) => text).join("\n") ?? "");
      setText(button, say("copied"));
    } catch {
      complain(say("copyFailed"));
    }
  });
}
