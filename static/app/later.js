/**
 * Files of this release that are neither loaded nor stored before somebody needs them: readers of large formats.
 *
 * The build puts them below `later/`; the service worker stores each when it is first fetched.
 */
import { ask } from "./installed/worker.js";

// This module's own address, wherever the bundler puts it: r/<hash>/app.js or r/<hash>/app/<part>.js.
const release = import.meta.url.replace(/\/(?:app\/)?[^/]*$/, "/");

/**
 * Absolute address of such a file.
 * @param {string} name
 */
export const later = (name) => `${release}later/${name}`;

/** The reader of PDFs: all that it fetches. */
export const PDF_READER = ["pdf.js", "pdf.worker.js", "pdf.cmaps.bin"];

/**
 * Has such files stored, if there is a service worker; rejects where they cannot be had.
 * @param {readonly string[]} names
 */
export async function keepLater(names) {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (registration?.active) await ask(registration.active, { type: "keep", urls: names.map(later) });
}
