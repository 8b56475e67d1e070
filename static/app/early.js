/**
 * Runs before anything is drawn: a classic script in the head, small, because the page waits for it.
 *
 * index.html is in Japanese and follows the device's colours. Readers with other settings never see it that way:
 * colours and text size are set at once, and the words are translated as the parser brings them, in the same task,
 * before the browser draws.
 * Source: https://dom.spec.whatwg.org/#mutation-observers
 */
import { ownName } from "../shared/own.js";
import { hidePage, MOST_HIDDEN_MS, showPage } from "./page/first-paint.js";
import { applyTheme } from "./settings/theme.js";
import { translate } from "./words/document.js";
import { language } from "./words/language.js";

// After this time the page says that a part of it is missing (field/field.css); ms.
const LATE_MS = 8000;
// Within this time a browser draws that no longer waits for the style sheet; ms.
const DRAWN_MS = 1000;

/** @param {MutationRecord[]} records */
function onParsed(records) {
  for (const { target, addedNodes } of records) {
    // The parser may bring a text in parts: what it adds to an element that is translated already is removed again.
    const parent = target instanceof Element ? target : target.parentElement;
    if (parent?.hasAttribute("data-say")) translate(parent);
    for (const node of addedNodes) if (node instanceof Element) translate(node);
  }
}

/** Translate the page while it is being parsed. */
function translateWhileParsing() {
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
 * Hide the page on later visits until the engine has begun: its frame is there at once but would wait for the layout
 * of the page, which takes as long as everything else before it.
 */
function letEngineBegin() {
  if (!navigator.serviceWorker?.controller) return;
  hidePage();
  setTimeout(showPage, MOST_HIDDEN_MS);
}

/** Cut the tie to a page that opened this one, except for the bookmarklet, which sends the article over it. */
function cutOpener() {
  if (!location.hash.startsWith("#receive=")) window.opener = null;
}

/** Load the page again, with what was typed before its scripts were there. */
function reload() {
  try {
    const field = document.querySelector("textarea");
    if (field?.value) sessionStorage.setItem(ownName("draft"), field.value);
  } catch {
    // Browsers restore fields themselves.
  }
  location.reload();
}

/** Show the word about a part that has not arrived (in index.html), even if that part keeps all from being drawn. */
function showWhatIsHere() {
  document.querySelector("#start")?.removeAttribute("blocking");
  const sheet = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=stylesheet]"));
  if (!sheet || sheet.sheet) return;
  const missing = document.querySelector("#unstarted");
  document.documentElement.toggleAttribute("data-unstyled", true);
  sheet.media = "print";
  sheet.addEventListener("load", () => {
    sheet.media = "all";
    missing?.remove();
  });
  setTimeout(stopIfUndrawn, DRAWN_MS);
}

/** End the loading where the browser draws nothing before it has the sheet, whatever its media (Firefox). */
function stopIfUndrawn() {
  const waiting = setTimeout(() => document.visibilityState === "visible" && stop(), DRAWN_MS);
  requestAnimationFrame(() => clearTimeout(waiting));
}

/**
 * Repeat clicks on buttons that came before the page's scripts, once those have started.
 * The scripts say so by the event "youten:started".
 */
function keepEarlyClicks() {
  /** @type {Element[]} */
  const clicked = [];
  const note = (/** @type {Event} */ { target }) => {
    const button = target instanceof Element ? target.closest("button") : null;
    if (button) clicked.push(button);
  };
  document.addEventListener("click", note, true);
  document.addEventListener(
    "youten:started",
    () => {
      document.removeEventListener("click", note, true);
      for (const button of clicked) if (button instanceof HTMLElement) button.click();
    },
    { once: true },
  );
}

cutOpener();
keepEarlyClicks();
setTimeout(showWhatIsHere, LATE_MS);
addEventListener("click", ({ target }) => {
  if (/** @type {Element} */ (target).id === "reload") reload();
});
applyTheme();
translateWhileParsing();
letEngineBegin();
