/** Types of `youten/polyfill`, which defines `Summarizer` and `CreateMonitor` where the browser has none. */

/**
 * Puts ours in place of a Summarizer of the browser that is unavailable for these options (by default for summaries in
 * Japanese). Resolves to whether the page's Summarizer is ours.
 */
export function replaceUnavailable(options?: import("./summarizer.js").SummarizerCreateCoreOptions): Promise<boolean>;
