/**
 * Common code of the peers' pages: starts the tokenizer, marks when it can tokenise, and exposes it.
 *
 * - `bench:ready`: User Timing mark, counted from navigation like youten's own marks;
 * - `bench`: on the window, `{tokenize: (text) => tokens, memory: () => bytes | null}`; `error` if it failed.
 */

/**
 * @typedef {object} Peer
 * @property {(text: string) => number} tokenize returns the number of tokens
 * @property {() => number | null} memory bytes of WebAssembly memory; null: it is in the JavaScript heap
 */

/** @param {() => Promise<Peer>} start */
export async function present(start) {
  const shared = /** @type {{bench?: object}} */ (/** @type {unknown} */ (globalThis));
  try {
    shared.bench = await start();
    performance.mark("bench:ready");
  } catch (error) {
    shared.bench = { error: String(error) };
  }
}
