/**
 * The files of the readers of HTML, Word, mail and PDF, too large to be loaded or stored before they are needed.
 *
 * The build puts them below `later/` in the release; the service worker stores each when it is first fetched.
 */
import { ask } from "../page/ask-worker.js";

// From this module's own address, in whichever file the bundler puts it: r/<hash>/app.js or r/<hash>/app/<part>.js.
const release = import.meta.url.replace(/\/(?:app\/)?[^/]*$/, "/");

/** @typedef {"reader.js" | "pdf.js" | "pdf.worker.js" | "pdf.cmaps.bin"} Name */

/** Return the absolute address of a file of the readers. @param {Name} name */
export const readerFile = (name) => `${release}later/${name}`;

/** Have files stored, if there is a service worker; rejects where they cannot be fetched. @param {Name[]} names */
async function keep(names) {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (registration?.active) await ask(registration.active, { type: "keep", urls: names.map(readerFile) });
}

/** Have the reader of HTML, Word and mail stored. */
export const keepReader = () => keep(["reader.js"]);

/** Have the reader of PDFs stored. */
export const keepPdfReader = () => keep(["pdf.js", "pdf.worker.js", "pdf.cmaps.bin"]);

/** Have all readers stored. */
export const keepReaders = () => Promise.all([keepReader(), keepPdfReader()]);
