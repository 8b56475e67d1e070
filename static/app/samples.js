/** One click puts a sample article into the field; the articles load with the first click. */
import { byId, element } from "./dom.js";
import { say } from "./messages.js";
import { complain, putArticle } from "./page.js";

const KINDS = /** @type {const} */ (["news", "science", "minutes", "howto", "speech"]);
const WORDS = /** @type {const} */ ({
  news: "sampleNews",
  science: "sampleScience",
  minutes: "sampleMinutes",
  howto: "sampleHowto",
  speech: "sampleSpeech",
});

const row = byId("samples", HTMLElement);

/** @param {(typeof KINDS)[number]} kind */
async function put(kind) {
  try {
    const { SAMPLES } = await import("./late/samples.js");
    putArticle(SAMPLES[kind]);
  } catch {
    complain(say("unreachable"));
  }
}

export function startSamples() {
  const chips = KINDS.map((kind) => {
    const chip = element("button", "chip", say(WORDS[kind]));
    chip.setAttribute("type", "button");
    chip.addEventListener("click", () => void put(kind));
    return chip;
  });
  row.append(...chips);
}
