/**
 * What follows the # in the page's address: `#name=value`. It never reaches a server.
 *
 * `#receive=` and `#shared=` announce an article (input/arrivals.js), `#s=` holds a summary (output/link.js).
 */

/**
 * The value under this name; undefined where the address has none.
 * @param {string} name
 */
export const hash = (name) =>
  location.hash.startsWith(`#${name}=`) ? location.hash.slice(name.length + 2) : undefined;

/** Takes the fragment out of the address without leaving the page or a step of history. */
export const clearHash = () => history.replaceState(history.state, "", location.pathname + location.search);
