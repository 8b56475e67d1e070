/** The text that the engine summarises for itself gives way to every request, and to the file that it waits for. */
import { equal, rejects } from "node:assert/strict";
import { test } from "node:test";
import { practiseUntil, warm } from "../../../static/engine/worker/warm.js";

const STEPS = 3;
const none = () => Promise.resolve();

/** Something to practise that takes three steps. */
function practice() {
  const done = { steps: 0 };
  return { done, practise: () => ++done.steps < STEPS };
}

/** @type {[what: string, isWanted: (steps: number) => boolean, expected: number][]} */
const CASES = [
  ["to its end if nothing else is asked", () => false, STEPS],
  ["not at all if something was asked first", () => true, 0],
  ["until something is asked", (steps) => steps >= 2, 2],
];

for (const [what, isWanted, expected] of CASES) {
  test(`it is summarised ${what}`, async () => {
    const { done, practise } = practice();
    await warm(practise, () => isWanted(done.steps), none);
    equal(done.steps, expected);
  });
}

test("while something is on its way, it is summarised until that is here", async () => {
  const { done, practise } = practice();
  equal(await practiseUntil(Promise.resolve("here"), practise), "here");
  equal(done.steps, 0);
  const later = new Promise((resolve) => setTimeout(resolve, 50, "later"));
  equal(await practiseUntil(later, practise), "later");
  equal(done.steps, STEPS);
  await rejects(practiseUntil(Promise.reject(new Error("damaged")), practise), /damaged/);
});
