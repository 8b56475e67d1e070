/** The dialog for copying, saving and sharing the summary. */
import { openDialog } from "../late-imports.js";
import { copySection, embedSection, imageSection, linkSection, saveSection, shareSection } from "./sections.js";
import { say } from "./words.js";

/** @typedef {import("./index.js").Render} Render */

/**
 * @param {import("../page/shown.js").Shown} shown
 * @param {Render} render
 */
export function openShareDialog(shown, render) {
  const sections = [
    copySection(shown, render),
    shareSection(shown),
    imageSection(shown),
    linkSection(shown),
    embedSection(render),
    saveSection(shown),
  ];
  const dialog = openDialog(
    say("useTitle"),
    sections.filter((section) => section !== undefined),
  );
  dialog.classList.add("uses");
}
