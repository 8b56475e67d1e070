/** What the plugin may be told; the names and meanings of `youten inject`. */
export interface YoutenOptions {
  /** 1 to 10; 3 unless given. */
  sentences?: number;
  /** Hard limit on the characters of a box. */
  max_chars?: number;
  /** The same as a share of the article, 0 to 1. */
  ratio?: number;
  /** One line of at most 40 characters first. */
  headline?: boolean;
  /** 0 to 20 key phrases as well. */
  keyphrases?: number;
  /** Words that the readers want to read about. */
  focus?: string;
  /** Shorten more: what stands in brackets goes. */
  squeeze?: boolean;
  /** The element that the box is placed by; the article's headline unless given. */
  selector?: string;
  position?: "after" | "before" | "prepend" | "append";
  /** The element that holds the article. */
  article?: string;
  /** In Markdown: below the headline, or below the first paragraph. */
  place?: "top" | "lead";
  /** Whether the pages link to `youten.css`, the look of the box; true unless given. */
  style?: boolean;
  /** Language of messages. */
  lang?: "ja" | "en";
}

/** The part of Eleventy's configuration that the plugin uses. */
interface EleventyConfig {
  addTransform(name: string, transform: (this: Transforming, content: string) => Promise<string>): void;
  addPreprocessor(name: string, formats: string, note: (data: PageData) => undefined): void;
  on(event: string, listener: (event: { directories: { output: string } }) => Promise<void>): void;
}
interface Transforming {
  page: { inputPath: string; outputPath: string | false; url: string | false };
}
interface PageData {
  page: { inputPath: string };
  youten?: unknown;
}

export default function youten(eleventyConfig: EleventyConfig, options?: YoutenOptions): void;
