/**
 * The fragment of the page's address: `#name=value`. It never reaches a server.
 *
 * `#receive=` and `#shared=` announce an article (import/arrivals.js), `#s=` holds a summary (share/link-format.js).
 */

/**
 * Return the value under this name; undefined if the address has none.
 * @param {string} name
 */
export const hash = (name) =>
  location.hash.startsWith(`#${name}=`) ? location.hash.slice(name.length + 2) : undefined;

/** Remove the fragment from the address without a navigation or a history entry. */
export const clearHash = () => history.replaceState(history.state, "", location.pathname + location.search);
