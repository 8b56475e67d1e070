/** Relative luminance of computed colours. */
import { equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { luminance } from "../../../static/embed/element/theme.js";

/** Expected values from the formula of WCAG 2.2. @type {[colour: string, expected: number | undefined][]} */
const COLOURS = [
  ["rgb(255, 255, 255)", 1],
  ["rgb(0, 0, 0)", 0],
  ["rgb(255, 0, 0)", 0.2126],
  ["rgba(0, 0, 255, 0.9)", 0.0722],
  ["color(srgb 0 1 0)", 0.7152],
  ["rgb(119, 119, 119)", 0.1845],
  ["rgba(0, 0, 0, 0)", undefined],
  ["rgba(255, 255, 255, 0.4)", undefined],
  ["color(display-p3 1 1 1)", undefined],
  ["transparent", undefined],
  ["", undefined],
];

for (const [colour, expected] of COLOURS) {
  test(`luminance of ${colour || "nothing"}`, () => {
    const found = luminance(colour);
    if (expected === undefined) equal(found, undefined);
    else ok(Math.abs(Number(found) - expected) < 0.001, String(found));
  });
}
