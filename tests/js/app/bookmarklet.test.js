import assert from "node:assert/strict";
import { test } from "node:test";
import { runInNewContext } from "node:vm";

import { bookmarkletAddress } from "../../../static/app/import/bookmarklet.js";

/** @typedef {{source?: unknown, origin?: string, data?: unknown}} Message */

const APP = "https://example.org/youten/";

/** A page with a selection, on which the bookmarklet runs once; youten's window, which it opens, is `tab`. */
class ReadPage {
  /** @type {{message: Record<string, unknown>, origin: string}[]} what youten's window was sent */
  sent = [];
  opened = "";
  /** @type {Set<(message: Message) => void>} */
  #listeners = new Set();
  tab = {
    postMessage: (/** @type {Record<string, unknown>} */ message, /** @type {string} */ origin) =>
      void this.sent.push({ message: { ...message }, origin }),
  };

  /** @param {string} selected "" for nothing */
  constructor(selected) {
    /** @type {string[]} */
    const parts = [];
    const box = {
      append: (/** @type {string} */ part) => void parts.push(part),
      hasChildNodes: () => parts.length > 0,
    };
    runInNewContext(decodeURIComponent(bookmarkletAddress(APP).replace("javascript:", "")), {
      crypto,
      URL,
      document: { title: "市場が再開", documentElement: "the whole page", createElement: () => box },
      getSelection: () => ({
        isCollapsed: !selected,
        rangeCount: 1,
        getRangeAt: () => ({ cloneContents: () => selected }),
        toString: () => selected,
      }),
      XMLSerializer: class {
        serializeToString = (/** @type {unknown} */ node) => (node === box ? parts.join("") : node);
      },
      open: (/** @type {string} */ address) => {
        this.opened = address;
        return this.tab;
      },
      addEventListener: (/** @type {string} */ _, /** @type {() => void} */ listener) => this.#listeners.add(listener),
      removeEventListener: (/** @type {string} */ _, /** @type {() => void} */ listener) =>
        this.#listeners.delete(listener),
    });
  }

  get number() {
    return this.opened.split("#receive=")[1] ?? "";
  }

  /** Receive that youten is ready, unless `others` say otherwise. @param {Message} [others] */
  receive(others) {
    const ready = { youten: "ready", number: this.number };
    for (const listener of this.#listeners)
      listener({ source: this.tab, origin: "https://example.org", data: ready, ...others });
  }
}

for (const [why, selected, html] of /** @type {[string, string, string][]} */ ([
  ["the selection", "選んだ文。", "選んだ文。"],
  ["the whole page where nothing is selected", "", "the whole page"],
])) {
  test(`sends ${why}, once, to the page's origin`, () => {
    const page = new ReadPage(selected);
    assert.equal(page.opened, `${APP}#receive=${page.number}`);
    assert.ok(/^\w{8,64}$/.test(page.number));
    page.receive();
    page.receive();
    const message = { youten: "article", number: page.number, title: "市場が再開", html, text: selected };
    assert.deepEqual(page.sent, [{ message, origin: "https://example.org" }]);
  });
}

for (const [why, others] of /** @type {[string, Message][]} */ ([
  ["another window", { source: {} }],
  ["another origin", { origin: "https://example.com" }],
  ["another number", { data: { youten: "ready", number: "x" } }],
  ["another message", { data: "hello" }],
])) {
  test(`sends nothing to ${why}`, () => {
    const page = new ReadPage("選んだ文。");
    page.receive(others);
    assert.deepEqual(page.sent, []);
  });
}
