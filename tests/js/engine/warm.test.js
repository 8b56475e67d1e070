/** The text that the engine summarises for itself gives way to every request. */
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { warm } from "../../../static/engine/worker/warm.js";

const STEPS = 3;
const none = () => Promise.resolve();

/** A bridge that needs three steps, and what it was asked. */
function bridge() {
  /** @type {string[]} */
  const asked = [];
  let left = STEPS;
  const ask = (/** @type {any} */ { action }) => {
    asked.push(action);
    if (action === "cancel") return { ok: true, state: "cancelled" };
    if (action === "advance") left -= 1;
    return { ok: true, job: 1, state: left ? "working" : "done" };
  };
  return { ask, asked };
}

/** @type {[what: string, isWanted: (asked: string[]) => boolean, expected: string[]][]} */
const CASES = [
  ["to its end if nothing else is asked", () => false, ["begin", "advance", "advance", "advance"]],
  ["not at all if something was asked first", () => true, []],
  ["until something is asked", (asked) => asked.length >= 2, ["begin", "advance", "cancel"]],
];

for (const [what, isWanted, expected] of CASES) {
  test(`it is summarised ${what}`, async () => {
    const { ask, asked } = bridge();
    await warm(ask, () => isWanted(asked), none);
    deepEqual(asked, expected);
  });
}
