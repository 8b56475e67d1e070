/**
 * Reads the summary aloud with the system's voices, line by line.
 *
 * Only with voices that are on this device: others would send the text to their maker's server.
 * Source: https://wicg.github.io/speech-api/#tts-section
 */
import { setCurrent } from "../late-imports.js";

// Some systems tell their voices late, and some never say that they have told them; ms.
const VOICES_MS = 1500;

/** @returns {SpeechSynthesisVoice | undefined} */
const japaneseVoice = () =>
  speechSynthesis.getVoices().find(({ lang, localService }) => localService && /^ja\b/i.test(lang.replace("_", "-")));

/** A Japanese voice of this device, once the system has told its voices. */
async function findVoice() {
  const end = Date.now() + VOICES_MS;
  while (!japaneseVoice() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 100));
  return japaneseVoice();
}

/**
 * Reads the sentences one after the other.
 * @param {readonly string[]} sentences
 * @param {() => void} ended also where it was stopped
 * @returns {Promise<boolean>} false: there is no voice for it on this device
 */
export async function speak(sentences, ended) {
  const voice = await findVoice();
  if (!voice) return false;
  speechSynthesis.cancel();
  for (const [index, sentence] of sentences.entries()) {
    const utterance = new SpeechSynthesisUtterance(sentence);
    utterance.lang = voice.lang;
    utterance.voice = voice;
    utterance.onstart = () => setCurrent(index + 1);
    if (index === sentences.length - 1) utterance.onend = ended;
    utterance.onerror = ended;
    speechSynthesis.speak(utterance);
  }
  return true;
}
