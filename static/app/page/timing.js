/**
 * Timing for measurements from outside, by standard means: User Timing marks and `<html data-engine>`.
 *
 * - `youten:interactive`: the page accepts input;
 * - `youten:preview`: the provisional box is in the document;
 * - `youten:change`: the reader asks for another summary of the same article; `youten:changed`: it is shown;
 * - `youten:ready`, `youten:summary`, `youten:changed`: with `detail: {phases: {name: ms}, heapBytes}`.
 *
 * Source: https://www.w3.org/TR/user-timing/
 */

/** @typedef {import("../../engine/protocol.js").Times} Times */

/**
 * @param {"interactive" | "preview" | "ready" | "summary" | "change" | "changed"} name
 * @param {{phases: Times, heapBytes: number}} [detail]
 */
export function mark(name, detail) {
  performance.mark(`youten:${name}`, detail ? { detail } : {});
}

/** @param {"loading" | "stalled" | "ready" | "failed"} state */
export function showEngineState(state) {
  document.documentElement.dataset["engine"] = state;
}
