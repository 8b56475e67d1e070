/** What the service worker decides about requests and pages, from their addresses alone. */

/**
 * Return the address under which a request is stored: the page is stored under its folder, with any query.
 * Undefined for requests that the browser itself must answer.
 * @param {Request} request
 * @param {string} base address of the scope
 * @param {ReadonlyMap<string, unknown>} files by address
 */
export function storedUnder({ method, url: requested, headers }, base, files) {
  if (method !== "GET" || headers.has("Range")) return undefined;
  const url = new URL(requested);
  url.search = "";
  url.hash = "";
  const address = url.toString();
  if (address === `${base}index.html`) return base;
  return files.has(address) ? address : undefined;
}

/**
 * Whether a request opens a page in a tab that needs no tie to the page that opened it. The bookmarklet needs it, and
 * has `#receive=` in the address.
 * @param {Request} request
 */
export const opensTab = ({ mode, destination, url }) =>
  mode === "navigate" && destination === "document" && !new URL(url).hash.startsWith("#receive=");

/** Firefox never ends a reload without a network when the page that comes from here has the header of `apart`. */
export const keepsApart = () => !navigator.userAgent.includes("Firefox/");

/**
 * Return the response with the header that takes from a page of another site its handle on this tab, by which it could
 * lead the reader elsewhere later. Hosts like GitHub Pages send no headers of ours.
 * Source: https://html.spec.whatwg.org/multipage/browsers.html#cross-origin-opener-policies
 * @param {Response} response
 */
export function apart({ body, status, headers }) {
  const more = new Headers(headers);
  more.set("Cross-Origin-Opener-Policy", "same-origin");
  return new Response(body, { status, headers: more });
}

/**
 * Whether an address belongs to a release, whose files never change.
 * @param {string} url
 * @param {string} base address of the scope
 */
export const isOfRelease = (url, base) => url.startsWith(`${base}r/`);

/**
 * Count the pages of the scope that a reader has open; frames do not count.
 * @param {readonly Pick<WindowClient, "url" | "frameType">[]} pages
 * @param {string} base address of the scope
 */
export const inUse = (pages, base) =>
  pages.filter(({ url, frameType }) => url.startsWith(base) && frameType !== "nested").length;
