/**
 * What every page of a peer has in common: starts the tokenizer, marks when it can tokenise, lets it be asked.
 *
 * - `bench:ready`: User Timing mark, counted from navigation as youten's own marks are;
 * - `bench`: on the window, `{tokenize: (text) => tokens, memory: () => bytes | null}`; `error` if it failed.
 */

/**
 * @typedef {object} Peer
 * @property {(text: string) => number} tokenize gives the number of tokens
 * @property {() => number | null} memory bytes of WebAssembly memory; null: it lives in the JavaScript heap
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
