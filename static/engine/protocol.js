/**
 * Messages between page, engine frame, worker and fetcher. No logic; waiting times are in limits.js.
 *
 *     page  <-- MessagePort, handed over once -->  frame (engine.html)  <-- Worker -->  worker
 *     fetcher  -- another MessagePort -->  frame
 *
 * The page starts the fetcher with `{variant}` and one end of the second channel, and opens the frame with
 * `window.postMessage({youten: PROTOCOL, variant}, origin, [requests, parts])`; everything else goes over the ports.
 * Offsets and lengths of text count UTF-16 code units; times are milliseconds.
 */

/** Version of these messages; both sides of a connection must have the same. */
export const PROTOCOL = 1;

/** Phases of a start in their order. Some overlap, so their times need not add up. */
export const PHASES = /** @type {const} */ (["download", "compile", "restore", "python", "packages", "dictionary"]);

/** @typedef {(typeof PHASES)[number]} Phase */
/** @typedef {Record<string, number>} Times  name of a phase -> milliseconds */
/** Ways to start, the usual one first; see worker/boot.js. */
export const VARIANTS = /** @type {const} */ (["snapshot", "whole", "packed", "stock"]);
/** Those that start from a snapshot. @type {ReadonlySet<string>} */
export const RESTORED = new Set(["snapshot", "whole"]);

/** @typedef {(typeof VARIANTS)[number]} Variant */

/**
 * @typedef {object} Options
 * @property {number} [sentences] 1 to 10
 * @property {number} [maxChars] hard limit on the summary's characters
 * @property {"ja" | "en"} [lang] language of notices and errors
 * @property {number} [ratio] 0..1: hard limit as a share of the article
 * @property {boolean} [headline] one line in the manner of a headline as well
 * @property {number} [keyphrases] 0 to 20 key phrases as well
 * @property {string} [focus] words, separated by spaces, that the reader wants to read about
 * @property {boolean} [squeeze] shorten by riskier rules too
 * @property {boolean} [whole] sentences as they are written
 * @property {string} [form] how to read the text: "article", "minutes" …; "" as what it looks like
 */

/**
 * @typedef {object} SummarySentence
 * @property {string} text the segments, joined
 * @property {number} start of the whole sentence in the text
 * @property {number} end
 * @property {[number, number][]} segments what was kept
 * @property {{start: number, end: number, rule: string}[]} trims what was cut
 * @property {number} score
 * @property {Record<string, number>} parts
 */

/**
 * @typedef {object} Summary
 * @property {string} title
 * @property {string} [form] as what the text was read: "article", "minutes" …
 * @property {SummarySentence[]} sentences
 * @property {number} articleChars
 * @property {number} summaryChars
 * @property {number} compressionRate 0..1
 * @property {{code: string, message: string}[]} notices
 * @property {{start: number, end: number, role: string}[]} roles lines that are not running text
 * @property {SummarySentence | null} headline at most 40 characters; null where it was not asked for or not found
 * @property {string[]} keyphrases as the article spells them, by weight
 */

/**
 * Every sentence that could have been chosen, in document order. Scores: 0 is the article's lowest, 1 its highest;
 * the reader's focus adds to that.
 * @typedef {[start: number, end: number, score: number][]} Salience
 */

/**
 * Output formats: plain text, Markdown, HTML, a box with the article's hash, and the notations of services.
 * @typedef {"text" | "markdown" | "html" | "embed" | "qiita" | "zenn" | "hatena" | "wordpress" | "note"} Format
 */

/**
 * From the page to the frame. `compose` summarises the article of the request `of` with other options, without
 * reading it again; `forms` returns the short form and the whole of the sentences that begin at the spans; `render`
 * returns its summary in an output format, with the segments of a reader's own lines in `lines`. The worker keeps the last article only and
 * answers the error `no_such_job` for any other.
 * @typedef {{type: "summarize", id: number, text: string, title: string, options: Options, salience?: boolean}
 *   | {type: "compose", id: number, of: number, options: Options, salience?: boolean}
 *   | {type: "readings", id: number, of: number, spans: [number, number][], texts: string[], pack?: Bytes}
 *   | {type: "forms", id: number, of: number, options: Options, spans: [number, number][]}
 *   | {type: "render", id: number, of: number, options: Options, format: Format, lines?: [number, number][][]}
 *   | {type: "cancel", id: number}} Request
 */

/**
 * How a span of text is read: guessed, unless the article itself gives the reading.
 * @typedef {[start: number, end: number, kana: string]} Ruby
 */

/**
 * Furigana: for spans of the article with the article's offsets, for other texts with their own.
 * The error `no_readings` asks for the dictionary's second file, as `pack` of the same request.
 * @typedef {{spans: Ruby[][], texts: Ruby[][]}} Furigana
 */

/**
 * The short form of a sentence, and the whole; null where no sentence begins that may be chosen.
 * @typedef {[short: SummarySentence, whole: SummarySentence] | null} Forms
 */

/**
 * From the frame to the page. Every request gets exactly one of done, read, formed, rendered, error and cancelled. `again`
 * asks for a new frame with this variant, to which all requests without an answer are sent once more; without
 * `store`, it must not start from files that this browser has stored; `noted` makes it the usual one of this release.
 * @typedef {{type: "hello", protocol: number}
 *   | {type: "begun"}
 *   | {type: "download", loaded: number, total: number}
 *   | {type: "phase", name: Phase}
 *   | {type: "ready", phases: Times, heapBytes: number}
 *   | {type: "failed", code: string, detail: string}
 *   | {type: "again", variant: Variant, store: boolean, noted: boolean}
 *   | {type: "progress", id: number, value: number}
 *   | {type: "done", id: number, summary: Summary, salience?: Salience, phases: Times, heapBytes: number}
 *   | {type: "read", id: number, furigana: Furigana}
 *   | {type: "formed", id: number, forms: Forms[]}
 *   | {type: "rendered", id: number, text: string}
 *   | {type: "error", id: number, code: string, message: string}
 *   | {type: "cancelled", id: number}} Report
 */

/** @typedef {Extract<Report, {type: "done" | "read" | "formed" | "rendered" | "error" | "cancelled"}>} Answer  ends its request */

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

/**
 * A file from this browser's store, not checked yet. A spare one can be made from other parts if it is damaged.
 * @typedef {{stored: Blob | FileSystemFileHandle, hashes: readonly string[], spare?: boolean}} StoredPart
 */

/** @typedef {Bytes | WebAssembly.Module | StoredPart} Part  what a worker starts from; fetched wasm is compiled already */

/**
 * From the fetcher or the page to the frame: the names of all parts, then the parts; `complete` with the times of the
 * download and of the compiling after it, or `failed`. Fetched parts are checked.
 * @typedef {{type: "names", names: string[]}
 *   | {type: "part", name: string, part: Part}
 *   | {type: "complete", times: Times}
 *   | Extract<Report, {type: "download" | "failed"}>} Delivery
 */

/**
 * What a worker needs to start. The frame keeps it for the next worker. A snapshot's parts are large, so they are
 * lent instead of copied; if a worker does not return them, the next start needs another kit.
 * @typedef {object} Kit
 * @property {Variant} variant
 * @property {Map<string, Promise<Part>>} parts by name; they arrive while the worker is starting
 */

/**
 * From the frame to the worker. A `part` follows for each of the names.
 * @typedef {{type: "boot", variant: Variant, names: string[]} | {type: "part", name: string, part: Part}
 *   | Request} Order
 */

/**
 * From the worker to the frame. `ready` returns the parts that were lent. After `fault` the worker must be replaced.
 * @typedef {Answer | Extract<Report, {type: "begun" | "phase" | "progress"}>
 *   | {type: "ready", phases: Times, heapBytes: number, lent: [name: string, part: Bytes][]}
 *   | {type: "fault", code: string, detail: string}} Word
 */
