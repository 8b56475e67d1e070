/** The page's messages: the status line with its progress bar, errors, and announcements for screen readers. */
import { byId, setText } from "../../shared/dom.js";
import { PHASES } from "../../engine/protocol.js";
import { say } from "../words/say.js";
import { repeatInBar } from "./bar.js";

/** @typedef {import("../../engine/protocol.js").Phase} Phase */

// Share of the progress bar for the download; the phases after it are short and share the rest.
const DOWNLOAD_SHARE = 0.7;

const status = byId("status", HTMLElement);
const meter = byId("meter", HTMLProgressElement);
const error = byId("error", HTMLElement);
const announcer = byId("announcer", HTMLElement);

/**
 * Show a sentence about what did not work, below the field, and at the bottom where that is out of sight; "" removes it.
 * @param {string} sentence
 */
export function complain(sentence) {
  setText(error, sentence);
  repeatInBar(error);
}

/** Say a sentence to screen readers, politely. @param {string} sentence */
export const announce = (sentence) => setText(announcer, sentence);

/**
 * @param {string} text
 * @param {number} [progress] 0..1; undefined: nothing is under way
 */
function showStatus(text, progress) {
  setText(status, text);
  meter.classList.toggle("active", progress !== undefined);
  meter.value = progress ?? 0;
}

/**
 * @param {number} loaded bytes
 * @param {number} total bytes
 */
export function showDownload(loaded, total) {
  const share = total ? loaded / total : 0;
  showStatus(say("download", { percent: Math.floor(share * 100) }), share * DOWNLOAD_SHARE);
}

/** @param {Phase} name */
export function showPhase(name) {
  if (name === "download") return;
  const rest = PHASES.indexOf(name) / PHASES.length;
  showStatus(say(name), DOWNLOAD_SHARE + (1 - DOWNLOAD_SHARE) * rest);
}

/** @param {number} value 0..1 */
export const showWorking = (value) => showStatus(say("working", { percent: Math.floor(value * 100) }), value);

export const showReady = () => showStatus(say("ready"));
export const showFinished = () => showStatus(say("finished"));
export const clearStatus = () => showStatus("");
