/** The settings dialog. Every choice applies at once and is kept on this device. */
import {
  button,
  carryDraft,
  element,
  isShared,
  openDialog,
  resetSettings,
  set,
  setShared,
  setting,
  speaker,
} from "../late-imports.js";

/** @typedef {import("./settings.js").Settings} Settings */

const say = speaker(__WORDS__.settings);

/**
 * Make a choice of one among few.
 * @template {"size" | "theme" | "language"} K
 * @param {K} name
 * @param {readonly (readonly [Settings[K], string])[]} choices
 * @param {() => void} [then]
 */
function segments(name, choices, then) {
  const labels = choices.map(([value, text]) => {
    const radio = document.createElement("input");
    radio.type = "radio";
    radio.name = `setting-${name}`;
    radio.checked = setting(name) === value;
    radio.addEventListener("change", () => {
      set(name, value);
      then?.();
    });
    return element("label", "", radio, element("span", "", text));
  });
  return element("div", "setting", element("fieldset", "segments", element("legend", "label", say(name)), ...labels));
}

/** Delete what is stored and keep nothing more, or end that. @param {boolean} shared */
async function share(shared) {
  setShared(shared);
  if (!shared) return;
  const { leaveNothing } = await import("../offline/storage.late.js");
  await leaveNothing();
  setShared(true); // what was deleted included this
}

/**
 * Make a switch with a note on what it does.
 * @param {"drafts" | "history" | "shared"} name
 * @param {boolean} on
 * @param {(on: boolean) => unknown} change
 */
function toggle(name, on, change) {
  const box = document.createElement("input");
  box.type = "checkbox";
  box.checked = on;
  box.addEventListener("change", () => change(box.checked));
  const note = element("p", "quiet", say(`${name}Note`));
  note.id = `setting-${name}-note`;
  box.setAttribute("aria-describedby", note.id);
  return element("div", "setting", element("label", "switch", box, element("span", "", say(name))), note);
}

/** Reload with the same article: the language is chosen when the page loads. */
function reload() {
  carryDraft();
  location.reload();
}

export function openSettings() {
  const stored = button(say("stored"), async () => {
    const { openStorage } = await import("../offline/storage.late.js");
    dialog.close();
    await openStorage();
  });
  const reset = button(say("reset"), () => {
    const language = setting("language");
    resetSettings();
    if (language !== setting("language")) return reload();
    dialog.close();
    openSettings();
  });
  const sizes = /** @type {const} */ ([0, 1, 2, 3]).map((size) => /** @type {const} */ ([size, say(`size${size}`)]));
  const themes = /** @type {const} */ ([
    ["auto", say("themeAuto")],
    ["light", say("themeLight")],
    ["dark", say("themeDark")],
  ]);
  const languages = /** @type {const} */ ([
    ["auto", say("languageAuto")],
    ["ja", "日本語"],
    ["en", "English"],
  ]);
  const dialog = openDialog(say("heading"), [
    segments("size", sizes),
    segments("theme", themes),
    segments("language", languages, reload),
    toggle("drafts", setting("drafts"), (on) => set("drafts", on)),
    toggle("history", setting("history"), (on) => set("history", on)),
    toggle("shared", isShared(), (on) => {
      dialog.close();
      void share(on).then(openSettings);
    }),
    element("p", "quiet", say("kept")),
    element("div", "row tools", stored, reset),
  ]);
}
