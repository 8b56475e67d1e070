/** The watchdog tells each change once, and rests when nothing is expected. */
import { deepEqual } from "node:assert/strict";
import { mock, test } from "node:test";
import { Watchdog } from "../../../static/shared/watchdog.js";

test("a watchdog", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  /** @type {boolean[]} */
  const told = [];
  const dog = new Watchdog(10, (still) => told.push(still));
  const after = (/** @type {number} */ ms, /** @type {boolean[]} */ expected) => {
    mock.timers.tick(ms);
    deepEqual(told, expected);
  };
  after(50, []);
  dog.feed();
  after(9, []);
  dog.feed();
  after(9, []);
  after(1, [true]);
  after(50, [true]);
  dog.feed();
  after(0, [true, false]);
  dog.rest();
  after(50, [true, false]);
  mock.timers.reset();
});
