/**
 * The service worker, as the page sees it: registered once the engine no longer needs the network, asked what is
 * stored, and watched for a newer release.
 *
 * Without service workers (private windows of some browsers, plain http) the page works all the same.
 */
import { workerAddress } from "../../trust.js";
import { byId, element } from "../dom.js";
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

/** Has everything stored, and says when the page can do without its server. */
export async function prepareOffline() {
  const container = navigator.serviceWorker;
  if (!container) return;
  try {
    const registration = await container.register(workerAddress("sw.js"));
    watchUpdates(registration);
    const { active } = await container.ready;
    const bytes = active ? await ask(active, "size") : 0;
    if (bytes) showStored(bytes);
  } catch (error) {
    console.warn("offline use is not available:", error);
  }
}
