/**
 * Handles what the page is opened with: an article from the bookmarklet or the share sheet, or a file.
 *
 * The address only says that something is waiting. It is cleared at once, so that a reload does not ask again.
 * Source: https://w3c.github.io/web-share-target/, https://wicg.github.io/web-app-launch/.
 */
import { ownName } from "../../shared/own.js";
import { addressIn } from "../field/address.js";
import { clearHash, hash } from "../page/address.js";
import { ask } from "../page/ask-worker.js";
import { inTime } from "../page/late.js";
import { complain } from "../page/status.js";
import { readMarkup } from "./readers/read.js";
import { receive } from "./receive.js";
import { begin, offer, showNote, showReading, takeFiles } from "./take.js";
import { say } from "./words.js";

/** @typedef {{title: string, text: string, url: string, files: File[]}} Share as the service worker stores it */

// The service worker answers from memory. ms
const PATIENCE_MS = 5000;
// Key in sessionStorage: what was sent, over the reload that cuts the tie to its sender.
const SENT = ownName("sent");

/**
 * Load the page again, so that the service worker cuts the sender's handle on this tab. Without a service worker, at
 * a first visit, there is none who could.
 * @param {import("./receive.js").Sent} sent
 * @returns {boolean} whether it is loading
 */
function leaveSender(sent) {
  if (!navigator.serviceWorker?.controller) return false;
  try {
    sessionStorage.setItem(SENT, JSON.stringify(sent));
  } catch {
    return false; // Storage is full or forbidden.
  }
  location.reload();
  return true;
}

/** Return what was sent before the page was loaded again. @returns {import("./receive.js").Sent | undefined} */
function sentBefore() {
  try {
    const kept = sessionStorage.getItem(SENT);
    sessionStorage.removeItem(SENT);
    return kept ? JSON.parse(kept) : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} number */
async function receiveSent(number) {
  const { current } = begin();
  const sent = await receive(number);
  if (sent && leaveSender(sent)) return;
  if (current()) await takeSent(sent);
}

/** @param {import("./receive.js").Sent | undefined} sent */
async function takeSent(sent) {
  const reading = begin();
  if (!sent || !(sent.html || sent.text).trim()) return complain(say("notSent"));
  if (sent.html) showReading(say("readingPage"), reading);
  const read = sent.html ? await readMarkup(sent.html, reading.stopper) : undefined;
  if (!reading.current()) return;
  const text = read?.text || sent.text;
  showNote("");
  if (!text.trim()) return complain(say("notSent"));
  offer({ text, whole: read?.whole ?? text }, (count) => say("tookSent", { count }), sent.title);
}

/**
 * @param {string} number
 * @returns {Promise<Share | undefined>}
 */
async function fetchShare(number) {
  const worker = navigator.serviceWorker?.controller;
  const share = worker && (await ask(worker, { type: "take-share", number }, PATIENCE_MS).catch(() => undefined));
  return share ?? undefined;
}

/** @param {string} number */
async function takeShared(number) {
  const { current } = begin();
  const share = await fetchShare(number);
  if (!current()) return;
  if (share?.files.length) return takeFiles(share.files, offer);
  const parts = share ? [share.title, share.text].filter((part) => part.trim()) : [];
  // Some programs repeat the title at the beginning of the text; some share an address alone.
  const text = parts.length === 2 && parts[1]?.startsWith(parts[0] ?? "") ? (parts[1] ?? "") : parts.join("\n\n");
  if (!text) return complain(say("notShared"));
  const address = addressIn([text, share?.url ?? ""].join("\n"));
  if (address) return (await inTime(import("../field/address.late.js"))).openGuide(address);
  offer({ text }, (count) => say("tookShared", { count }), say("sharedName"));
}

/** Read files that the system opens with the installed page. */
function waitForLaunch() {
  window.launchQueue?.setConsumer(async ({ files }) => {
    if (!files?.length) return;
    await takeFiles(await Promise.all(files.map((handle) => handle.getFile())));
  });
}

export function startArrivals() {
  waitForLaunch();
  const sent = hash("receive");
  const shared = hash("shared");
  if (sent !== undefined || shared !== undefined) clearHash();
  const before = sentBefore();
  if (sent !== undefined) void receiveSent(sent);
  else if (before)
    queueMicrotask(() => void takeSent(before)); // when the draft is in the field
  else if (shared !== undefined) void takeShared(shared);
}
