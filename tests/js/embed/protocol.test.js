/** Messages between a host page and our frame: what does not fit is no message. */
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { isOurs, reportFrom, requestFrom } from "../../../static/embed/protocol.js";

const ASK = { type: "summarize", id: 1, text: "港が開いた。", title: "", options: {} };
const LONG_LINE = "あ".repeat(501);

/** Field -> values that it must not have. @type {Record<string, unknown[]>} */
const FIELDS = {
  type: ["", "Summarize", "hello", "result", "ready", "constructor", "__proto__", null, 1, [], {}, undefined],
  id: [0, -1, 1.5, "1", null, [], {}, true, 2 ** 53, undefined],
  text: [null, 1, [], {}, true, "あ".repeat(1_000_001), undefined],
  title: [null, 1, [], {}, true, LONG_LINE],
  options: [null, 1, "", [], true, undefined],
};
/** @type {Record<string, unknown[]>} */
const OPTIONS = {
  sentences: [0, 11, -1, 1.5, "3", null, [], {}, true],
  maxChars: [0, -5, 1.5, "9", null, [], {}, true],
  lang: ["de", "", null, 1, [], {}],
  headline: ["true", 1, 0, null, [], {}],
  squeeze: ["true", 1, 0, null, [], {}],
  focus: [1, null, [], {}, true, LONG_LINE],
};

/** What a value looks like in the name of a test. @param {unknown} value */
const shown = (value) => (JSON.stringify(value) ?? String(value)).slice(0, 30);

test("a whole request, with known fields only", () => {
  const options = { sentences: 5, maxChars: 90, lang: "en", headline: true, squeeze: false, focus: "港" };
  deepEqual(requestFrom({ ...ASK, options: { ...options, colour: "red" }, more: 1 }), { ...ASK, options });
  deepEqual(requestFrom({ type: "cancel", id: 7, text: "x" }), { type: "cancel", id: 7 });
});

for (const [field, values] of Object.entries(FIELDS)) {
  test(`no request: ${field}`, () => {
    for (const value of values) equal(requestFrom({ ...ASK, [field]: value }), undefined, shown(value));
  });
}

for (const [option, values] of Object.entries(OPTIONS)) {
  test(`no request: option ${option}`, () => {
    for (const value of values) equal(requestFrom({ ...ASK, options: { [option]: value } }), undefined, shown(value));
  });
}

test("no request at all", () => {
  for (const data of [null, true, 0, "", "cancel", [], {}, undefined]) equal(requestFrom(data), undefined, shown(data));
  for (const id of FIELDS["id"] ?? []) equal(requestFrom({ type: "cancel", id }), undefined, shown(id));
});

const SUMMARY = { sentences: [{ text: "港が開いた。", start: 0, end: 6 }], notices: [] };
/** @type {object[]} */
const REPORTS = [
  { type: "hello", version: 1, engine: "0.1.0" },
  { type: "stage", stage: "download", value: 0.5 },
  { type: "stage", stage: "start", value: 0 },
  { type: "ready" },
  { type: "failed", code: "damaged" },
  { type: "progress", id: 1, value: 1 },
  { type: "result", id: 1, summary: SUMMARY },
  { type: "error", id: 1, code: "too_long", message: "" },
];
const WRONG = [
  { type: "hello", version: "1", engine: "0.1.0" },
  { type: "hello", version: 1, engine: "x".repeat(101) },
  { type: "stage", stage: "restore", value: 0.5 },
  { type: "stage", stage: "download", value: 1.5 },
  { type: "failed" },
  { type: "progress", id: 0, value: 1 },
  { type: "result", id: 1, summary: { sentences: [{ text: 1 }], notices: [] } },
  { type: "result", id: 1, summary: { sentences: [] } },
  { type: "result", id: 1, summary: null },
  { type: "error", id: 1, code: "x", message: "x".repeat(1001) },
  { type: "constructor" },
  { type: "toString" },
  {},
  [],
  null,
  "ready",
];

test("reports", () => {
  for (const report of REPORTS) equal(reportFrom(report), report, shown(report));
  for (const report of WRONG) equal(reportFrom(report), undefined, shown(report));
});

const CONNECT = { youten: "youten-embed", version: 1, type: "connect" };
/** @type {[field: string, values: unknown[]][]} */
const FOREIGN = [
  ["youten", ["youten", "", null, 1, "YOUTEN-EMBED", ["youten-embed"], undefined]],
  ["version", [0, 2, "1", null, 1.5, [1], true, undefined]],
  ["type", ["summarize", "height", "", null, 1, ["connect"], undefined]],
];

test("messages through the window", () => {
  equal(isOurs(CONNECT, "connect"), true);
  for (const [field, values] of FOREIGN) {
    for (const value of values)
      equal(isOurs({ ...CONNECT, [field]: value }, "connect"), false, `${field} ${shown(value)}`);
  }
  for (const data of [null, true, 0, "", "connect", [], {}, [CONNECT]])
    equal(isOurs(data, "connect"), false, shown(data));
});
