/**
 * Names of what this copy of the site stores in the browser: caches, folders, databases, entries of web storage.
 *
 * Several copies may be on one origin (user.github.io/a/ and /b/), which has one store for all. Every name begins with
 * the path of its copy, encoded so that no path is the beginning of another and that file systems accept it.
 * Source: https://storage.spec.whatwg.org/#model (storage is per origin)
 */

/**
 * Return how all names of a copy begin.
 * @param {URL | string} [site] address of the copy's folder, or of a page in it
 */
export const ownPrefix = (site = document.baseURI) => `youten@${encodeURIComponent(new URL("./", site).pathname)}@`;

/**
 * Return the copy's own form of a name.
 * @param {string} name
 * @param {URL | string} [site] as for `ownPrefix`
 */
export const ownName = (name, site) => ownPrefix(site) + name;

/**
 * Tell whether this tab is on a shared computer, as its reader has said: nothing may be kept when it is closed.
 * @param {URL | string} [site] as for `ownPrefix`
 */
export function isShared(site) {
  try {
    return sessionStorage.getItem(ownName("shared", site)) !== null;
  } catch {
    return false;
  }
}

/**
 * Take over an entry of localStorage that version 0.1.0 named without the path. Returns the key of the copy.
 * @param {string} name
 */
export function ownEntry(name) {
  const [before, key] = [`youten:${name}`, ownName(name)];
  try {
    const value = localStorage.getItem(before);
    if (value !== null && localStorage.getItem(key) === null) localStorage.setItem(key, value);
    localStorage.removeItem(before);
  } catch {
    // Without storage there is nothing to take over.
  }
  return key;
}
