/**
 * A newer release: offered in a line at the bottom, taken when the reader accepts or when the last page is closed.
 *
 * Before the reload the text of the field is stored in the tab's own storage, whether drafts are kept or not. Where
 * that is impossible the page is not reloaded. Source: https://www.w3.org/TR/service-workers/#service-worker-lifetime
 */
import { byId, element } from "../../shared/dom.js";
import { carryDraft } from "../field/draft.js";
import { ask } from "../page/ask-worker.js";
import { button } from "../page/button.js";
import { announce, complain } from "../page/status.js";
import { speaker } from "../words/say.js";

const say = speaker(__WORDS__.update);

/** @param {ServiceWorker} waiting */
async function change(waiting) {
  // Other pages of this release would lose the files that they have not loaded yet.
  if (!(await ask(waiting, "activate"))) complain(say("elsewhere"));
}

/** The new release has taken over. */
function onChange() {
  if (carryDraft()) location.reload();
  else complain(say("keepsText"));
}

/** @param {ServiceWorker} waiting */
function offer(waiting) {
  const notice = byId("update", HTMLElement);
  const accept = button(say("now"), () => void change(waiting).catch(() => complain(say("failed"))));
  notice.replaceChildren(element("span", "", say("available")), accept);
  notice.hidden = false;
  announce(say("available"));
}

/** @param {ServiceWorkerRegistration} registration */
export function watchUpdates(registration) {
  const { serviceWorker } = navigator;
  // A first worker replaces none, and its page has the same release.
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
