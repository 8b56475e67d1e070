/**
 * Runs before anything is drawn: a classic script in the head, small, because the page waits for it.
 *
 * index.html speaks Japanese and follows the device's colours. A reader who wants it otherwise never sees it so:
 * colours and size are set at once, and words are changed as the parser brings them, in the same task, before
 * the browser draws. app.js knows the same; without this script it would only be later.
 * Source: https://dom.spec.whatwg.org/#mutation-observers
 */
import { language, translate } from "./fixed.js";
import { HELD_MS, holdBack, show } from "./held.js";
import { applyTheme } from "./theme.js";

/** @param {MutationRecord[]} records */
function onParsed(records) {
  for (const { target, addedNodes } of records) {
    // Text may come in parts: what the parser adds to a node that has its words already is taken off again.
    const parent = target instanceof Element ? target : target.parentElement;
    if (parent?.hasAttribute("data-say")) translate(parent);
    for (const node of addedNodes) if (node instanceof Element) translate(node);
  }
}

/** Words the page while it is being parsed, and leaves it to app.js before that runs. */
function speakFromTheBeginning() {
  if (language === "ja") return;
  document.documentElement.lang = language;
  const observer = new MutationObserver(onParsed);
  observer.observe(document, { childList: true, characterData: true, subtree: true });
  const end = () => {
    observer.disconnect();
    translate(document);
  };
  document.addEventListener("readystatechange", end, { once: true });
}

/**
 * On a later visit the engine begins first: its frame, which is here at once, would wait for the page to be laid out,
 * and that takes as long as everything else up to there.
 */
function letTheEngineBegin() {
  if (!navigator.serviceWorker?.controller) return;
  holdBack();
  setTimeout(show, HELD_MS);
}

applyTheme();
speakFromTheBeginning();
letTheEngineBegin();
