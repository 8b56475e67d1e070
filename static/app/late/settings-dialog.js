/** The settings in one dialog; every choice holds at once and stays on this device. */
import { carryDraft, element, openDialog, resetSettings, set, setting, speaker } from "../kit.js";

/** @typedef {import("../settings.js").Settings} Settings */

const say = speaker({
  ja: {
    heading: "設定",
    size: "文字の大きさ",
    size0: "標準",
    size1: "大",
    size2: "特大",
    size3: "最大",
    theme: "配色",
    themeAuto: "端末に合わせる",
    themeLight: "明るい",
    themeDark: "暗い",
    language: "言語",
    languageAuto: "端末に合わせる",
    drafts: "読んでいる記事を残す",
    draftsNote: "読み込み直しても、記事が消えません。「別の記事」を押すと消えます。",
    history: "履歴を残す",
    historyNote: "オフにすると、残っている履歴も消えます。",
    kept: "ここでの選択も、記事も、この端末にだけ残り、どこにも送られません。",
    stored: "保存しているもの",
    reset: "設定を最初に戻す",
  },
  en: {
    heading: "Settings",
    size: "Text size",
    size0: "Normal",
    size1: "Large",
    size2: "Larger",
    size3: "Largest",
    theme: "Colours",
    themeAuto: "As the device",
    themeLight: "Light",
    themeDark: "Dark",
    language: "Language",
    languageAuto: "As the device",
    drafts: "Keep the article being read",
    draftsNote: "It survives a reload. “New” removes it.",
    history: "Keep a history",
    historyNote: "Switching it off deletes what was kept.",
    kept: "Your choices and your articles are kept on this device only and sent nowhere.",
    stored: "What is stored",
    reset: "Reset the settings",
  },
});

/**
 * A choice of one among few.
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

/**
 * A switch with a word on what it does.
 * @param {"drafts" | "history"} name
 */
function toggle(name) {
  const box = document.createElement("input");
  box.type = "checkbox";
  box.checked = setting(name);
  box.addEventListener("change", () => set(name, box.checked));
  const note = element("p", "quiet", say(`${name}Note`));
  note.id = `setting-${name}-note`;
  box.setAttribute("aria-describedby", note.id);
  return element("div", "setting", element("label", "switch", box, element("span", "", say(name))), note);
}

/** The page's words are set when it loads: another language is another load, with the same article. */
function reload() {
  carryDraft();
  location.reload();
}

export function openSettings() {
  const stored = element("button", "button", say("stored"));
  stored.setAttribute("type", "button");
  const reset = element("button", "button", say("reset"));
  reset.setAttribute("type", "button");
  const dialog = openDialog(say("heading"), [
    segments("size", [
      [0, say("size0")],
      [1, say("size1")],
      [2, say("size2")],
      [3, say("size3")],
    ]),
    segments("theme", [
      ["auto", say("themeAuto")],
      ["light", say("themeLight")],
      ["dark", say("themeDark")],
    ]),
    segments(
      "language",
      [
        ["auto", say("languageAuto")],
        ["ja", "日本語"],
        ["en", "English"],
      ],
      reload,
    ),
    toggle("drafts"),
    toggle("history"),
    element("p", "quiet", say("kept")),
    element("div", "row tools", stored, reset),
  ]);
  stored.addEventListener("click", async () => {
    const { showStorage } = await import("../installed/storage.js");
    dialog.close();
    await showStorage();
  });
  reset.addEventListener("click", () => {
    const language = setting("language");
    resetSettings();
    if (language !== setting("language")) return reload();
    dialog.close();
    openSettings();
  });
}
