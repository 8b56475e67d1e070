/** Types of `<youten-box>`. */

export interface YoutenSentence {
  text: string;
  /** UTF-16 code units of `YoutenSummary.text`; -1 where the sentence was not found there. */
  start: number;
  end: number;
  segments: [number, number][];
}

/** Detail of "youten-summary". */
export interface YoutenSummary {
  sentences: YoutenSentence[];
  /** The article as it was read from the page. */
  text: string;
  engine: string;
  version: string;
}

/** Detail of "youten-progress". */
export interface YoutenProgress {
  stage: "download" | "start" | "summarize";
  /** 0..1 */
  value: number;
}

/** Detail of "youten-error". */
export interface YoutenError {
  code: string;
  message: string;
  recoverable: boolean;
}

export interface YoutenBoxElement extends HTMLElement {
  /** Selector of the article; attribute `for`. */
  htmlFor: string;
  /** Attributes of the same names; null removes them. */
  sentences: number | null;
  maxChars: number | null;
  format: string;
  load: string;
  theme: string;
  uiLang: string;
  label: string;
  highlight: boolean;
  summarize(): Promise<YoutenSummary>;
  cancel(): void;
}

/** Defines `<youten-box>`; `frame` is the address of a youten site's frame.html. */
export function defineBox(frame: URL): void;

declare global {
  interface HTMLElementTagNameMap {
    "youten-box": YoutenBoxElement;
  }
  interface HTMLElementEventMap {
    "youten-ready": CustomEvent<{ engine: string; version: string }>;
    "youten-progress": CustomEvent<YoutenProgress>;
    "youten-summary": CustomEvent<YoutenSummary>;
    "youten-error": CustomEvent<YoutenError>;
    /** Stopped by the reader or by cancel(). */
    "youten-cancel": CustomEvent<object>;
  }
}
