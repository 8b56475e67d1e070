/**
 * The files that are needed only for texts on which the usual interpreter stops: stored when the page is idle, unless
 * the reader saves data. Without them such a text is summarised online only.
 * Source: https://wicg.github.io/savedata/, https://wicg.github.io/netinfo/
 */
import { ask } from "../page/ask-worker.js";
import { engineAddress } from "../start.js";

const files = __SITE__.background;

/** Bytes to transfer. */
export const REST_BYTES = files.reduce((sum, { bytes }) => sum + bytes, 0);

// Where the browser cannot say when it is idle; ms.
const LATER = 1000;

/** Wait until the browser has nothing else to do. */
export const idle = () =>
  new Promise((resolve) => {
    if ("requestIdleCallback" in window) requestIdleCallback(resolve);
    else setTimeout(resolve, LATER);
  });

/** Whether the reader has asked to save data or pays for it, as far as the browser tells. */
export function savesData() {
  const connection = /** @type {{connection?: {saveData?: boolean, type?: string}}} */ (navigator).connection;
  return connection?.saveData === true || connection?.type === "cellular";
}

/** Have the files stored, if there is a service worker; rejects where they cannot be fetched. */
export async function keepRest() {
  const registration = await navigator.serviceWorker?.getRegistration();
  const urls = files.map(({ url }) => new URL(url, engineAddress).toString());
  if (registration?.active) await ask(registration.active, { type: "keep", urls });
}
