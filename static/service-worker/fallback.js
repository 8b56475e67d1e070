/**
 * The service worker's response when a stored file is damaged and there is no network to fetch it again.
 *
 * A page is answered with a page, a style sheet with one that shows the sentence above the unstyled page. Everything
 * else fails as without a network, which the page reports itself.
 */

/** @type {{ja: {damaged: string}, en: {damaged: string}}} */
const WORDS = JSON.parse(__WORDS__.fallback);
const LANGUAGES = /** @type {const} */ (["ja", "en"]);

const language = () => (navigator.language.startsWith("ja") ? "ja" : "en");

/** Return a page that says it in both languages, the chosen one first. @param {"ja" | "en"} chosen */
const page = (chosen) => `<!doctype html>
<html lang="${chosen}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>要点 youten</title>
${[chosen, ...LANGUAGES.filter((other) => other !== chosen)].map((lang) => `<p lang="${lang}">${WORDS[lang].damaged}</p>`).join("\n")}
`;

const style = () =>
  `body::before { content: ${JSON.stringify(LANGUAGES.map((lang) => WORDS[lang].damaged).join(" "))}; }\n`;

/**
 * Return a response in place of a file.
 * @param {Request} request
 */
export function sorry({ mode, destination }) {
  if (mode === "navigate" && destination === "document") {
    return new Response(page(language()), { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
  }
  if (destination === "style") return new Response(style(), { headers: { "Content-Type": "text/css" } });
  return Response.error();
}
