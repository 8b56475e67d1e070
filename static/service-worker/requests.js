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
