/** Breaks headline and summary between phrases: by the browser where it can, otherwise by the late half. */
import { element } from "../../shared/dom.js";
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

// A date is one word, though the browser takes 9月 and 17日 for two phrases.
const DATE = /([0-9０-９]{1,4}年[0-9０-９]{1,2}月(?:[0-9０-９]{1,2}日)?|[0-9０-９]{1,2}月[0-9０-９]{1,2}日)/u;

/** Keep the dates of headline and lines on one row. */
function keepDates() {
  for (const node of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(NODES))) {
    const parts = (node.textContent ?? "").split(DATE);
    if (node.childElementCount || parts.length < 2) continue;
    node.replaceChildren(...parts.map((part, index) => (index % 2 ? element("span", "date", part) : part)));
  }
}

/** Load the late half before the first summary. Without it lines break anywhere, which is correct Japanese too. */
export async function startWrapping() {
  if (CSS.supports("word-break", "auto-phrase")) return onShown(keepDates);
  onShown(wrap);
  try {
    ({ breakAtPhrases } = await import("./wrapping.late.js"));
    wrap();
  } catch {
    // Without the late half lines break anywhere.
  }
}
