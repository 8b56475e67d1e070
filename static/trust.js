/**
 * The one Trusted Types policy of a document: which addresses may become a worker, and what may be parsed.
 *
 * Source: https://w3c.github.io/trusted-types/dist/spec/ (a second policy of the same name throws, so it is
 * made once and kept). Leaves the rest of the policy to the documents' own meta elements.
 */

// The workers of this origin that a document may start by their address.
const WORKERS = ["/sw.js", "/fetcher.js"];

/** @param {string} address */
function allowed(address) {
  const url = new URL(address, document.baseURI);
  const own = url.origin === location.origin;
  if (own && (url.protocol === "blob:" || WORKERS.some((name) => url.pathname.endsWith(name)))) return url.toString();
  throw new TypeError("not an address for a worker");
}

// Markup is only ever handed to `parseInert`, which keeps this function to itself.
const rules = { createScriptURL: allowed, createHTML: (/** @type {string} */ markup) => markup };
const policy = window.trustedTypes?.createPolicy("youten", rules);

/**
 * Vouches for the address of a worker: a blob of this document or one of the two; throws for any other.
 * The result is a TrustedScriptURL where the browser has them, which the type leaves unsaid.
 * @param {string} address
 * @returns {string}
 */
export const workerAddress = (address) => (policy ? policy.createScriptURL(address) : allowed(address));

/**
 * Parses markup to read it. The document has no window: nothing in it runs, loads or is shown. Its nodes must not
 * be put into the page; what they say goes there as text.
 * Source: https://html.spec.whatwg.org/multipage/dynamic-markup-insertion.html#dom-domparser-parsefromstring
 * @param {string} markup
 * @param {"text/html" | "application/xml"} type
 */
export const parseInert = (markup, type) =>
  new DOMParser().parseFromString(policy ? policy.createHTML(markup) : markup, type);
