/**
 * The desk: the article's field, and the line below it that says what the engine is doing.
 */
import { byId, setText } from "../shared/dom.js";
import { say } from "./messages.js";
import { PHASES } from "../engine/protocol.js";

/** @typedef {import("../engine/protocol.js").Phase} Phase */

export const field = byId("field", HTMLTextAreaElement);
export const buttons = {
  stop: byId("stop", HTMLButtonElement),
  again: byId("again", HTMLButtonElement),
  retry: byId("retry", HTMLButtonElement),
  clear: byId("clear", HTMLButtonElement),
  resize: byId("resize", HTMLButtonElement),
};
const count = byId("count", HTMLElement);
const status = byId("status", HTMLElement);
const meter = byId("meter", HTMLProgressElement);
const error = byId("error", HTMLElement);
const announcer = byId("announcer", HTMLElement);

// Share of the bar that the download takes; the phases after it are short and share the rest.
const DOWNLOAD_SHARE = 0.7;

/** For those who do not see the page: politely, one sentence at a time. @param {string} text */
export const announce = (text) => setText(announcer, text);

/** @param {number} characters */
export const showCount = (characters) => setText(count, characters ? say("characters", { count: characters }) : "");

/**
 * @param {string} text
 * @param {number | undefined} progress 0..1; undefined: nothing is under way
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

export const showReady = () => showStatus(say("ready"), undefined);
export const showFinished = () => showStatus(say("finished"), undefined);
export const showNothing = () => showStatus("", undefined);

/** A plain sentence; "" removes it. @param {string} text */
export const showError = (text) => setText(error, text);

/**
 * On small screens the field makes room for the summary once an article is in it.
 * @param {boolean} compact
 */
export function setCompact(compact) {
  field.classList.toggle("compact", compact);
  buttons.resize.setAttribute("aria-expanded", String(!compact));
  setText(buttons.resize, say(compact ? "expand" : "collapse"));
  if (compact) field.scrollTop = 0;
}

export const isCompact = () => field.classList.contains("compact");
