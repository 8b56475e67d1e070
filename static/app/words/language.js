/** The language of the page. early.js imports this before the first paint, so it imports only the settings. */
import { setting } from "../settings/settings.js";

const chosen = setting("language");

/** The language that was chosen; otherwise Japanese where the browser prefers it, English elsewhere. */
export const language = chosen === "auto" ? (/^ja\b/i.test(navigator.language) ? "ja" : "en") : chosen;
