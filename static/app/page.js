/**
 * What the page's parts ask of each other: which article stands on it, and what to do with another one.
 *
 * `main.js` is the flow behind it. The ways in (`input/`) call `putArticle`; the ways out (`output/`) read
 * `shown()` and wait for `onShown`. Late parts have their own words: see `speaker` in messages.js.
 */

/** @typedef {import("../engine/protocol.js").Summary} Summary */
/** @typedef {import("../engine/protocol.js").Salience} Salience */

/**
 * @typedef {object} Shown
 * @property {string} text the article, well-formed UTF-16; all offsets count its code units
 * @property {Summary} summary
 * @property {Salience} salience
 */

/**
 * @typedef {object} Flow
 * @property {(text: string) => void} put
 * @property {(sentence: string) => void} complain
 * @property {(sentence: string) => void} announce
 * @property {() => void} clear
 */

/** UTF-16 code units. A long novel; beyond it the engine's memory becomes the reader's problem. */
export const MOST_CHARACTERS = 1_000_000;

/** @type {Flow | undefined} */
let flow;
/** @type {Shown | undefined} */
let current;
/** @type {((shown: Shown | undefined) => void)[]} */
const listeners = [];

/** Called once, by the flow. @param {Flow} own */
export function connect(own) {
  flow = own;
}

/** Puts an article into the field, in place of the one that is there, and summarises it. @param {string} text */
export const putArticle = (text) => flow?.put(text);

/** Says in a plain sentence what did not work, below the field; "" takes it back. @param {string} sentence */
export const complain = (sentence) => flow?.complain(sentence);

/** Says a sentence to those who do not see the page, politely. @param {string} sentence */
export const announce = (sentence) => flow?.announce(sentence);

/** Empties the field and the page. */
export const clearArticle = () => flow?.clear();

/** The summary that stands on the page; undefined while there is none, or a provisional one. */
export const shown = () => current;

/** @param {Shown | undefined} now */
export function setShown(now) {
  current = now;
  for (const listener of listeners) listener(now);
}

/** Calls `listener` whenever another summary stands on the page, or none. @param {(shown: Shown | undefined) => void} listener */
export const onShown = (listener) => void listeners.push(listener);
