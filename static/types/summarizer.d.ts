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

export interface CreateMonitorEventMap {
  /** `loaded` is from 0 to 1. */
  downloadprogress: ProgressEvent;
}

/** Hears of the download. */
export class CreateMonitor extends EventTarget {
  private constructor();
  ondownloadprogress: ((this: CreateMonitor, event: ProgressEvent) => unknown) | null;
  addEventListener<K extends keyof CreateMonitorEventMap>(
    type: K,
    listener: (this: CreateMonitor, event: CreateMonitorEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof CreateMonitorEventMap>(
    type: K,
    listener: (this: CreateMonitor, event: CreateMonitorEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | EventListenerOptions,
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
