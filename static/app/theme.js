/** Colours and size of the text, as the reader has chosen them: known before the page is first drawn. */
import { setting } from "./settings.js";

export function applyTheme() {
  const root = document.documentElement;
  const theme = setting("theme");
  root.dataset["size"] = String(setting("size"));
  root.dataset["theme"] = theme;
  // The browser's own frame follows.
  for (const meta of /** @type {NodeListOf<HTMLMetaElement>} */ (document.querySelectorAll("meta[name=theme-color]"))) {
    const own = meta.dataset["theme"] ?? "";
    meta.media = theme === "auto" ? `(prefers-color-scheme: ${own})` : theme === own ? "all" : "not all";
  }
}
