/**
 * The ways in: paste, clipboard, file, drop, bookmarklet, share sheet, files opened with the installed page.
 *
 * All of them end in `take.js`. Readers of formats load when the first file of their kind comes.
 */
import { byId } from "../../shared/dom.js";
import { say } from "../messages.js";
import { complain } from "../page.js";
import { startArrivals } from "./arrivals.js";
import { startClipboard } from "./clipboard.js";
import { startDrop } from "./drop.js";
import { ACCEPT } from "./readers/kinds.js";
import { takeFiles, watchNote } from "./take.js";

export function startInput() {
  const picker = byId("file", HTMLInputElement);
  picker.accept = ACCEPT;
  picker.addEventListener("change", () => {
    void takeFiles(Array.from(picker.files ?? []));
    // Choosing the same file again is a wish like any other.
    picker.value = "";
  });
  byId("open-file", HTMLButtonElement).addEventListener("click", () => picker.click());
  const showBookmarklet = async () => (await import("./bookmark.js")).showBookmarklet();
  byId("bookmarklet", HTMLButtonElement).addEventListener(
    "click",
    () => void showBookmarklet().catch(() => complain(say("unreachable"))),
  );
  startClipboard(byId("from-clipboard", HTMLButtonElement));
  startDrop();
  watchNote();
  startArrivals();
}
