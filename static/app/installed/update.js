/**
 * A newer release: said quietly, taken when the reader says so, or by itself when the last page is closed.
 *
 * Nothing moves under a text that is being read or typed. Before the page is loaded anew its text is handed over
 * through the tab's own storage, whatever the settings say of drafts; where that is impossible the text stays and
 * the page with it. Source: https://www.w3.org/TR/service-workers/#service-worker-lifetime
 */
import { byId, element } from "../../shared/dom.js";
import { announce, complain, putArticle } from "../page.js";
import { say } from "./words.js";
import { ask } from "./worker.js";

// In sessionStorage: of this tab only, and read once.
const HANDOVER = "youten:handover";

/** Puts back the text that the page had before it was loaded anew. */
export function takeHandover() {
  try {
    const text = sessionStorage.getItem(HANDOVER);
    sessionStorage.removeItem(HANDOVER);
    if (text) putArticle(text);
  } catch {
    // No storage, no handover: then none was made either.
  }
}

/** @returns {boolean} whether the text will be there on the other side */
function handOver() {
  const { value } = byId("field", HTMLTextAreaElement);
  if (!value) return true;
  try {
    sessionStorage.setItem(HANDOVER, value);
    return true;
  } catch {
    return false;
  }
}

/** @param {ServiceWorker} waiting */
async function change(waiting) {
  // Other pages of this release would lose the files that they have not loaded yet.
  if (!(await ask(waiting, "activate"))) complain(say("updateElsewhere"));
}

/** The new release has taken over. */
function onChange() {
  if (handOver()) location.reload();
  else complain(say("updateKeepsText"));
}

/** @param {ServiceWorker} waiting */
function offer(waiting) {
  const notice = byId("update", HTMLElement);
  const button = element("button", "button", say("updateNow"));
  button.setAttribute("type", "button");
  button.addEventListener("click", () => void change(waiting).catch(() => complain(say("updateFailed"))));
  notice.replaceChildren(element("span", "", say("update")), button);
  notice.hidden = false;
  announce(say("update"));
}

/** @param {ServiceWorkerRegistration} registration */
export function watchUpdates(registration) {
  const { serviceWorker } = navigator;
  // A first worker replaces nobody, and its page is as new as it is.
  if (!serviceWorker.controller) return;
  serviceWorker.addEventListener("controllerchange", onChange);
  if (registration.waiting) offer(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const { installing } = registration;
    installing?.addEventListener("statechange", () => {
      if (installing.state === "installed") offer(installing);
    });
  });
}
