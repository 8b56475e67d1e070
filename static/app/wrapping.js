/** Headline and summary are broken at phrases: by the browser where it can, else by a late part of the page. */
import { onShown } from "./page.js";

const NODES = "#title, #lines .line";

/** @type {((node: HTMLElement) => void) | undefined} */
let breakAtPhrases;

function wrap() {
  if (!breakAtPhrases) return;
  for (const node of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(NODES))) {
    if (!node.childElementCount) breakAtPhrases(node); // With furigana the browser breaks between them.
  }
}

/** Loads what is needed before the first summary. Without it lines break anywhere, which is good Japanese too. */
export async function startWrapping() {
  if (CSS.supports("word-break", "auto-phrase")) return;
  onShown(wrap);
  try {
    ({ breakAtPhrases } = await import("./late/phrases.js"));
    wrap();
  } catch {
    // No harm done.
  }
}
