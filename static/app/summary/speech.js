/** The button that reads the summary aloud; hidden where the browser cannot. */
import { byId, setText } from "../../shared/dom.js";
import { inTime, reportLate } from "../page/late.js";
import { onShown, shown } from "../page/shown.js";
import { complain } from "../page/status.js";
import { say } from "../words/say.js";
import { setCurrent } from "../page/jump.js";

const button = byId("speak", HTMLButtonElement);
const label = button.textContent ?? "";

let speaking = false;

/** @param {boolean} now */
function setSpeaking(now) {
  if (speaking && !now) setCurrent(0);
  speaking = now;
  button.setAttribute("aria-pressed", String(now));
  setText(button, now ? say("silence") : label);
}

function stop() {
  if (!speaking) return;
  speechSynthesis.cancel();
  setSpeaking(false);
}

async function start() {
  const sentences = shown()?.summary.sentences.map(({ text }) => text) ?? [];
  setSpeaking(true);
  complain("");
  try {
    const { speak } = await inTime(import("./speech.late.js"));
    if (!speaking || (await speak(sentences, () => setSpeaking(false)))) return;
    complain(say("noVoice"));
  } catch (thrown) {
    reportLate(thrown);
  }
  setSpeaking(false);
}

export function startSpeech() {
  if (!("speechSynthesis" in window)) return;
  onShown((now) => {
    stop();
    button.hidden = !now?.summary.sentences.length;
  });
  addEventListener("pagehide", stop);
  button.addEventListener("click", () => (speaking ? stop() : void start()));
}
