/** The release that this service worker keeps: its name and its files, as the build has written them. */
import { storeName } from "../engine/files/store.js";

const scope = /** @type {ServiceWorkerScope} */ (/** @type {unknown} */ (self));

/** Address of the scope. */
export const base = scope.registration.scope;
/** Beginning of the name of every release's cache. */
export const PREFIX = storeName("", base);
/** Name of the cache, and of the folder for large files. */
export const NAME = storeName(__SITE__.release, base);

/** @param {string} url relative to the scope */
const absolute = (url) => new URL(url, base).toString();

/**
 * Absolute address -> sha256 in hexadecimal: of the file and, if it is gzipped, of its contents, because some hosts
 * declare gzip as an encoding and browsers then unpack it. Files below `later/` are stored when they are first
 * requested, all others at install.
 * @type {Map<string, string[]>}
 */
export const files = new Map(
  [...__SITE__.precache, ...__SITE__.later].map(([url, ...hashes]) => [
    absolute(url),
    /** @type {string[]} */ (hashes),
  ]),
);
export const atInstall = __SITE__.precache.map(([url]) => absolute(url));
/** Large files, which the engine checks itself while it starts. */
export const large = new Set(__SITE__.checkedLater.map(absolute));
/** Files that the page requests before any of its scripts has run. */
export const atOnce = __SITE__.atOnce.map(absolute);
