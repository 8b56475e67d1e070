/** Types of `youten`'s Summarizer: https://webmachinelearning.github.io/writing-assistance-apis/#summarizer-api */

export type SummarizerType = "tldr" | "teaser" | "key-points" | "headline";
export type SummarizerFormat = "plain-text" | "markdown";
export type SummarizerLength = "short" | "medium" | "long";
export type PerformancePreference = "auto" | "speed" | "capability";
export type Availability = "unavailable" | "downloadable" | "downloading" | "available";

export interface SummarizerCreateCoreOptions {
  /** Default "key-points". */
  type?: SummarizerType;
  /** Default "markdown". */
  format?: SummarizerFormat;
  /** Default "short": of key points, at most three. */
  length?: SummarizerLength;
  /** Accepted, without a difference. */
  preference?: PerformancePreference;
  /** BCP 47; "ja" and "en" are supported. */
  expectedInputLanguages?: Iterable<string>;
  expectedContextLanguages?: Iterable<string>;
  outputLanguage?: string;
}

export interface SummarizerCreateOptions extends SummarizerCreateCoreOptions {
  signal?: AbortSignal;
  monitor?: (monitor: CreateMonitor) => void;
  sharedContext?: string;
}

export interface SummarizerSummarizeOptions {
  signal?: AbortSignal;
  context?: string;
}

/** Hears of the download: "downloadprogress" with `loaded` from 0 to 1. */
export class CreateMonitor extends EventTarget {
  private constructor();
  ondownloadprogress: ((this: CreateMonitor, event: ProgressEvent) => unknown) | null;
  addEventListener(
    type: "downloadprogress",
    listener: ((event: ProgressEvent) => unknown) | EventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

export class Summarizer {
  private constructor();
  static create(options?: SummarizerCreateOptions): Promise<Summarizer>;
  static availability(options?: SummarizerCreateCoreOptions): Promise<Availability>;
  summarize(input: string, options?: SummarizerSummarizeOptions): Promise<string>;
  summarizeStreaming(input: string, options?: SummarizerSummarizeOptions): ReadableStream<string>;
  /** UTF-16 code units. */
  measureInputUsage(input: string, options?: SummarizerSummarizeOptions): Promise<number>;
  destroy(): void;
  readonly sharedContext: string;
  readonly type: SummarizerType;
  readonly format: SummarizerFormat;
  readonly length: SummarizerLength;
  readonly preference: PerformancePreference;
  readonly expectedInputLanguages: readonly string[] | null;
  readonly expectedContextLanguages: readonly string[] | null;
  readonly outputLanguage: string | null;
  /** UTF-16 code units. */
  readonly inputQuota: number;
}

/** Says where a youten site is, once, before `create()`: the address of its folder, ending in a slash. */
export function setSite(address: string | URL): void;
