/**
 * Works on a text of its own (py/youten/bridge/practice.py), so that the browser has compiled what the reader's
 * first text needs: while the dictionary is on its way, and once the engine is ready and nothing is asked. It gives way
 * at once: between its steps, of a few milliseconds, messages are read.
 */
import { turn } from "./turn.js";

/** @typedef {import("./boot.js").Practise} Practise */

// Time without a request after which the engine counts as idle, ms; a text that waits already arrives much sooner.
const IDLE_MS = 300;
// Time of one step, ms. A request waits for one step at most.
const STEP_MS = 8;

const idle = () => new Promise((resolve) => setTimeout(resolve, IDLE_MS));

/**
 * @param {Practise} practise
 * @param {() => boolean} isWanted whether anything else has been asked
 * @param {() => Promise<unknown>} [wait] until the engine counts as idle
 */
export async function warm(practise, isWanted, wait = idle) {
  await wait();
  while (!isWanted() && practise(STEP_MS)) await turn();
}

/**
 * Practise until a promise has settled; return the same promise.
 * @template T
 * @param {Promise<T>} promise
 * @param {Practise} practise
 */
export async function practiseUntil(promise, practise) {
  let isOver = false;
  const end = () => void (isOver = true);
  promise.then(end, end);
  await warm(practise, () => isOver, turn);
  return promise;
}
