/** The view of the article: markers, importance or plain; with or without the parts cut from sentences. */
import { byId } from "../../shared/dom.js";
import { onShown } from "../page/shown.js";
import { onSetting, set, setting } from "../settings/settings.js";
import { SILENT } from "./spans.js";

const source = byId("source", HTMLElement);
const view = byId("view", HTMLFieldSetElement);
const trimsRow = byId("trims-row", HTMLElement);
const trims = byId("trims", HTMLInputElement);

function show() {
  source.dataset["view"] = setting("view");
  source.dataset["trims"] = setting("trims") ? "shown" : "plain";
  trims.checked = setting("trims");
  for (const radio of view.querySelectorAll("input")) radio.checked = radio.value === setting("view");
}

/** Show the switch for trims only where there are any. @param {import("../page/shown.js").Shown | undefined} now */
function showSwitch(now) {
  trimsRow.hidden = !now?.summary.sentences.some((sentence) =>
    sentence.trims.some(({ rule }) => !SILENT.includes(rule)),
  );
}

export function startView() {
  show();
  onShown(showSwitch);
  for (const name of /** @type {const} */ (["view", "trims"])) onSetting(name, show);
  view.addEventListener("change", ({ target }) => {
    set("view", /** @type {"markers" | "heat" | "plain"} */ (/** @type {HTMLInputElement} */ (target).value));
  });
  trims.addEventListener("change", () => set("trims", trims.checked));
}
