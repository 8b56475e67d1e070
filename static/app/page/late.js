/** The late halves of features (`*.late.js`): modules that load when they are first needed. */
import { byId } from "../../shared/dom.js";
import { STALL_MS } from "../../engine/limits.js";
import { say, sayError } from "../words/say.js";
import { complain } from "./status.js";

/**
 * Report that a late half could not be loaded, or that it failed. A failed import is a TypeError in every browser.
 * @param {unknown} thrown
 */
export function reportLate(thrown) {
  console.warn("a part of the page failed:", thrown);
  complain(sayError(thrown instanceof TypeError ? "unreachable" : "unknown"));
}

/**
 * Await a late half; say so where it does not come, until it does.
 * @template T
 * @param {Promise<T>} loading
 */
export async function inTime(loading) {
  let said = false;
  const timer = setTimeout(() => {
    said = true;
    complain(say("stalled"));
  }, STALL_MS);
  try {
    return await loading;
  } finally {
    clearTimeout(timer);
    if (said) complain("");
  }
}

/**
 * Run `act` at every click on a button; report a late half that could not be loaded.
 * @param {string} id of the button
 * @param {() => Promise<void>} act
 */
export const onClick = (id, act) =>
  byId(id, HTMLButtonElement).addEventListener("click", () => void act().catch(reportLate));
