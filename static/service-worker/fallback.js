/**
 * What the service worker says when a stored file is damaged and there is no network to fetch it anew.
 *
 * A page gets a page, a style sheet gets a style sheet that says it above the unstyled page; whatever else
 * fails as it would without a network, and the page has words for that.
 */

const LANGUAGES = /** @type {const} */ (["ja", "en"]);

const DAMAGED = {
  ja: "保存してあったファイルが壊れています。ネットワークにつながっているときに、このページを読み込み直してください。",
  en: "A stored file is damaged. Please reload this page when you are connected to a network.",
};

const language = () => (navigator.language.startsWith("ja") ? "ja" : "en");

/** @param {"ja" | "en"} chosen */
const page = (chosen) => `<!doctype html>
<html lang="${chosen}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>要点 youten</title>
${[chosen, ...LANGUAGES.filter((other) => other !== chosen)].map((lang) => `<p lang="${lang}">${DAMAGED[lang]}</p>`).join("\n")}
`;

const style = () => `body::before { content: ${JSON.stringify(Object.values(DAMAGED).join(" "))}; }\n`;

/**
 * In place of a file that cannot be had.
 * @param {Request} request
 */
export function sorry({ mode, destination }) {
  if (mode === "navigate" && destination === "document") {
    return new Response(page(language()), { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
  }
  if (destination === "style") return new Response(style(), { headers: { "Content-Type": "text/css" } });
  return Response.error();
}
