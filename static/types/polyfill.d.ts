/** Types of `youten/polyfill`, which defines `Summarizer` and `CreateMonitor` where the browser has none. */
import type * as ours from "./summarizer.js";

/**
 * Puts ours in place of a Summarizer of the browser that is unavailable for these options (by default for summaries in
 * Japanese). Resolves to whether the page's Summarizer is ours.
 */
export function replaceUnavailable(options?: ours.SummarizerCreateCoreOptions): Promise<boolean>;

declare global {
  var Summarizer: typeof ours.Summarizer;
  interface Summarizer extends ours.Summarizer {}
  var CreateMonitor: typeof ours.CreateMonitor;
  interface CreateMonitor extends ours.CreateMonitor {}
}
