/** Breaks headline and summary between phrases: by the browser where it can, otherwise by the late half. */
import { onShown } from "../page/shown.js";

const NODES = "#title, #lines .line";

/** @type {((node: HTMLElement) => void) | undefined} */
let breakAtPhrases;

function wrap() {
  if (!breakAtPhrases) return;
  for (const node of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(NODES))) {
    if (!node.childElementCount) breakAtPhrases(node); // With furigana the browser breaks between them.
  }
}

/** Load the late half before the first summary. Without it lines break anywhere, which is correct Japanese too. */
export async function startWrapping() {
  if (CSS.supports("word-break", "auto-phrase")) return;
  onShown(wrap);
  try {
    ({ breakAtPhrases } = await import("./wrapping.late.js"));
    wrap();
  } catch {
    // Without the late half lines break anywhere.
  }
}
