/** The button that shares or saves the summary, and summaries that arrive in a link. The rest loads when it is used. */
import { byId } from "../../shared/dom.js";
import { hash } from "../page/address.js";
import { inTime, onClick, reportLate } from "../page/late.js";
import { onShown, shown } from "../page/shown.js";
import { render } from "../summary/run.js";

/** @typedef {typeof render} Render the summary on the page in one of the engine's formats */

async function openReceived() {
  const value = hash("s");
  if (value === undefined) return;
  const { showReceived } = await inTime(import("./received.late.js"));
  await showReceived(value);
}

async function openDialog() {
  const now = shown();
  if (now) (await inTime(import("./dialog.late.js"))).openShareDialog(now, render);
}

export function startShare() {
  const use = byId("use", HTMLButtonElement);
  onShown((now) => {
    use.hidden = !now?.summary.sentences.length;
  });
  onClick("use", openDialog);
  void openReceived().catch(reportLate);
  // A link was opened in the tab that already shows the page.
  addEventListener("hashchange", () => void openReceived().catch(reportLate));
}
