/**
 * Reads the summary aloud with the system's voices, line by line.
 *
 * Only voices on this device are used: others would send the text to a server.
 * Source: https://wicg.github.io/speech-api/#tts-section
 */
import { setCurrent } from "../late-imports.js";

// Some systems list their voices late, and some never report that the list is complete; ms.
const VOICES_MS = 1500;

/** @returns {SpeechSynthesisVoice | undefined} */
const japaneseVoice = () =>
  speechSynthesis.getVoices().find(({ lang, localService }) => localService && /^ja\b/i.test(lang.replace("_", "-")));

/** Return a Japanese voice of this device, once the system has listed its voices. */
async function findVoice() {
  const end = Date.now() + VOICES_MS;
  while (!japaneseVoice() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 100));
  return japaneseVoice();
}

/**
 * Read the sentences aloud one after the other.
 * @param {readonly string[]} sentences
 * @param {() => void} ended called at the end, or when it is stopped
 * @returns {Promise<boolean>} false: there is no voice on this device
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
