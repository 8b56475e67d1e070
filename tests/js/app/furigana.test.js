import "./browser.js";
import assert from "node:assert/strict";
import { test } from "node:test";

import { readings } from "../../../static/app/furigana/furigana.late.js";

test("the summary is read first, then the rest of the article in portions", async () => {
  const salience = Array.from({ length: 85 }, (_, index) => [10 * index, 10 * index + 9, 0]);
  const summary = { title: "題", sentences: [{ start: 20, end: 29 }] };
  const shown = /** @type {import("../../../static/app/page/shown.js").Shown} */ ({ text: "", summary, salience });
  /** @type {unknown[]} */
  const asked = [];
  /** @type {Parameters<typeof readings>[1]} */
  const ask = async (spans, texts) => {
    asked.push([spans.length, texts]);
    return { spans: spans.map(([start]) => [[start, start + 1, "か"]]), texts: texts.map(() => [[0, 1, "だい"]]) };
  };
  const steps = [];
  for await (const { title, sentences } of readings(shown, ask)) steps.push([title, sentences.size]);
  assert.deepEqual(asked, [
    [1, ["題"]],
    [39, []],
    [40, []],
    [5, []],
  ]);
  assert.deepEqual(steps, [
    [[[0, 1, "だい"]], 1],
    [[[0, 1, "だい"]], 85],
  ]);
});
