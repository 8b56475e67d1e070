/** The summary that is on the page: features read it and are told when it changes. */

/** @typedef {import("../../engine/protocol.js").Summary} Summary */
/** @typedef {import("../../engine/protocol.js").Salience} Salience */

/**
 * @typedef {object} Shown
 * @property {string} text the article, well-formed UTF-16; all offsets count its code units
 * @property {Summary} summary
 * @property {Salience} salience
 * @property {boolean} [own] the reader has changed what the program chose
 */

/** @type {Shown | undefined} */
let current;
/** @type {((shown: Shown | undefined) => void)[]} */
const listeners = [];

/** Return the summary on the page; undefined while there is none, or a provisional one. */
export const shown = () => current;

/** @param {Shown | undefined} now */
export function setShown(now) {
  current = now;
  for (const listener of listeners) listener(now);
}

/**
 * Call `listener` whenever the summary on the page changes; with undefined when it is removed.
 * @param {(shown: Shown | undefined) => void} listener
 */
export const onShown = (listener) => void listeners.push(listener);
