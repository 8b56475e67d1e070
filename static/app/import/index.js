/**
 * The ways in: paste, clipboard, file, drop, bookmarklet, share sheet, files opened with the installed page.
 *
 * All of them end in `take.js`. The reader of a format loads with the first file of that format.
 */
import { byId } from "../../shared/dom.js";
import { inTime, onClick } from "../page/late.js";
import { startArrivals } from "./arrivals.js";
import { startClipboard } from "./clipboard.js";
import { startDrop } from "./drop.js";
import { ACCEPT } from "./readers/kinds.js";
import { takeFiles, watchNote } from "./take.js";

export function startImport() {
  const picker = byId("file", HTMLInputElement);
  picker.accept = ACCEPT;
  picker.addEventListener("change", () => {
    void takeFiles(Array.from(picker.files ?? []));
    // Otherwise choosing the same file again would be no change.
    picker.value = "";
  });
  byId("open-file", HTMLButtonElement).addEventListener("click", () => picker.click());
  onClick("bookmarklet", async () => (await inTime(import("./bookmarklet.late.js"))).openBookmarklet());
  startClipboard();
  startDrop();
  watchNote();
  startArrivals();
}
