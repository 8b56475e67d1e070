/**
 * Handles what the page is opened with: an article from the bookmarklet or the share sheet, or a file.
 *
 * The address only says that something is waiting. It is cleared at once, so that a reload does not ask again.
 * Source: https://w3c.github.io/web-share-target/, https://wicg.github.io/web-app-launch/.
 */
import { clearHash, hash } from "../page/address.js";
import { ask } from "../page/ask-worker.js";
import { complain } from "../page/status.js";
import { readMarkup } from "./readers/read.js";
import { receive } from "./receive.js";
import { begin, take, takeFiles } from "./take.js";
import { say } from "./words.js";

/** @typedef {{title: string, text: string, url: string, files: File[]}} Share as the service worker stores it */

// The service worker answers from memory. ms
const PATIENCE_MS = 5000;

/** @param {string} number */
async function takeSent(number) {
  const current = begin();
  const sent = await receive(number);
  if (!current()) return;
  if (!sent || !(sent.html || sent.text).trim()) return complain(say("notSent"));
  const read = sent.html ? await readMarkup(sent.html).catch(() => undefined) : undefined;
  if (!current()) return;
  const text = read?.text || sent.text;
  if (!text.trim()) return complain(say("notSent"));
  take({ text, whole: read?.whole ?? text }, (count) => say("tookSent", { count }), sent.title);
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
  const current = begin();
  const share = await fetchShare(number);
  if (!current()) return;
  if (share?.files.length) return takeFiles(share.files);
  const parts = share ? [share.title, share.text].filter((part) => part.trim()) : [];
  // Some programs repeat the title at the beginning of the text; some share an address alone.
  const text = parts.length === 2 && parts[1]?.startsWith(parts[0] ?? "") ? (parts[1] ?? "") : parts.join("\n\n");
  if (!text || /^\s*https?:\/\/\S+\s*$/.test(text)) return complain(say(share ? "addressOnly" : "notShared"));
  take({ text }, (count) => say("tookShared", { count }), say("sharedName"));
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
  if (sent !== undefined) void takeSent(sent);
  else if (shared !== undefined) void takeShared(shared);
}
