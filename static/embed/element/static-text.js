/** The summary that a page has inside <youten-box> as plain markup, readable without scripts. */

/** @typedef {import("./article.js").Reading} Reading */
/** @typedef {import("./result.js").Result} Result */

/**
 * Return the list items inside the box as a result; undefined where there are none.
 * @param {Element} box
 * @param {Reading | undefined} reading of the article, to find the sentences in
 * @returns {Result | undefined}
 */
export function staticResult(box, reading) {
  const items = [...box.querySelectorAll("li")].map((item) => (item.textContent ?? "").trim()).filter(Boolean);
  if (!items.length) return undefined;
  const sentences = items.map((text) => {
    const start = reading ? reading.text.indexOf(text) : -1;
    const end = start < 0 ? -1 : start + text.length;
    return { text, start, end, segments: /** @type {[number, number][]} */ (start < 0 ? [] : [[start, end]]) };
  });
  const version = box.querySelector("[data-youten]")?.getAttribute("data-youten") ?? "";
  return { sentences, text: reading?.text ?? "", engine: "", version };
}
