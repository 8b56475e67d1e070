/** The switch for furigana. Readings and their dictionary load when it is first used. */
import { byId } from "../../shared/dom.js";
import { inTime } from "../page/late.js";
import { onShown, shown } from "../page/shown.js";
import { complain } from "../page/status.js";
import { onSetting, set, setting } from "../settings/settings.js";
import { engine, engineAddress } from "../start.js";
import { showFurigana, showSummary } from "../summary/box.js";
import { say } from "../words/say.js";

// The dictionary's second file, beside the engine's page.
const DICTIONARY = new URL("readings.bin.gz", engineAddress);

const toggle = byId("furigana", HTMLInputElement);
const note = byId("furigana-note", HTMLElement);

/** @type {AbortController | undefined} */
let reading;

async function show() {
  reading?.abort();
  const now = shown();
  if (!now || !setting("furigana")) return;
  const controller = new AbortController();
  reading = controller;
  const { signal } = controller;
  try {
    const { loadReadings, readings } = await inTime(import("./furigana.late.js"));
    const load = () => inTime(loadReadings(DICTIONARY, signal));
    const ask = (/** @type {[number, number][]} */ spans, /** @type {string[]} */ texts) =>
      engine.readings(now.text, { spans, texts, signal, load });
    for await (const found of readings(now, ask)) {
      if (signal.aborted) return;
      showFurigana(now, found);
    }
  } catch {
    if (signal.aborted) return;
    complain(say("noFurigana"));
    set("furigana", false);
  }
}

function update() {
  toggle.checked = setting("furigana");
  note.hidden = !setting("furigana");
}

export function startFurigana() {
  update();
  onShown(() => void show());
  onSetting("furigana", () => {
    update();
    const now = shown();
    if (setting("furigana")) void show();
    else {
      reading?.abort(); // also a download that stands still
      if (now) showSummary(now);
    }
  });
  toggle.addEventListener("change", () => {
    complain("");
    set("furigana", toggle.checked);
  });
}
