/**
 * The words that page, engine frame and worker use with each other. No logic.
 *
 *     page  <-- MessagePort, handed over once -->  frame (engine.html)  <-- Worker -->  worker
 *     fetcher  -- another MessagePort -->  frame
 *
 * The page starts the fetcher with `{variant}` and one end of the second channel, and opens the frame with
 * `window.postMessage({youten: PROTOCOL, variant}, origin, [requests, parts])`; everything else goes over the ports.
 * Offsets and lengths of text count UTF-16 code units; times are milliseconds.
 */

/** Version of all of this: the two sides of a connection must agree on it. */
export const PROTOCOL = 1;

/** How long the worker computes before it looks for messages. Short enough for a stop to feel immediate. */
export const BUDGET_MS = 40;

/** How long a change of options may go on after it was called off: it is short, and ending the worker costs more. */
export const COMPOSE_MS = 5000;

/**
 * How long a stop may be ignored before the worker is ended. A budget of 40 ms leaves room for a slow step; those of
 * a very long text, its reading and its ranking, take longer, and a stop shall be over within 200 ms.
 */
export const OBEY_MS = 120;

/**
 * A worker that has said nothing for so long while it had something to do hangs, or is gone without a word.
 * It speaks between steps, and the longest step is one sentence: no longer than the whole text.
 */
export const SILENCE_MS = 10_000;

/** The same for each UTF-16 code unit of the text; ten times what a slow phone takes. */
export const SILENCE_PER_UNIT_MS = 0.1;

/** The same for a start from files, which speaks at each phase. */
export const START_MS = 60_000;

/** Faults in a row (without a summary in between) after which the engine gives up. */
export const MAX_FAULTS = 3;

/** How long a snapshot may take to come back, once all its parts are here, before another way is taken. */
export const RESTORE_MS = 10_000;

/** Times one text may bring the worker down before it gets an error in place of a summary. */
export const MAX_ATTEMPTS = 2;

/** Boot phases in their order; some overlap, so that their times need not add up. */
export const PHASES = /** @type {const} */ (["download", "compile", "restore", "python", "packages", "dictionary"]);

/** @typedef {(typeof PHASES)[number]} Phase */
/** @typedef {Record<string, number>} Times  name of a phase -> milliseconds */
/** Ways to start, the usual one first; see worker/boot.js. */
export const VARIANTS = /** @type {const} */ (["snapshot", "packed", "stock"]);

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
 * @property {SummarySentence[]} sentences
 * @property {number} articleChars
 * @property {number} summaryChars
 * @property {number} compressionRate 0..1
 * @property {{code: string, message: string}[]} notices
 * @property {{start: number, end: number, role: string}[]} roles lines that are no running text
 * @property {SummarySentence | null} headline at most 40 characters; null where it was not asked for or not found
 * @property {string[]} keyphrases as the article spells them, the weightiest first
 */

/**
 * Every sentence that could have been chosen, in document order; 0 is the weakest of the article, 1 the best,
 * more where the reader's focus adds.
 * @typedef {[start: number, end: number, score: number][]} Salience
 */

/**
 * Text to paste somewhere: plain, Markdown, HTML, a box that carries the article's hash, or the notation of a service.
 * @typedef {"text" | "markdown" | "html" | "embed" | "qiita" | "zenn" | "hatena" | "wordpress" | "note"} Format
 */

/**
 * From the page to the frame. `compose` wants the article of the request `of` again, with other options and
 * without reading it anew, and `render` its summary as text; the worker only keeps the last one, and answers the
 * error `no_such_job` for others.
 * @typedef {{type: "summarize", id: number, text: string, title: string, options: Options, salience?: boolean}
 *   | {type: "compose", id: number, of: number, options: Options, salience?: boolean}
 *   | {type: "readings", id: number, of: number, spans: [number, number][], texts: string[], pack?: Bytes}
 *   | {type: "render", id: number, of: number, options: Options, format: Format}
 *   | {type: "cancel", id: number}} Request
 */

/**
 * How a stretch of text is read: a guess of the machine, save where the article itself gives the reading.
 * @typedef {[start: number, end: number, kana: string]} Ruby
 */

/**
 * Furigana, for each span of the article with its offsets, for each other text with offsets in that.
 * The error `no_readings` asks for the dictionary's second file, as `pack` of the same request.
 * @typedef {{spans: Ruby[][], texts: Ruby[][]}} Furigana
 */

/**
 * From the frame to the page. Every request is answered by exactly one of done, read, rendered, error or cancelled, save that
 * `again` asks for a new frame of that variant in place of this one, and for the unanswered requests once more;
 * without `store` for one that starts from nothing that this browser has stored unchecked.
 * @typedef {{type: "hello", protocol: number}
 *   | {type: "begun"}
 *   | {type: "download", loaded: number, total: number}
 *   | {type: "phase", name: Phase}
 *   | {type: "ready", phases: Times, heapBytes: number}
 *   | {type: "failed", code: string, detail: string}
 *   | {type: "again", variant: Variant, store: boolean}
 *   | {type: "progress", id: number, value: number}
 *   | {type: "done", id: number, summary: Summary, salience?: Salience, phases: Times, heapBytes: number}
 *   | {type: "read", id: number, furigana: Furigana}
 *   | {type: "rendered", id: number, text: string}
 *   | {type: "error", id: number, code: string, message: string}
 *   | {type: "cancelled", id: number}} Report
 */

/** @typedef {Extract<Report, {type: "done" | "read" | "rendered" | "error" | "cancelled"}>} Answer  ends its request */

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

/**
 * A file of this browser's own store; not checked yet. What can be spared is made of other parts where it is damaged.
 * @typedef {{stored: Blob | FileSystemFileHandle, hashes: readonly string[], spare?: boolean}} StoredPart
 */

/** @typedef {Bytes | WebAssembly.Module | StoredPart} Part  what a worker starts from; fetched wasm is compiled */

/**
 * From the fetcher to the frame: the names of all parts, then each of them, checked; `complete` with the times of
 * the download and of what was left to compile after it, or `failed`.
 * @typedef {{type: "names", names: string[]}
 *   | {type: "part", name: string, part: Part}
 *   | {type: "complete", times: Times}
 *   | Extract<Report, {type: "download" | "failed"}>} Delivery
 */

/**
 * What a worker needs to start. The frame keeps it for the next worker. A snapshot's parts are only lent: they are
 * large, a copy takes its time, and a worker that does not come to return them is not followed by one of this kit.
 * @typedef {object} Kit
 * @property {Variant} variant
 * @property {Map<string, Promise<Part>>} parts by name; they come in while the worker is starting
 */

/**
 * From the frame to the worker. A `part` follows for each of the names.
 * @typedef {{type: "boot", variant: Variant, names: string[]} | {type: "part", name: string, part: Part}
 *   | Request} Order
 */

/**
 * From the worker to the frame. `ready` returns the parts that were lent. `fault`: this worker is beyond repair.
 * @typedef {Answer | Extract<Report, {type: "begun" | "phase" | "progress"}>
 *   | {type: "ready", phases: Times, heapBytes: number, lent: [name: string, part: Bytes][]}
 *   | {type: "fault", code: string, detail: string}} Word
 */
