/** The note about the way of starting holds for its release, and storage may be missing. */
import { equal } from "node:assert/strict";
import { test } from "node:test";
import { noteVariant, usualVariant } from "../../../static/engine/host/variant.js";

const ADDRESS = new URL("https://example.org/repo/r/0123456789ab/engine.html");
const NEXT = new URL("https://example.org/repo/r/ba9876543210/engine.html");

/** @param {unknown} storage */
const withStorage = (storage) =>
  Object.defineProperty(globalThis, "localStorage", { value: storage, configurable: true });

test("a noted variant is used until the next release", () => {
  /** @type {Map<string, string>} */
  const notes = new Map();
  withStorage({
    getItem: (/** @type {string} */ key) => notes.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => notes.set(key, value),
  });
  equal(usualVariant(ADDRESS), "snapshot");
  noteVariant(ADDRESS, "packed");
  equal(usualVariant(ADDRESS), "packed");
  equal(usualVariant(NEXT), "snapshot");
  notes.set("youten@%2Frepo%2F@variant", `${ADDRESS.pathname} nonsense`);
  equal(usualVariant(ADDRESS), "snapshot");
});

test("without storage the usual variant is used", () => {
  withStorage(undefined);
  noteVariant(ADDRESS, "packed");
  equal(usualVariant(ADDRESS), "snapshot");
});
