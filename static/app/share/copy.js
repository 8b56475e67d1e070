/**
 * Copying and saving, with fallbacks for browsers that refuse.
 *
 * Source: https://www.w3.org/TR/clipboard-apis/ (an item may be a promise, so that Safari accepts contents that are
 * made after the click), https://html.spec.whatwg.org/multipage/interaction.html#execcommand
 */

/** @param {string} text */
function copyBySelecting(text) {
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "unseen";
  // Inside the dialog, if there is one: nothing outside it can be selected.
  const place = document.querySelector("dialog[open]") ?? document.body;
  const focused = document.activeElement;
  place.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return done;
}

/** @param {string} text @param {string} type */
const blob = (text, type) => new Blob([text], { type });

/**
 * @param {string} text
 * @param {string} html "" for none
 */
async function write(text, html) {
  if (!html) return navigator.clipboard.writeText(text);
  const types = { "text/plain": blob(text, "text/plain"), "text/html": blob(html, "text/html") };
  return navigator.clipboard.write([new ClipboardItem(types)]);
}

/**
 * Copy a text to the clipboard; with `html`, programs that accept rich text get that.
 * @param {string} text
 * @param {string} [html]
 * @returns {Promise<boolean>} whether it is there
 */
export async function copy(text, html = "") {
  try {
    await write(text, html);
    return true;
  } catch {
    return copyBySelecting(text);
  }
}

/**
 * Save a text as a file by a download.
 * @param {string} text
 * @param {string} name
 * @param {string} type
 */
export const save = (text, name, type) => saveBlob(blob(text, type), name);

/**
 * Save a file by a download.
 * @param {Blob} contents
 * @param {string} name
 */
export function saveBlob(contents, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(contents);
  link.download = name;
  link.click();
  // There is no event for the end of the download; by then the browser has the bytes.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
