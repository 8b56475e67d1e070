/** Colours and text size as the reader has chosen them. Applied before the first paint. */
import { onSetting, setting } from "./settings.js";

export function applyTheme() {
  const root = document.documentElement;
  const theme = setting("theme");
  root.dataset["size"] = String(setting("size"));
  root.dataset["theme"] = theme;
  // The colour of the browser's own frame.
  for (const meta of /** @type {NodeListOf<HTMLMetaElement>} */ (document.querySelectorAll("meta[name=theme-color]"))) {
    const own = meta.dataset["theme"] ?? "";
    meta.media = theme === "auto" ? `(prefers-color-scheme: ${own})` : theme === own ? "all" : "not all";
  }
}

export function startTheme() {
  applyTheme();
  for (const name of /** @type {const} */ (["size", "theme"])) onSetting(name, applyTheme);
}
