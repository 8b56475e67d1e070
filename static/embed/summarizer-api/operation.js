/**
 * "Get an aggregated AI model result", "get a streaming AI model result" and "measure AI model input usage".
 *
 * Source: https://webmachinelearning.github.io/writing-assistance-apis/#supporting-results.
 */
import { isFullyActive, queueTask } from "./creation.js";
import { domError, quotaError, summarizeError } from "./errors.js";
import { languageOf } from "./languages.js";
import { chunksOf, engineOptions } from "./results.js";

/** @typedef {import("./creation.js").Engine} Engine */
/** @typedef {import("./options.js").CreateOptions} CreateOptions */
/** @typedef {import("./options.js").SummarizeOptions} SummarizeOptions */

/** @typedef {{engine: Engine, options: CreateOptions, quota: number, destroyed: AbortSignal}} Model */

/**
 * Return a controller that is aborted with the first of `signals`, with its reason; aborting it ends the listening.
 * (AbortSignal.any is newer than the oldest browser we support.)
 * @param {readonly (AbortSignal | undefined)[]} signals
 */
function anyOf(signals) {
  const controller = new AbortController();
  for (const signal of signals) {
    if (signal?.aborted) controller.abort(signal.reason);
    else
      signal?.addEventListener("abort", () => controller.abort(signal.reason), {
        once: true,
        signal: controller.signal,
      });
  }
  return controller;
}

/**
 * Return the input usage of a text in UTF-16 code units; never 0, because there is a quota.
 * @param {string} input
 * @param {string} [context]
 */
const usage = (input, context = "") => Math.max(1, input.length + context.length);

/** "Summarizable content": anything but white space and control characters. @param {string} text */
const isSummarizable = (text) => /[^\s\p{C}]/u.test(text);

/**
 * "Summarize": return the pieces of the summary.
 * @param {Model} model
 * @param {string} input
 * @param {SummarizeOptions} options
 * @param {AbortSignal} signal
 */
async function summarize({ engine, options, quota }, input, { context }, signal) {
  const requested = usage(input, context);
  if (requested > quota) throw quotaError(requested, quota);
  if (!isSummarizable(input)) return [];
  const language = languageOf(input);
  if (language === undefined) throw domError("NotSupportedError", "The text is in a language that is not supported.");
  if (language && options.outputLanguage && options.outputLanguage !== language) {
    throw domError("NotSupportedError", `The text is not in "${options.outputLanguage}", and nothing is translated.`);
  }
  try {
    const summary = await engine.summarize(input, { options: engineOptions(options, context), signal });
    return chunksOf(summary, options);
  } catch (thrown) {
    throw signal.aborted ? thrown : summarizeError(thrown);
  }
}

/** @param {Model} model @param {SummarizeOptions} options */
function start({ destroyed }, { signal }) {
  if (!isFullyActive()) throw domError("InvalidStateError", "The document is not fully active.");
  const controller = anyOf([destroyed, signal]);
  if (controller.signal.aborted) throw controller.signal.reason;
  return controller;
}

/**
 * Return a promise that is settled in a task, or rejected as soon as `controller` is aborted. Afterwards nothing of it
 * is kept by signals that live on.
 * @template T
 * @param {AbortController} controller
 * @param {(resolve: (value: T) => void, reject: (reason: unknown) => void) => void} work
 * @returns {Promise<T>}
 */
function settled(controller, work) {
  const { signal } = controller;
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    const then = (/** @type {() => void} */ settle) =>
      queueTask(() => {
        settle();
        controller.abort();
      });
    work(
      (value) => then(() => resolve(value)),
      (reason) => then(() => reject(reason)),
    );
  });
}

/**
 * @param {Model} model
 * @param {string} input
 * @param {SummarizeOptions} options
 * @returns {Promise<string>}
 */
export function aggregated(model, input, options) {
  const controller = start(model, options);
  return settled(controller, (resolve, reject) => {
    summarize(model, input, options, controller.signal).then((chunks) => resolve(chunks.join("")), reject);
  });
}

/**
 * @param {Model} model
 * @param {string} input
 * @param {SummarizeOptions} options
 * @returns {ReadableStream<string>}
 */
export function streaming(model, input, options) {
  const controller = start(model, options);
  const { signal } = controller;
  let over = false;
  return new ReadableStream({
    start(stream) {
      signal.addEventListener("abort", () => {
        if (!over) stream.error(signal.reason);
        over = true;
      });
      const end = (/** @type {() => void} */ work) => {
        over = true;
        work();
        controller.abort();
      };
      const then = (/** @type {() => void} */ work) => queueTask(() => void (over || work()));
      summarize(model, input, options, signal).then(
        (chunks) => {
          for (const chunk of chunks) then(() => stream.enqueue(chunk));
          then(() => end(() => stream.close()));
        },
        (error) => then(() => end(() => stream.error(error))),
      );
    },
    cancel() {
      over = true;
      controller.abort();
    },
  });
}

/**
 * @param {Model} model
 * @param {string} input
 * @param {SummarizeOptions} options
 * @returns {Promise<number>}
 */
export function measured(model, input, options) {
  return settled(start(model, options), (resolve) => resolve(usage(input, options.context)));
}
