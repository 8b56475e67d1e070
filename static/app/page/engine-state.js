/** The state of the engine as the page knows it: loading, stalled, ready or failed, with a sentence about a failure. */
import { byId } from "../../shared/dom.js";
import { complain } from "./status.js";
import { showEngineState } from "./timing.js";

/** @typedef {"loading" | "stalled" | "ready" | "failed"} State */

const retry = byId("retry", HTMLButtonElement);

/** @type {State} */
let state = "loading";
/** Sentence about a failed engine; "" while it works. */
let failure = "";

export const engineState = () => state;
export const engineFailure = () => failure;

/**
 * @param {State} next
 * @param {string} [sentence] about the failure
 */
export function setEngineState(next, sentence = "") {
  // A sentence about the article stays while the engine goes from phase to phase.
  if (sentence !== failure) complain(sentence);
  state = next;
  failure = sentence;
  showEngineState(next);
  retry.hidden = next !== "failed" && next !== "stalled";
}
