/** How the page looks to this reader: size of the text, colours, and the way to look at the article. */
import { byId } from "./dom.js";
import { onShown } from "./page.js";
import { SILENT } from "./source.js";
import { onSetting, set, setting } from "./settings.js";

const root = document.documentElement;
const source = byId("source", HTMLElement);
const view = byId("view", HTMLFieldSetElement);
const trimsRow = byId("trims-row", HTMLElement);
const trims = byId("trims", HTMLInputElement);

function show() {
  root.dataset["size"] = String(setting("size"));
  root.dataset["theme"] = setting("theme");
  source.dataset["view"] = setting("view");
  source.dataset["trims"] = setting("trims") ? "shown" : "plain";
  trims.checked = setting("trims");
  for (const radio of view.querySelectorAll("input")) radio.checked = radio.value === setting("view");
}

/** The browser's own frame follows the theme that was chosen. */
function showThemeColor() {
  const theme = setting("theme");
  for (const meta of /** @type {NodeListOf<HTMLMetaElement>} */ (document.querySelectorAll("meta[name=theme-color]"))) {
    const own = meta.dataset["theme"] ?? "";
    meta.media = theme === "auto" ? `(prefers-color-scheme: ${own})` : theme === own ? "all" : "not all";
  }
}

/** A switch for what there is nothing of would only raise questions. @param {import("./page.js").Shown | undefined} now */
function showSwitch(now) {
  trimsRow.hidden = !now?.summary.sentences.some((sentence) => sentence.trims.some(({ rule }) => !SILENT.includes(rule)));
}

export function startLook() {
  show();
  onShown(showSwitch);
  showThemeColor();
  for (const name of /** @type {const} */ (["size", "theme", "view", "trims"])) onSetting(name, show);
  onSetting("theme", showThemeColor);
  view.addEventListener("change", ({ target }) => {
    set("view", /** @type {"markers" | "heat" | "plain"} */ (/** @type {HTMLInputElement} */ (target).value));
  });
  trims.addEventListener("change", () => set("trims", trims.checked));
}
