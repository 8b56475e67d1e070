/** How the page looks to this reader: size of the text, colours, and the way to look at the article. */
import { byId } from "../shared/dom.js";
import { onShown } from "./page.js";
import { SILENT } from "./source.js";
import { onSetting, set, setting } from "./settings.js";
import { applyTheme } from "./theme.js";

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

/** A switch for what there is nothing of would only raise questions. @param {import("./page.js").Shown | undefined} now */
function showSwitch(now) {
  trimsRow.hidden = !now?.summary.sentences.some((sentence) => sentence.trims.some(({ rule }) => !SILENT.includes(rule)));
}

export function startLook() {
  applyTheme();
  show();
  onShown(showSwitch);
  for (const name of /** @type {const} */ (["size", "theme"])) onSetting(name, applyTheme);
  for (const name of /** @type {const} */ (["view", "trims"])) onSetting(name, show);
  view.addEventListener("change", ({ target }) => {
    set("view", /** @type {"markers" | "heat" | "plain"} */ (/** @type {HTMLInputElement} */ (target).value));
  });
  trims.addEventListener("change", () => set("trims", trims.checked));
}
