/** The switch for furigana; what is behind it loads with its first use. */
import { byId } from "../shared/dom.js";
import { say } from "./messages.js";
import { complain, onShown, shown } from "./page.js";
import { onSetting, set, setting } from "./settings.js";
import * as sheet from "./sheet.js";

/** @typedef {import("../engine/host/client.js").EngineClient} EngineClient */

const box = byId("furigana", HTMLInputElement);
const note = byId("furigana-note", HTMLElement);

/** @type {AbortController | undefined} */
let reading;

/**
 * @param {EngineClient} engine
 * @param {URL} address of the dictionary's second file
 */
async function show(engine, address) {
  reading?.abort();
  const now = shown();
  if (!now || !setting("furigana")) return;
  const controller = new AbortController();
  reading = controller;
  const { signal } = controller;
  try {
    const { loadReadings, readings } = await import("./late/furigana.js");
    const load = () => loadReadings(address);
    const ask = (/** @type {[number, number][]} */ spans, /** @type {string[]} */ texts) =>
      engine.readings(now.text, { spans, texts, signal, load });
    for await (const found of readings(now, ask)) {
      if (signal.aborted) return;
      sheet.showFurigana(now, found);
    }
  } catch {
    if (signal.aborted) return;
    complain(say("noFurigana"));
    set("furigana", false);
  }
}

/**
 * @param {EngineClient} engine
 * @param {URL} address of the dictionary's second file
 */
export function startFurigana(engine, address) {
  const update = () => {
    box.checked = setting("furigana");
    note.hidden = !setting("furigana");
  };
  update();
  onShown(() => void show(engine, address));
  onSetting("furigana", () => {
    update();
    const now = shown();
    if (setting("furigana")) void show(engine, address);
    else if (now) sheet.showSummary(now);
  });
  box.addEventListener("change", () => {
    complain("");
    set("furigana", box.checked);
  });
}
