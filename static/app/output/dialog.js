/** The dialog that takes the summary on the page elsewhere. Loaded when it is asked for. */
import { openDialog } from "../kit.js";
import { copySection, embedSection, linkSection, saveSection, shareSection } from "./sections.js";
import { say } from "./words.js";

/**
 * @param {import("../page.js").Shown} shown
 * @param {import("./sections.js").Render} render
 */
export function showUses(shown, render) {
  const sections = [
    copySection(render),
    shareSection(shown, render),
    linkSection(shown),
    embedSection(render),
    saveSection(shown),
  ];
  const dialog = openDialog(say("useTitle"), sections.filter((section) => section !== undefined));
  dialog.classList.add("uses");
}
