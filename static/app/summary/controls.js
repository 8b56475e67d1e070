/**
 * The controls below the box: length, shape and focus. Every change applies at once.
 *
 * Length and shape are settings; the focus belongs to the article and goes with it.
 */
import { byId, element, setText } from "../../shared/dom.js";
import { language } from "../words/language.js";
import { say } from "../words/say.js";
import { LEAST_CHARACTERS, MOST_CHARACTERS, MOST_LINES, onSetting, set, setting } from "../settings/settings.js";

/** @typedef {import("../../engine/protocol.js").Options} Options */

// Approximate minimum number of characters of a summary sentence; more sentences than fit are not requested.
const CHARACTERS_A_LINE = 28;
const CHARACTER_STEP = 20;
const PHRASES = 8;
// Time from the last key in a field to the change, ms.
const TYPING_MS = 250;

const unit = byId("unit", HTMLFieldSetElement);
const shape = byId("shape", HTMLFieldSetElement);
const form = byId("form", HTMLFieldSetElement);
const amount = byId("amount", HTMLInputElement);
const amountUnit = byId("amount-unit", HTMLElement);
const stepper = byId("stepper", HTMLElement);
const less = byId("less", HTMLButtonElement);
const more = byId("more", HTMLButtonElement);
const phrases = byId("phrases", HTMLElement);
const word = byId("word", HTMLInputElement);
const lines = byId("lines", HTMLOListElement);
const focusNote = byId("focus-note", HTMLElement);

/** @type {ReturnType<typeof setTimeout> | undefined} */
let typing;
/** @type {() => void} */
let change = () => undefined;

const chips = () => /** @type {HTMLButtonElement[]} */ ([...phrases.querySelectorAll("button")]);
const pressed = () => chips().filter((chip) => chip.getAttribute("aria-pressed") === "true");

/** Return the reader's words in the form that the engine accepts. */
export function focus() {
  const words = [...pressed().map((chip) => chip.textContent ?? ""), word.value.trim()];
  return words.filter(Boolean).join(" ").slice(0, 100);
}

/**
 * Return the options of the request.
 * @returns {Options}
 */
export function options() {
  const common = { lang: language, focus: focus(), ...(setting("whole") && { whole: true }) };
  if (setting("unit") === "lines") return { ...common, sentences: setting("lines") };
  if (setting("unit") === "headline") return { ...common, sentences: 1, headline: true };
  const maxChars = setting("characters");
  return {
    ...common,
    sentences: Math.min(MOST_LINES, Math.max(1, Math.round(maxChars / CHARACTERS_A_LINE))),
    maxChars,
  };
}

// Characters of a box of three lines, as editors have it; py/youten/writing/selection.py.
const BOX = 125;

/** Return the characters that the lines of a summary may have. @param {import("../page/shown.js").Shown} shown */
export const room = ({ summary }) =>
  setting("whole") ? Infinity : (options().maxChars ?? Math.round((BOX / 3) * Math.max(1, summary.sentences.length)));

/** Return the options for a new article, with a request for its key phrases. @returns {Options} */
export const optionsWithPhrases = () => ({ ...options(), keyphrases: PHRASES });

/** Return the number of lines of the provisional box. */
export const previewLines = () => options().sentences ?? 3;

/** Say something about the words in focus. @param {string} sentence "" for nothing */
export function showFocusNote(sentence) {
  setText(focusNote, sentence);
  focusNote.hidden = !sentence;
}

/**
 * Show the key phrases of another article; pressed ones stay pressed if the new article has them too.
 * @param {readonly string[]} found
 */
export function showPhrases(found) {
  showFocusNote("");
  const before = new Set(pressed().map((chip) => chip.textContent));
  const made = found.map((phrase) => {
    const chip = element("button", "chip", phrase);
    chip.setAttribute("type", "button");
    chip.setAttribute("aria-pressed", String(before.has(phrase)));
    return chip;
  });
  phrases.replaceChildren(...made);
}

/** Clear the focus, for another article. */
export function clearFocus() {
  phrases.replaceChildren();
  word.value = "";
  showFocusNote("");
}

const inLines = () => setting("unit") !== "characters";

/** Show the settings in the controls. */
function show() {
  for (const [fieldset, value] of /** @type {const} */ ([
    [unit, setting("unit")],
    [shape, setting("shape")],
    [form, setting("whole") ? "whole" : "short"],
  ])) {
    for (const radio of fieldset.querySelectorAll("input")) radio.checked = radio.value === value;
  }
  const [low, high, step, now] = inLines()
    ? [1, MOST_LINES, 1, setting("lines")]
    : [LEAST_CHARACTERS, MOST_CHARACTERS, CHARACTER_STEP, setting("characters")];
  stepper.hidden = form.hidden = setting("unit") === "headline";
  amount.min = String(low);
  amount.max = String(high);
  amount.step = inLines() ? "1" : "any";
  amount.value = String(now);
  less.disabled = now <= low;
  more.disabled = now >= high;
  less.dataset["by"] = String(-step);
  more.dataset["by"] = String(step);
  setText(amountUnit, say(inLines() ? "unitOfLines" : "unitOfCharacters"));
  amount.setAttribute("aria-label", say(inLines() ? "amountLines" : "amountCharacters"));
  lines.classList.toggle("running", setting("shape") === "paragraph");
}

/** @param {number} value brought within the bounds */
function setAmount(value) {
  const [low, high] = [Number(amount.min), Number(amount.max)];
  const within = Math.round(Math.min(high, Math.max(low, value)));
  set(inLines() ? "lines" : "characters", Number.isFinite(within) ? within : low);
  show();
}

/** @param {MouseEvent} event */
function onStep({ currentTarget }) {
  const button = /** @type {HTMLButtonElement} */ (currentTarget);
  setAmount((Number(amount.value) || 0) + Number(button.dataset["by"]));
  // A button that is disabled while it has the focus would lose it.
  if (button.disabled) (button === less ? more : less).focus();
}

/** @param {() => void} then */
function later(then) {
  clearTimeout(typing);
  typing = setTimeout(then, TYPING_MS);
}

/**
 * Call `listener` whenever another summary is needed.
 * @param {() => void} listener
 */
export function startControls(listener) {
  change = listener;
  show();
  for (const name of /** @type {const} */ (["unit", "lines", "characters", "whole"])) {
    onSetting(name, () => {
      show();
      change();
    });
  }
  onSetting("shape", show);
  onSetting("language", show);
  unit.addEventListener("change", ({ target }) => {
    set("unit", /** @type {"lines" | "characters" | "headline"} */ (/** @type {HTMLInputElement} */ (target).value));
  });
  shape.addEventListener("change", ({ target }) => {
    set("shape", /** @type {"list" | "paragraph"} */ (/** @type {HTMLInputElement} */ (target).value));
  });
  form.addEventListener("change", ({ target }) =>
    set("whole", /** @type {HTMLInputElement} */ (target).value === "whole"),
  );
  less.addEventListener("click", onStep);
  more.addEventListener("click", onStep);
  // Emptied, or no number: the amount stays as it was.
  amount.addEventListener("change", () => (amount.value ? setAmount(Number(amount.value)) : show()));
  phrases.addEventListener("click", ({ target }) => {
    if (!(target instanceof HTMLButtonElement)) return;
    target.setAttribute("aria-pressed", String(target.getAttribute("aria-pressed") !== "true"));
    change();
  });
  word.addEventListener("input", (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) later(change);
  });
  word.addEventListener("compositionend", () => later(change));
}
