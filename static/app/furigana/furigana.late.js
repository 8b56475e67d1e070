/**
 * Adds furigana to headline, summary and article: first to the parts that are read first, then to the rest in portions.
 *
 * The readings are the dictionary's second file, fetched when a reader first asks for them and kept in a cache of
 * its own, so that it works offline from then on. They are the machine's guesses, and the page says so.
 */
import { isShared, ownName } from "../../shared/own.js";

/** @typedef {import("../../engine/protocol.js").Bytes} Bytes */
/** @typedef {import("../../engine/protocol.js").Ruby} Ruby */
/** @typedef {import("../page/shown.js").Shown} Shown */
/** @typedef {{title: Ruby[], sentences: Map<number, Ruby[]>}} Readings */

// Sentences in one request: few enough that other requests of the reader need not wait.
const PORTION = 40;
const PREFIX = ownName("readings-");

/**
 * Return the file of this release, from the cache or the server.
 * @param {URL} address
 * @param {AbortSignal} signal
 * @returns {Promise<Bytes>}
 */
export async function loadReadings(address, signal) {
  const name = PREFIX + (address.pathname.split("/").at(-2) ?? "");
  const cache = await openCache(name);
  const kept = await cache?.match(address).catch(() => undefined);
  const response = kept ?? (await fetch(address, { signal }));
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  // A service worker stores what it fetches for this page.
  if (!kept && !navigator.serviceWorker?.controller) await cache?.put(address, response.clone()).catch(() => undefined);
  return new Uint8Array(await response.arrayBuffer());
}

/**
 * Store the file and delete those of other releases. A failure is not an error.
 * @param {string} name
 */
async function openCache(name) {
  if (isShared()) return undefined;
  try {
    const others = (await caches.keys()).filter((other) => other.startsWith(PREFIX) && other !== name);
    await Promise.all(others.map((other) => caches.delete(other)));
    return await caches.open(name);
  } catch {
    return undefined;
  }
}

/**
 * Yield the readings of title and summary, then those of the article in portions.
 * @param {Shown} shown
 * @param {(spans: [number, number][], texts: string[]) => Promise<import("../../engine/protocol.js").Furigana>} ask
 * @returns {AsyncGenerator<Readings>}
 */
export async function* readings({ text, summary, salience }, ask) {
  const own = /** @type {[number, number][]} */ (summary.sentences.map(({ start, end }) => [start, end]));
  const first = await ask(own, [summary.title]);
  /** @type {Readings} */
  const found = { title: first.texts[0] ?? [], sentences: new Map() };
  const keep = (/** @type {[number, number][]} */ spans, /** @type {Ruby[][]} */ rubies) => {
    for (const [index, [start]] of spans.entries()) found.sentences.set(start, rubies[index] ?? []);
  };
  keep(own, first.spans);
  yield found;
  const rest = salience.map(([start, end]) => /** @type {[number, number]} */ ([start, end]));
  for (let at = 0; at < rest.length; at += PORTION) {
    const portion = rest.slice(at, at + PORTION).filter(([start]) => !found.sentences.has(start));
    if (portion.length) keep(portion, (await ask(portion, [])).spans);
  }
  yield { ...found, title: asInBody(summary.title, text, found) };
}

/**
 * Read the words of the title as the article reads them: it has more context, and may give the reading of a name.
 * @param {string} title
 * @param {string} text
 * @param {Readings} found
 */
function asInBody(title, text, { title: guessed, sentences }) {
  /** @type {Map<string, string>} */
  const known = new Map();
  for (const rubies of sentences.values()) {
    for (const [start, end, kana] of rubies) if (end - start > 1) known.set(text.slice(start, end), kana);
  }
  /** @type {Ruby[]} */
  const own = [];
  for (const [word, kana] of [...known].sort(([a], [b]) => b.length - a.length)) {
    for (let at = title.indexOf(word); at >= 0; at = title.indexOf(word, at + 1)) {
      if (!own.some(([start, end]) => at < end && start < at + word.length)) own.push([at, at + word.length, kana]);
    }
  }
  const rest = guessed.filter(([a, b]) => !own.some(([start, end]) => a < end && start < b));
  return [...own, ...rest].sort(([a], [b]) => a - b);
}
