/**
 * Defines `Summarizer` and `CreateMonitor` on secure pages in browsers without a Summarizer.
 *
 * A browser may have one that is unavailable, for want of a model or of the language. Ours takes its place only if the
 * page asks for that with replaceUnavailable().
 */
import { CreateMonitor, Summarizer } from "./summarizer.js";

const JAPANESE = { expectedInputLanguages: ["ja"], outputLanguage: "ja" };

/** @param {string} name @param {unknown} value */
const define = (name, value) => Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });

/** Define both classes: a monitor of ours is no instance of a browser's CreateMonitor, which other interfaces share. */
function takeOver() {
  define("Summarizer", Summarizer);
  define("CreateMonitor", CreateMonitor);
}

/**
 * Put ours in place of a Summarizer of the browser that is unavailable for these options.
 * @param {object} [options] as for Summarizer.availability(); by default for summaries in Japanese
 * @returns {Promise<boolean>} whether the page's Summarizer is ours
 */
export async function replaceUnavailable(options = JAPANESE) {
  const { Summarizer: current } = /** @type {{Summarizer?: typeof Summarizer}} */ (/** @type {unknown} */ (globalThis));
  if (current === Summarizer) return true;
  const availability = await current?.availability(options).catch(() => "unavailable");
  if (availability !== "unavailable" || !globalThis.isSecureContext) return false;
  takeOver();
  return true;
}

if (globalThis.isSecureContext && !("Summarizer" in globalThis)) {
  takeOver();
}
