/** Types of `<youten-box>`; `youten/react` and `youten/vue` have those for JSX and for templates. */

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

/** Events of `<youten-box>`. All of them bubble. */
export interface YoutenEventMap {
  "youten-ready": CustomEvent<{ engine: string; version: string }>;
  "youten-progress": CustomEvent<YoutenProgress>;
  "youten-summary": CustomEvent<YoutenSummary>;
  "youten-error": CustomEvent<YoutenError>;
  /** Stopped by the reader or by cancel(). */
  "youten-cancel": CustomEvent<object>;
  /** What was shown belonged to an article that is no longer there. */
  "youten-clear": CustomEvent<object>;
}

/** Attributes of `<youten-box>`, as written in markup. */
export interface YoutenBoxAttributes {
  /** Selector of the article. */
  for?: string;
  sentences?: number | string;
  "max-chars"?: number | string;
  format?: "list" | "paragraph";
  load?: "click" | "visible" | "never";
  theme?: "auto" | "light" | "dark" | "inherit";
  "ui-lang"?: string;
  label?: string;
  highlight?: boolean | "";
  "auto-update"?: boolean | "";
}

export interface YoutenBoxElement extends HTMLElement {
  /** Selector of the article; attribute `for`. */
  htmlFor: string;
  /** The article itself. What is set here comes before `for`. */
  get article(): Element | null;
  set article(element: Element | null | undefined);
  /** Attributes of the same names; null removes them. */
  sentences: number | null;
  maxChars: number | null;
  format: string;
  load: string;
  theme: string;
  uiLang: string;
  label: string;
  highlight: boolean;
  /** Whether another article is summarised without a click, once a summary was asked for. */
  autoUpdate: boolean;
  summarize(): Promise<YoutenSummary>;
  cancel(): void;
}

/** Attributes and listeners (`onyouten-summary` …) as JSX and templates take them. */
export type YoutenBoxProps = YoutenBoxAttributes & {
  [Name in keyof YoutenEventMap as `on${Name}`]?: (event: YoutenEventMap[Name]) => void;
};

/** Defines `<youten-box>`; `frame` is the address of a youten site's frame.html. */
export function defineBox(frame: URL): void;

declare global {
  interface HTMLElementTagNameMap {
    "youten-box": YoutenBoxElement;
  }
  // Elements, documents and windows.
  interface GlobalEventHandlersEventMap extends YoutenEventMap {}
}
