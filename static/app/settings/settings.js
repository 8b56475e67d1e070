/**
 * The reader's settings, stored on this device in one entry of localStorage and read once.
 *
 * Stored values may be damaged or of another release; values that fail their check are ignored. If storage is
 * forbidden or full, the settings last as long as the page. Nothing here throws.
 */

import { isShared, ownEntry, ownName } from "../../shared/own.js";

const KEY = ownEntry("settings");

/** @param {number} low @param {number} high */
const whole = (low, high) => (/** @type {unknown} */ value) =>
  Number.isInteger(value) && Number(value) >= low && Number(value) <= high;
/** @param {...unknown} values */
const oneOf =
  (...values) =>
  (/** @type {unknown} */ value) =>
    values.includes(value);
const flag = oneOf(true, false);

export const MOST_LINES = 10;
export const LEAST_CHARACTERS = 40;
export const MOST_CHARACTERS = 1000;

/**
 * @typedef {object} Settings
 * @property {"lines" | "characters" | "headline"} unit of the summary's length; headline: one short line
 * @property {number} lines 1 to MOST_LINES
 * @property {number} characters LEAST_CHARACTERS to MOST_CHARACTERS
 * @property {"list" | "paragraph"} shape
 * @property {boolean} whole sentences as they are written
 * @property {"markers" | "heat" | "plain"} view of the article
 * @property {boolean} trims show what was cut from the sentences
 * @property {0 | 1 | 2 | 3} size of the text: normal and three larger ones
 * @property {"auto" | "light" | "dark"} theme
 * @property {"auto" | "ja" | "en"} language
 * @property {boolean} furigana
 * @property {boolean} drafts keep the article over a reload
 * @property {boolean} history keep the articles that were read
 */

/** @type {Settings} */
export const DEFAULTS = {
  unit: "lines",
  lines: 3,
  characters: 140,
  shape: "list",
  whole: false,
  view: "markers",
  trims: false,
  size: 0,
  theme: "auto",
  language: "auto",
  furigana: false,
  drafts: true,
  history: false,
};

/** @type {{[K in keyof Settings]: (value: unknown) => boolean}} */
const CHECKS = {
  unit: oneOf("lines", "characters", "headline"),
  lines: whole(1, MOST_LINES),
  characters: whole(LEAST_CHARACTERS, MOST_CHARACTERS),
  shape: oneOf("list", "paragraph"),
  whole: flag,
  view: oneOf("markers", "heat", "plain"),
  trims: flag,
  size: whole(0, 3),
  theme: oneOf("auto", "light", "dark"),
  language: oneOf("auto", "ja", "en"),
  furigana: flag,
  drafts: flag,
  history: flag,
};

// On a shared computer the settings last as long as the tab.
const storage = () => (isShared() ? sessionStorage : localStorage);
/** What is never kept on a shared computer. @type {(keyof Settings)[]} */
const KEPT = ["drafts", "history"];

/** @returns {Partial<Settings>} */
function stored() {
  try {
    const found = JSON.parse(storage().getItem(KEY) ?? "{}");
    const known = Object.entries(CHECKS).filter(([name, check]) => check(found[name]));
    return Object.fromEntries(known.map(([name]) => [name, found[name]]));
  } catch {
    return {};
  }
}

/** @type {Settings} */
let current = { ...DEFAULTS, ...stored() };
/** @type {Map<keyof Settings, (() => void)[]>} */
const listeners = new Map();

/**
 * @template {keyof Settings} K
 * @param {K} name
 * @returns {Settings[K]}
 */
export const setting = (name) => /** @type {Settings[K]} */ (KEPT.includes(name) && isShared() ? false : current[name]);

/**
 * Change one setting and call its listeners; an invalid value is ignored.
 * @template {keyof Settings} K
 * @param {K} name
 * @param {Settings[K]} value
 */
export function set(name, value) {
  if (!CHECKS[name](value) || current[name] === value) return;
  current = { ...current, [name]: value };
  save();
  for (const listener of listeners.get(name) ?? []) listener();
}

function save() {
  const changed = Object.entries(current).filter(([key, now]) => DEFAULTS[/** @type {keyof Settings} */ (key)] !== now);
  try {
    if (changed.length) storage().setItem(KEY, JSON.stringify(Object.fromEntries(changed)));
    else storage().removeItem(KEY);
  } catch {
    // The settings last as long as the page.
  }
}

/**
 * Say that this tab is on a shared computer, or that it is not. What is stored already is the caller's to delete.
 * @param {boolean} shared
 */
export function setShared(shared) {
  try {
    if (shared) sessionStorage.setItem(ownName("shared"), "yes");
    else sessionStorage.removeItem(ownName("shared"));
  } catch {
    // Without storage nothing is kept anyway.
  }
  save();
  for (const name of KEPT) for (const listener of listeners.get(name) ?? []) listener();
}

/**
 * Call `listener` after every change of the setting.
 * @param {keyof Settings} name
 * @param {() => void} listener
 */
export function onSetting(name, listener) {
  listeners.set(name, [...(listeners.get(name) ?? []), listener]);
}

/** Restore the defaults, with nothing stored. */
export function resetSettings() {
  for (const name of /** @type {(keyof Settings)[]} */ (Object.keys(DEFAULTS))) set(name, DEFAULTS[name]);
}
