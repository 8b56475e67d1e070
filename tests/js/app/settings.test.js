import { define, MemoryStorage } from "./browser.js";

import assert from "node:assert/strict";
import { test } from "node:test";

const KEY = "youten@%2Frepo%2F@settings";
let loaded = 0;

/**
 * Load the settings like a new page, with this in storage.
 * @param {string} [stored]
 * @param {Pick<Storage, "getItem" | "setItem" | "removeItem">} [storage]
 * @returns {Promise<typeof import("../../../static/app/settings/settings.js")>}
 */
function load(stored, storage = new MemoryStorage()) {
  if (stored !== undefined) storage.setItem(KEY, stored);
  define("localStorage", storage);
  return import(`../../../static/app/settings/settings.js?${(loaded += 1)}`);
}

/** @typedef {keyof import("../../../static/app/settings/settings.js").Settings} Name */

for (const [why, stored, name, value] of /** @type {[string, string | undefined, Name, unknown][]} */ ([
  ["nothing stored", undefined, "lines", 3],
  ["a stored value", '{"lines":5}', "lines", 5],
  ["a number out of range", '{"lines":11}', "lines", 3],
  ["a number that is not whole", '{"lines":2.5}', "lines", 3],
  ["another type", '{"drafts":"yes"}', "drafts", true],
  ["damaged JSON", "{", "theme", "auto"],
  ["no object", "null", "theme", "auto"],
  ["an unknown name beside a known one", '{"new":1,"theme":"dark"}', "theme", "dark"],
])) {
  test(`settings: ${why}`, async () => assert.equal((await load(stored)).setting(name), value));
}

test("only what differs from the defaults is stored", async () => {
  const { set } = await load();
  set("lines", 4);
  set("theme", "dark");
  set("theme", "auto");
  assert.equal(localStorage.getItem(KEY), '{"lines":4}');
  set("lines", 3);
  assert.equal(localStorage.getItem(KEY), null);
});

test("listeners hear of changes only", async () => {
  const { onSetting, set } = await load();
  let heard = 0;
  onSetting("lines", () => (heard += 1));
  set("lines", 3);
  set("lines", 99);
  set("characters", 200);
  assert.equal(heard, 0);
  set("lines", 4);
  assert.equal(heard, 1);
});

test("without storage the settings last as long as the page", async () => {
  const refuse = () => {
    throw new Error("forbidden");
  };
  const { set, setting } = await load(undefined, { getItem: refuse, setItem: refuse, removeItem: refuse });
  set("lines", 4);
  assert.equal(setting("lines"), 4);
});

test("a reset forgets everything", async () => {
  const { resetSettings, setting } = await load('{"lines":5,"theme":"dark"}');
  resetSettings();
  assert.deepEqual([setting("lines"), setting("theme")], [3, "auto"]);
  assert.equal(localStorage.getItem(KEY), null);
});
