/** One click puts a sample article into the field; the articles load with the first click. */
import { byId } from "../shared/dom.js";
import { say } from "./messages.js";
import { complain, putArticle } from "./page.js";

/** @typedef {keyof typeof import("./late/samples.js").SAMPLES} Kind */

/** @param {Kind} kind */
async function put(kind) {
  try {
    const { SAMPLES } = await import("./late/samples.js");
    putArticle(SAMPLES[kind]);
  } catch {
    complain(say("unreachable"));
  }
}

export function startSamples() {
  for (const chip of /** @type {NodeListOf<HTMLElement>} */ (byId("samples", HTMLElement).querySelectorAll("[data-sample]"))) {
    chip.addEventListener("click", () => void put(/** @type {Kind} */ (chip.dataset["sample"])));
  }
}
