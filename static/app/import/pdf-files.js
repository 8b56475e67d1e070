/**
 * The files of the PDF reader, too large to be loaded or stored before they are needed.
 *
 * The build puts them below `later/` in the release; the service worker stores each when it is first fetched.
 */
import { ask } from "../page/ask-worker.js";

// From this module's own address, in whichever file the bundler puts it: r/<hash>/app.js or r/<hash>/app/<part>.js.
const release = import.meta.url.replace(/\/(?:app\/)?[^/]*$/, "/");

/**
 * Return the absolute address of a file of the reader.
 * @param {"pdf.js" | "pdf.worker.js" | "pdf.cmaps.bin"} name
 */
export const pdfFile = (name) => `${release}later/${name}`;

/** Have the reader stored, if there is a service worker; rejects where its files cannot be fetched. */
export async function keepPdfReader() {
  const registration = await navigator.serviceWorker?.getRegistration();
  const urls = [pdfFile("pdf.js"), pdfFile("pdf.worker.js"), pdfFile("pdf.cmaps.bin")];
  if (registration?.active) await ask(registration.active, { type: "keep", urls });
}
