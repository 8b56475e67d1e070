/** The embedded engine with a frame that the test plays itself: states, the queue, failure and a second try. */
import { deepEqual, equal, rejects } from "node:assert/strict";
import { mock, test } from "node:test";
import { setImmediate } from "node:timers";

/** @type {any[]} frames that were put into the page */
const frames = [];

/** Make a frame that keeps what it hears. */
function makeFrame() {
  /** @type {(() => void)[]} */
  const listeners = [];
  /** @type {any} */
  const frame = { heard: [], isConnected: true, style: { setProperty: () => undefined } };
  frame.addEventListener = (/** @type {string} */ _, /** @type {() => void} */ listener) => listeners.push(listener);
  frame.load = () => listeners.forEach((listener) => listener());
  frame.contentWindow = {
    postMessage: (/** @type {unknown} */ _, /** @type {string} */ __, /** @type {MessagePort[]} */ [port]) => {
      frame.port = port;
      frame.port.onmessage = (/** @type {MessageEvent} */ { data }) => frame.heard.push(data);
    },
  };
  return frame;
}

/** @type {Set<() => void>} what watches the page's children */
const watchers = new Set();

/** Remove the last frame as a page would. */
function removeFrame() {
  frames.at(-1).isConnected = false;
  for (const watch of [...watchers]) watch();
}

/** Reports what a policy of the page has blocked, to the last engine. @type {(event: object) => void} */
let violate;

Object.assign(globalThis, {
  document: {
    addEventListener: (/** @type {string} */ _, /** @type {(event: object) => void} */ listener) => {
      violate = listener;
    },
    createElement: makeFrame,
    documentElement: { append: (/** @type {unknown} */ frame) => frames.push(frame) },
  },
  HTMLIFrameElement: class {},
  navigator: {},
  MutationObserver: class {
    /** @param {() => void} watch */
    constructor(watch) {
      this.watch = watch;
    }

    observe() {
      watchers.add(this.watch);
    }

    disconnect() {
      watchers.delete(this.watch);
    }
  },
});
const { engineAt } = await import("../../../static/embed/embedded-engine.js");

const SUMMARY = { sentences: [], notices: [] };
const wait = () => new Promise((resolve) => setTimeout(resolve, 20));
let count = 0;

/** An engine of its own, with its frame loaded. */
async function loaded() {
  count += 1;
  const engine = engineAt(new URL(`https://example.org/${count}/frame.html`));
  engine.open();
  const frame = frames.at(-1);
  frame.load();
  frame.port.postMessage({ type: "hello", version: 1, engine: "0.1.0" });
  await wait();
  return { engine, frame };
}

test("states, and one engine for each address", async () => {
  const { engine, frame } = await loaded();
  equal(engineAt(new URL(`https://example.org/${count}/frame.html`)), engine);
  const ready = engine.ready();
  equal(engine.state, "loading");
  frame.port.postMessage({ type: "stage", stage: "download", value: 0.5 });
  await wait();
  deepEqual([engine.engine, engine.downloaded], ["0.1.0", 0.5]);
  frame.port.postMessage({ type: "ready" });
  await ready;
  deepEqual([engine.state, engine.downloaded], ["ready", 1]);
  frame.port.close();
});

test("requests beyond 64 wait for their turn, and may be called off there", async () => {
  const { engine, frame } = await loaded();
  const waiting = new AbortController();
  const answers = Array.from({ length: 99 }, () => engine.summarize("港が開いた。"));
  const calledOff = engine.summarize("港", { signal: waiting.signal });
  await wait();
  equal(frame.heard.length, 64);
  waiting.abort("stop");
  await rejects(calledOff, (/** @type {unknown} */ reason) => reason === "stop");
  frame.port.onmessage = (/** @type {MessageEvent} */ { data }) => {
    frame.heard.push(data);
    frame.port.postMessage({ type: "result", id: data.id, summary: SUMMARY });
  };
  for (const { id } of frame.heard) frame.port.postMessage({ type: "result", id, summary: SUMMARY });
  equal((await Promise.all(answers)).length, 99);
  equal(frame.heard.length, 99);
  frame.port.close();
});

test("a failure ends all requests, and the next one loads again", async () => {
  const { engine, frame } = await loaded();
  const answers = Array.from({ length: 70 }, () => engine.summarize("港が開いた。").catch(({ code }) => code));
  await wait();
  frame.port.postMessage({ type: "failed", code: "damaged" });
  deepEqual([...new Set(await Promise.all(answers))], ["damaged"]);
  equal(engine.state, "failed");
  const made = frames.length;
  const again = engine.summarize("港が開いた。");
  await wait();
  equal(frames.length, made + 1);
  const next = frames.at(-1);
  next.load();
  await wait();
  equal(next.heard.length, 1);
  next.port.postMessage({ type: "hello", version: 1, engine: "0.1.0" });
  next.port.postMessage({ type: "result", id: next.heard[0].id, summary: SUMMARY });
  deepEqual(await again, SUMMARY);
  next.port.close();
});

/** Answer whatever a frame has been asked. @param {any} frame */
function answerAll(frame) {
  for (const { id } of frame.heard.filter((/** @type {any} */ { type }) => type === "summarize")) {
    frame.port.postMessage({ type: "result", id, summary: SUMMARY });
  }
}

/** @type {[name: string, lose: (frame: any) => void][]} */
const LOSSES = [
  ["removed", removeFrame],
  ["moved, which loads it anew", (frame) => frame.load()],
];
for (const [name, lose] of LOSSES) {
  test(`a frame that is ${name}: the next one gets the requests that wait`, async () => {
    const { engine, frame } = await loaded();
    frame.port.postMessage({ type: "ready" });
    const answer = engine.summarize("港が開いた。");
    await wait();
    const made = frames.length;
    lose(frame);
    equal(frames.length, made + 1);
    const next = frames.at(-1);
    next.load();
    await wait();
    next.port.postMessage({ type: "hello", version: 1, engine: "0.1.0" });
    next.port.postMessage({ type: "ready" });
    answerAll(next);
    deepEqual(await answer, SUMMARY);
    // Without a request there is no need for a frame.
    lose(next);
    deepEqual([engine.state, frames.length], ["idle", made + 1]);
    const later = engine.summarize("港が開いた。");
    frames.at(-1).load();
    await wait();
    frames.at(-1).port.postMessage({ type: "hello", version: 1, engine: "0.1.0" });
    answerAll(frames.at(-1));
    deepEqual(await later, SUMMARY);
    frames.at(-1).port.close();
  });
}

test("a page that removes every frame is told so, and may try again", async () => {
  const { engine } = await loaded();
  const answer = engine.summarize("港が開いた。").catch(({ code }) => code);
  for (let count = 0; count < 4; count += 1) removeFrame();
  equal(await answer, "refused");
  const made = frames.length;
  void engine.summarize("港が開いた。").catch(() => undefined);
  equal(frames.length, made + 1);
  frames.at(-1).load();
  frames.at(-1).port.close();
});

test("a download that stands still fails, and the next try begins anew", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  try {
    const engine = engineAt(new URL("https://example.org/stalled/frame.html"));
    engine.open();
    const frame = frames.at(-1);
    frame.load();
    const say = (/** @type {object} */ report) =>
      new Promise((resolve) => {
        frame.port.postMessage(report);
        setImmediate(() => setImmediate(() => setImmediate(resolve)));
      });
    const ready = engine.ready().catch((/** @type {any} */ error) => error.code);
    await say({ type: "hello", version: 1, engine: "0.1.0" });
    for (const value of [0.2, 0.4]) {
      mock.timers.tick(9000);
      await say({ type: "stage", stage: "download", value });
    }
    equal(engine.state, "loading");
    mock.timers.tick(10_000);
    equal(await ready, "stalled");
    const count = frames.length;
    engine.open();
    equal(frames.length, count + 1);
  } finally {
    mock.timers.reset();
  }
});

/** @type {[name: string, answer: () => Promise<unknown>, directive: string, looks: number, code: string][]} */
const SILENT = [
  ["the server answers: the frame is blocked", () => Promise.resolve(), "", 2, "refused"],
  ["nor does the server", () => Promise.reject(new TypeError("no network")), "", 2, "refused"],
  ["nothing answers yet: the network is slow", () => new Promise(() => undefined), "", 7, "unreachable"],
  ["the page's policy forbids to ask", () => Promise.reject(new TypeError("policy")), "connect-src", 7, "unreachable"],
  ["a policy that concerns something else", () => Promise.resolve(), "img-src", 2, "refused"],
];
for (const [name, answer, effectiveDirective, looks, code] of SILENT) {
  test(`a frame that stays empty: ${name}`, async () => {
    mock.timers.enable({ apis: ["setTimeout"] });
    const { fetch } = globalThis;
    let asked = 0;
    globalThis.fetch = () => {
      asked += 1;
      return /** @type {Promise<Response>} */ (answer());
    };
    try {
      count += 1;
      const engine = engineAt(new URL(`https://example.org/${count}/frame.html`));
      const failure = engine.ready().catch((/** @type {any} */ error) => error.code);
      frames.at(-1).contentDocument = {};
      for (let look = 1; look <= looks; look += 1) {
        equal(engine.state, "loading");
        mock.timers.tick(3000);
        if (look === 1 && effectiveDirective)
          violate({ effectiveDirective, blockedURI: "https://example.org/x", disposition: "enforce" });
        await new Promise((resolve) => setImmediate(resolve));
      }
      equal(await failure, code);
      equal(asked, 1);
    } finally {
      globalThis.fetch = fetch;
      mock.timers.reset();
    }
  });
}
