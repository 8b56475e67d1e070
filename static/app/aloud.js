/** The button that has the summary read aloud; where the browser cannot, there is none. */
import { byId, setText } from "../shared/dom.js";
import { setCurrent } from "./links.js";
import { say } from "./messages.js";
import { complain, onShown, shown } from "./page.js";

const button = byId("speak", HTMLButtonElement);

let speaking = false;

/** @param {boolean} now */
function setSpeaking(now) {
  if (speaking && !now) setCurrent(0);
  speaking = now;
  button.setAttribute("aria-pressed", String(now));
  setText(button, say(now ? "silence" : "speak"));
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
    const { speak } = await import("./late/speech.js");
    if (!speaking || (await speak(sentences, () => setSpeaking(false)))) return;
    complain(say("noVoice"));
  } catch {
    complain(say("unreachable"));
  }
  setSpeaking(false);
}

export function startAloud() {
  if (!("speechSynthesis" in window)) return;
  onShown((now) => {
    stop();
    button.hidden = !now?.summary.sentences.length;
  });
  addEventListener("pagehide", stop);
  button.addEventListener("click", () => (speaking ? stop() : void start()));
}
