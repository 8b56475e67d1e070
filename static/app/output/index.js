/** The ways out: the button under the box, and summaries that come in a link. All the rest loads when asked for. */
import { hash } from "../address.js";
import { byId } from "../../shared/dom.js";
import { say } from "../messages.js";
import { complain, onShown, shown } from "../page.js";

/** @typedef {import("./sections.js").Render} Render */

async function openLink() {
  const value = hash("s");
  if (value === undefined) return;
  const { showReceived } = await import("./received.js");
  await showReceived(value);
}

/** @param {Render} render */
async function openUses(render) {
  const now = shown();
  if (now) (await import("./dialog.js")).showUses(now, render);
}

const missing = () => complain(say("unreachable"));

/** @param {Render} render the summary on the page in a format of the engine's */
export function startOutput(render) {
  const use = byId("use", HTMLButtonElement);
  onShown((now) => {
    use.hidden = !now?.summary.sentences.length;
  });
  use.addEventListener("click", () => void openUses(render).catch(missing));
  void openLink().catch(missing);
  // A link that is opened in the tab that has the page already.
  addEventListener("hashchange", () => void openLink().catch(missing));
}
