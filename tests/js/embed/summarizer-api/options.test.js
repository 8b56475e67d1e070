/** Options of the Summarizer interface, as Web IDL and the specification convert them. */
import { deepEqual, equal, throws } from "node:assert/strict";
import { test } from "node:test";
import {
  canonicalized,
  fitted,
  toCoreOptions,
  toCreateOptions,
  toSummarizeOptions,
} from "../../../../static/embed/summarizer-api/options.js";

const DEFAULTS = { type: "key-points", format: "markdown", length: "short", preference: "auto" };

/** @type {[given: unknown, expected: object, reason: string][]} */
const VALID = [
  [undefined, {}, "nothing"],
  [null, {}, "null"],
  [{}, {}, "an empty dictionary"],
  [{ type: "tldr", colour: "red" }, { type: "tldr" }, "unknown members"],
  [{ type: { toString: () => "headline" } }, { type: "headline" }, "a value that becomes a string"],
  [{ expectedInputLanguages: new Set(["ja", "en"]) }, { expectedInputLanguages: ["ja", "en"] }, "any iterable"],
  [Object.create({ format: "plain-text" }), { format: "plain-text" }, "inherited members"],
];

for (const [given, expected, reason] of VALID) {
  test(`options: ${reason}`, () => deepEqual(toCoreOptions(given), { ...DEFAULTS, ...expected }));
}

/** @type {[given: unknown, reason: string][]} */
const INVALID = [
  [1, "a number"],
  ["tldr", "a string"],
  [{ type: "tl;dr" }, "not a type"],
  [{ type: null }, "null is the string of it"],
  [{ length: "Short" }, "another case"],
  [{ outputLanguage: Symbol("ja") }, "a symbol"],
  [{ expectedInputLanguages: "ja" }, "a string is no sequence"],
  [{ expectedInputLanguages: {} }, "not iterable"],
  [{ signal: new EventTarget() }, "no signal"],
  [{ monitor: {} }, "no function"],
];

for (const [given, reason] of INVALID) {
  test(`no options: ${reason}`, () => throws(() => toCreateOptions(given), TypeError));
}

test("members are read in the order of the standard", () => {
  /** @type {string[]} */
  const read = [];
  toCreateOptions(new Proxy({}, { get: (_, name) => void read.push(String(name)) }));
  deepEqual(read, [
    "expectedContextLanguages", "expectedInputLanguages", "format", "length", "outputLanguage", "preference", "type",
    "monitor", "sharedContext", "signal",
  ]); // prettier-ignore
});

test("options of one text", () => {
  deepEqual(toSummarizeOptions({ context: 5, type: "tldr" }), { context: "5" });
  const signal = AbortSignal.abort();
  equal(toSummarizeOptions({ signal }).signal, signal);
});

test("language tags are made canonical, malformed ones throw", () => {
  const options = canonicalized(
    toCoreOptions({ expectedInputLanguages: ["JA", "ja", "EN-us"], outputLanguage: "ja-jp" }),
  );
  deepEqual(options.expectedInputLanguages, ["ja", "en-US"]);
  equal(options.outputLanguage, "ja-JP");
  throws(() => canonicalized(toCoreOptions({ outputLanguage: "日本語" })), RangeError);
});

/** @type {[options: object, expected: string | undefined | null, reason: string][]} null: not supported */
const LANGUAGES = [
  [{}, undefined, "none"],
  [{ outputLanguage: "ja-JP" }, "ja", "a region"],
  [{ outputLanguage: "en-u-ca-buddhist" }, "en", "an extension"],
  [{ outputLanguage: "fr" }, null, "another language"],
  [{ expectedInputLanguages: ["ja", "fr"] }, null, "another language of texts"],
  [{ expectedContextLanguages: ["ko"] }, null, "another language of contexts"],
];

for (const [options, expected, reason] of LANGUAGES) {
  test(`supported languages: ${reason}`, () => {
    const found = fitted(canonicalized(toCoreOptions(options)));
    equal(found ? found.outputLanguage : null, expected);
  });
}
