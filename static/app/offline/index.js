/**
 * The page's side of the service worker: registers it once the engine no longer needs the network, asks what is
 * stored, and watches for a newer release.
 *
 * Without service workers (private windows of some browsers, plain http) the page works all the same.
 */
import { byId, element } from "../../shared/dom.js";
import { isShared } from "../../shared/own.js";
import { workerAddress } from "../../shared/trust.js";
import { ask } from "../page/ask-worker.js";
import { button } from "../page/button.js";
import { inTime, reportLate } from "../page/late.js";
import { say } from "../words/say.js";
import { idle, keepRest, savesData } from "./rest.js";
import { watchUpdates } from "./update.js";

const MEGABYTE = 1_000_000;

/**
 * Show that the page works offline, with a button that opens what is stored.
 * @param {number} bytes
 * @param {boolean} isAll whether it works for every text
 */
function showStored(bytes, isAll) {
  const size = say("stored", { size: (bytes / MEGABYTE).toFixed(1) });
  const open = async () => (await inTime(import("./storage.late.js"))).openStorage();
  const stored = button(size, () => void open().catch(reportLate), "button bare");
  byId("offline", HTMLElement).replaceChildren(
    element("span", "", say(isAll ? "offline" : "offlineMostly")),
    " ",
    stored,
  );
}

/**
 * Tell whether the installation of a worker fails: because a file could not be fetched, or belongs to another release
 * because the site changed meanwhile.
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

/** Register the worker. If its first installation fails, register the one that the server has then. */
async function registered() {
  const container = navigator.serviceWorker;
  const registration = await container.register(workerAddress("sw.js"));
  const { installing, active } = registration;
  if (active || !installing || !(await fails(installing))) return registration;
  return container.register(workerAddress("sw.js"));
}

/** Have the rest stored too, if the reader does not save data; return whether it is. */
async function restIsKept() {
  if (savesData()) return false;
  await idle();
  return keepRest().then(
    () => true,
    () => false,
  );
}

/** Have everything stored, and show when the page can do without its server. */
export async function prepareOffline() {
  const container = navigator.serviceWorker;
  if (!container || isShared()) return;
  try {
    watchUpdates(await registered());
    const { active } = await container.ready;
    if (!active || !(await ask(active, "size"))) return;
    const isAll = await restIsKept();
    showStored(await ask(active, "size"), isAll);
  } catch (error) {
    console.warn("offline use is not available:", error);
  }
}
