/** The decoder of connection costs, against an encoder written here from the format's description. */
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { costsOf } from "../../../static/engine/files/connection-costs.js";

const COUNT = 70; // more than one block of the transposition
const BIAS = 300;

/** @param {number[][]} rows @param {number[]} parents each before its line, or the line itself */
const residuals = (rows, parents) =>
  rows.map((row, line) => {
    const parent = /** @type {number} */ (parents[line]);
    return parent === line ? row : row.map((value, at) => value - /** @type {number} */ (rows[parent]?.[at]));
  });

/** @param {number[][]} rows @returns {number[][]} */
const transposed = (rows) => rows.map((_, column) => rows.map((row) => /** @type {number} */ (row[column])));

/** A list of parents: the line before, except every seventh. @param {number} step */
const parentsOf = (step) => Array.from({ length: COUNT }, (_, line) => (line % (7 + step) === 0 ? line : line - 1));

test("four steps are undone", () => {
  const costs = Array.from({ length: COUNT }, (_, left) =>
    Array.from({ length: COUNT }, (_, right) => ((left * 31 + right * 17) % 4001) - 2000),
  );
  const parents = [0, 1, 2, 3].map(parentsOf);
  const [first = [], second = [], third = [], fourth = []] = parents;
  const packed = residuals(residuals(transposed(residuals(residuals(costs, fourth), third)), second), first).flat();
  const size = COUNT * COUNT;
  const dictionary = new Uint8Array(2 * size + 8 * COUNT);
  packed.forEach((value, at) => {
    const stored = (value + BIAS) & 0xffff;
    dictionary[at] = stored & 0xff;
    dictionary[size + at] = stored >> 8;
  });
  dictionary.set(new Uint8Array(new Uint16Array(parents.flat()).buffer), 2 * size);
  const bytes = costsOf(dictionary, { count: COUNT, low: 0, high: size, parents: 2 * size, bias: BIAS });
  deepEqual(Array.from(new Int16Array(bytes.buffer)), costs.flat());
});
