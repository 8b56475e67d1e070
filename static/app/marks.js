/**
 * What can be measured from outside, by standard means: User Timing marks and `<html data-engine>`.
 *
 * - `youten:interactive`: the page can be typed in;
 * - `youten:preview`: the provisional box stands in the document;
 * - `youten:ready`, `youten:summary`: with `detail: {phases: {name: ms}, heapBytes}`.
 *
 * Source: https://www.w3.org/TR/user-timing/
 */

/** @typedef {import("../engine/protocol.js").Times} Times */

/**
 * @param {"interactive" | "preview" | "ready" | "summary"} name
 * @param {{phases: Times, heapBytes: number}} [detail]
 */
export function mark(name, detail) {
  performance.mark(`youten:${name}`, detail ? { detail } : {});
}

/** @param {"loading" | "ready" | "failed"} state */
export function showEngineState(state) {
  document.documentElement.dataset["engine"] = state;
}
