/**
 * What a page can ask of the engine.
 *
 * Knows nothing of the page that uses it, so that other pages can use it too. The frame, its files and its restarts
 * are in engine-frame.js, the messages in protocol.js.
 */
import { EngineError } from "../../shared/engine-error.js";
import { EngineFrame } from "./engine-frame.js";

/** @typedef {import("../protocol.js").Bytes} Bytes */
/** @typedef {import("../protocol.js").Furigana} Furigana */
/** @typedef {import("./engine-frame.js").Listener} Listener */
/** @typedef {import("../protocol.js").Options} Options */
/** @typedef {import("../protocol.js").Salience} Salience */
/** @typedef {import("../protocol.js").Summary} Summary */
/** @typedef {import("../protocol.js").Times} Times */

/** @typedef {{summary: Summary, salience?: Salience, phases: Times, heapBytes: number}} Result */

/**
 * @typedef {object} How
 * @property {string} [title] the headline, where the text does not hold it
 * @property {Options} options
 * @property {AbortSignal} signal
 * @property {boolean} [salience] ask for the score of every sentence as well
 * @property {(value: number) => void} [progress] 0..1
 */

/**
 * Whether an error of the engine has this code.
 * @param {unknown} thrown
 * @param {string} code
 */
const hasCode = (thrown, code) => thrown instanceof EngineError && thrown.code === code;

export class EngineClient extends EngineFrame {
  /** @type {{id: number, text: string} | undefined} the article that the engine still has */
  #last;

  /**
   * Summarise `text`; waits until the engine is ready. Rejects with an EngineError whose code is the bridge's
   * or the engine's, or with the signal's reason.
   * @param {string} text well-formed UTF-16
   * @param {How} how
   * @returns {Promise<Result>}
   */
  async summarize(text, { title = "", options, salience = false, ...how }) {
    const result = await this.ask({ type: "summarize", text, title, options, salience }, "done", how);
    this.#last = { id: result.id, text };
    return result;
  }

  /**
   * Summarise a text with other options; the text that was summarised last is not read again.
   * @param {string} text well-formed UTF-16
   * @param {How} how
   * @returns {Promise<Result>}
   */
  async compose(text, how) {
    if (this.#last?.text !== text) return this.summarize(text, how);
    const { options, salience = false, ...rest } = how;
    try {
      return await this.ask({ type: "compose", of: this.#last.id, options, salience }, "done", rest);
    } catch (thrown) {
      // A new worker has taken over, which has not read the article.
      if (hasCode(thrown, "no_such_job")) return this.summarize(text, how);
      throw thrown;
    }
  }

  /**
   * Return furigana for spans of the article that was summarised last, and for other texts.
   * @param {string} article
   * @param {{spans: [number, number][], texts: string[], signal: AbortSignal, load: () => Promise<Bytes>}} wish  `load`
   *   fetches the dictionary's second file, which an engine needs once
   * @returns {Promise<Furigana>}
   */
  async readings(article, { spans, texts, signal, load }) {
    const of = this.#last?.text === article ? this.#last.id : -1;
    const ask = async (/** @type {{pack?: Bytes}} */ more) =>
      (await this.ask({ type: "readings", of, spans, texts, ...more }, "read", { signal })).furigana;
    try {
      return await ask({});
    } catch (thrown) {
      if (!hasCode(thrown, "no_readings")) throw thrown;
      return ask({ pack: await load() });
    }
  }

  /**
   * Ask about an article, which is read again only if it is not the last one.
   * @template T
   * @param {string} text well-formed UTF-16
   * @param {Pick<How, "options" | "signal">} how
   * @param {(of: number) => Promise<T>} ask
   * @returns {Promise<T>}
   */
  async #about(text, how, ask) {
    if (this.#last?.text !== text) await this.summarize(text, how);
    try {
      return await ask(this.#last?.id ?? -1);
    } catch (thrown) {
      if (!hasCode(thrown, "no_such_job")) throw thrown;
      await this.summarize(text, how);
      return ask(this.#last?.id ?? -1);
    }
  }

  /**
   * Return the short form and the whole of sentences of an article.
   * @param {string} text well-formed UTF-16
   * @param {[number, number][]} spans
   * @param {Pick<How, "options" | "signal">} how with `maxChars`, the short form fits it, or is the shortest
   * @returns {Promise<import("../protocol.js").Forms[]>}
   */
  forms(text, spans, { options, signal }) {
    return this.#about(
      text,
      { options, signal },
      async (of) => (await this.ask({ type: "forms", of, options, spans }, "formed", { signal })).forms,
    );
  }

  /**
   * Return the summary of a text in an output format.
   * @param {string} text well-formed UTF-16
   * @param {import("../protocol.js").Format} format
   * @param {Pick<How, "options" | "signal"> & {lines?: [number, number][][]}} how `lines`: segments of a reader's lines
   * @returns {Promise<string>}
   */
  render(text, format, { options, signal, lines = [] }) {
    return this.#about(
      text,
      { options, signal },
      async (of) => (await this.ask({ type: "render", of, options, format, lines }, "rendered", { signal })).text,
    );
  }
}
