/**
 * Receives what the system's share sheet sends (a POST), and keeps it in memory until the page takes it.
 *
 * The manifest's `share_target` names the address. The form never leaves the device: this worker answers it by
 * sending the browser to the page, with a number in its address by which the page takes the share, once.
 * Source: https://w3c.github.io/web-share-target/#examples
 */

/** @typedef {{title: string, text: string, url: string, files: File[]}} Share */

/** As in manifest.webmanifest, relative to the scope. */
const ACTION = "share";
// A page that has not taken its share by now is gone. ms
const PATIENCE_MS = 60_000;
// Shares that wait at the same time; the oldest is dropped.
const MOST_WAITING = 4;

/** @type {Map<string, {share: Share, forget: () => void}>} */
const waiting = new Map();

/** Read a form. @param {FormData} form @returns {Share} */
function toShare(form) {
  const text = (/** @type {string} */ name) =>
    form
      .getAll(name)
      .filter((value) => typeof value === "string")
      .join("\n");
  const files = form.getAll("file").filter((value) => value instanceof File);
  return { title: text("title"), text: text("text"), url: text("url"), files };
}

/**
 * Keep a share until it is taken; resolves when it is gone, so that the worker stays alive as long.
 * @param {string} number
 * @param {Share} share
 */
const keep = (number, share) =>
  new Promise((resolve) => {
    const forget = () => {
      clearTimeout(patience);
      waiting.delete(number);
      resolve(undefined);
    };
    const patience = setTimeout(forget, PATIENCE_MS);
    waiting.set(number, { share, forget });
    if (waiting.size > MOST_WAITING) waiting.values().next().value?.forget();
  });

/**
 * Whether a request comes from the share sheet.
 * @param {Request} request
 * @param {string} base the scope's address
 */
export const isShare = (request, base) =>
  request.method === "POST" && request.url.split(/[?#]/)[0] === new URL(ACTION, base).href;

/**
 * Answer the share sheet by sending the browser to the page.
 * @param {FetchEvent} event
 * @param {string} base the scope's address
 * @returns {Promise<Response>}
 */
export async function receiveShare(event, base) {
  const number = crypto.randomUUID();
  try {
    event.waitUntil(keep(number, toShare(await event.request.formData())));
  } catch {
    // The page finds nothing under this number and reports that.
  }
  return Response.redirect(`${base}#shared=${number}`, 303);
}

/**
 * Return what is kept under this number, once.
 * @param {string} number
 * @returns {Share | undefined}
 */
export function takeShare(number) {
  const found = waiting.get(number);
  found?.forget();
  return found?.share;
}
