/**
 * The service worker, as the page sees it: registered once the engine no longer needs the network, asked what is
 * stored, and watched for a newer release.
 *
 * Without service workers (private windows of some browsers, plain http) the page works all the same.
 */
import { workerAddress } from "../../shared/trust.js";
import { byId, element } from "../../shared/dom.js";
import { say } from "../messages.js";
import { complain } from "../page.js";
import { watchUpdates } from "./update.js";
import { ask } from "./worker.js";

const MEGABYTE = 1_000_000;

/** Says that the page works offline, with the size; that is a button to what is stored. @param {number} bytes */
function showStored(bytes) {
  const size = say("stored", { size: (bytes / MEGABYTE).toFixed(1) });
  const button = element("button", "button bare", size);
  button.setAttribute("type", "button");
  const open = async () => (await import("./storage.js")).showStorage();
  button.addEventListener("click", () => void open().catch(() => complain(say("unreachable"))));
  byId("offline", HTMLElement).replaceChildren(element("span", "", say("offline")), " ", button);
}

/**
 * Whether the worker that is being installed ends as one that is no use: a file could not be had, or is of
 * another release than the worker, because the site changed meanwhile.
 * @param {ServiceWorker} worker
 * @returns {Promise<boolean>}
 */
const fails = (worker) =>
  new Promise((resolve) => {
    const look = () => {
      if (worker.state === "redundant") resolve(true);
      else if (worker.state !== "installing") resolve(false);
    };
    worker.addEventListener("statechange", look);
    look();
  });

/** Registers the worker; where its first install fails, once more, with the worker that the server has then. */
async function registered() {
  const container = navigator.serviceWorker;
  const registration = await container.register(workerAddress("sw.js"));
  const { installing, active } = registration;
  if (active || !installing || !(await fails(installing))) return registration;
  return container.register(workerAddress("sw.js"));
}

/** Has everything stored, and says when the page can do without its server. */
export async function prepareOffline() {
  const container = navigator.serviceWorker;
  if (!container) return;
  try {
    watchUpdates(await registered());
    const { active } = await container.ready;
    const bytes = active ? await ask(active, "size") : 0;
    if (bytes) showStored(bytes);
  } catch (error) {
    console.warn("offline use is not available:", error);
  }
}
