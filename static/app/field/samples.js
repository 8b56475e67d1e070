/** A click on a sample puts it into the field. The samples load with the first click. */
import { byId } from "../../shared/dom.js";
import { inTime, reportLate } from "../page/late.js";
import { putArticle } from "./input.js";

/** @typedef {keyof typeof import("./samples.late.js").SAMPLES} Kind */

/** @param {Kind} kind */
async function put(kind) {
  const { SAMPLES } = await inTime(import("./samples.late.js"));
  putArticle(SAMPLES[kind]);
}

export function startSamples() {
  for (const chip of /** @type {NodeListOf<HTMLElement>} */ (
    byId("samples", HTMLElement).querySelectorAll("[data-sample]")
  )) {
    const kind = /** @type {Kind} */ (chip.dataset["sample"]);
    chip.addEventListener("click", () => void put(kind).catch(reportLate));
  }
}
