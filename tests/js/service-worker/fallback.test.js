/** The replacement for a file that is damaged while there is no network. */
import { equal, ok } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

Object.defineProperty(globalThis, "navigator", { value: { language: "en-GB" }, configurable: true });
const catalogue = (/** @type {string} */ language) =>
  JSON.parse(readFileSync(new URL(`../../../static/app/words/${language}.json`, import.meta.url), "utf8")).fallback;
// As the build defines it.
Object.assign(globalThis, { __WORDS__: { fallback: JSON.stringify({ ja: catalogue("ja"), en: catalogue("en") }) } });
const { sorry } = await import("../../../static/service-worker/fallback.js");

/** @param {object} request */
const answer = (request) => sorry(/** @type {Request} */ (request));

test("a page gets a page in both languages, the reader's first", async () => {
  const response = answer({ mode: "navigate", destination: "document" });
  equal(response.status, 503);
  const text = await response.text();
  ok(text.includes('<html lang="en">'));
  ok(text.indexOf("A stored file is damaged") < text.indexOf("保存してあったファイルが壊れています"));
  ok(!text.includes("<script"));
});

test("a style sheet gets one that says it", async () => {
  const response = answer({ mode: "no-cors", destination: "style" });
  equal(response.headers.get("Content-Type"), "text/css");
  ok((await response.text()).includes("保存してあったファイルが壊れています"));
});

test("everything else fails", () => {
  for (const destination of ["script", "iframe", "worker", ""]) {
    equal(answer({ mode: destination === "iframe" ? "navigate" : "cors", destination }).type, "error");
  }
});
