/**
 * The one Trusted Types policy of a document: which addresses may become a worker.
 *
 * Source: https://w3c.github.io/trusted-types/dist/spec/. A second policy of the same name throws, so it is made
 * once and kept. The rest of each document's policy is in its meta element.
 */

// Workers of this origin that a document may start by their address.
const WORKERS = ["/sw.js", "/fetcher.js"];

/** @param {string} address */
function allowed(address) {
  const url = new URL(address, document.baseURI);
  const own = url.origin === location.origin;
  if (own && (url.protocol === "blob:" || WORKERS.some((name) => url.pathname.endsWith(name)))) return url.toString();
  throw new TypeError("not an address for a worker");
}

const policy = window.trustedTypes?.createPolicy("youten", { createScriptURL: allowed });

/**
 * Return the address of a worker as a TrustedScriptURL, or as a string in browsers without Trusted Types.
 * Throws for any address but a blob of this document and the workers of the list.
 * @param {string} address
 * @returns {string}
 */
export const workerAddress = (address) => (policy ? policy.createScriptURL(address) : allowed(address));
