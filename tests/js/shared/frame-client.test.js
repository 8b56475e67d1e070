/** Requests and answers over a port, with a frame that the test plays itself. */
import { deepEqual, equal, rejects } from "node:assert/strict";
import { test } from "node:test";
import { EngineError } from "../../../static/shared/engine-error.js";
import { FrameClient } from "../../../static/shared/frame-client.js";

/** A frame that keeps what it hears; `say` answers through the port that it got. */
class Frame {
  /** @type {any[]} */
  heard = [];
  /** @type {[greeting: unknown, origin: string][]} */
  greetings = [];
  /** @type {(() => void) | undefined} */
  load;
  removed = false;
  /** @type {MessagePort | undefined} */
  port;

  contentWindow = {
    /** @param {unknown} greeting @param {string} origin @param {MessagePort[]} ports */
    postMessage: (greeting, origin, [port]) => {
      this.greetings.push([greeting, origin]);
      this.port = port;
      /** @type {MessagePort} */ (port).onmessage = ({ data }) => this.heard.push(data);
    },
  };

  /** @param {"load"} _ @param {() => void} listener */
  addEventListener(_, listener) {
    this.load = listener;
  }

  parentNode = {
    removeChild: () => {
      this.removed = true;
    },
  };
}

/** @returns {Promise<void>} once messages that were sent have arrived */
const arrived = () => new Promise((resolve) => setTimeout(resolve, 20));

/** A client that has its frame, and what it hears of no request. */
function opened({ load = true } = {}) {
  const frame = new Frame();
  /** @type {any[]} */
  const reports = [];
  /** @type {FrameClient<any>} */
  const client = new FrameClient(
    (/** @type {any} */ data) => (data === "junk" ? undefined : data),
    (report) => reports.push(report),
  );
  client.use(/** @type {any} */ (frame), { hello: "frame" }, "https://example.org");
  if (load) frame.load?.();
  return { client, frame, reports };
}

test("requests wait for the frame and arrive in their order", async () => {
  const { client, frame } = opened({ load: false });
  const first = client.ask({ type: "summarize", text: "一" }, {});
  void client.ask({ type: "summarize", text: "二" }, {}).catch(() => undefined);
  await arrived();
  deepEqual(frame.heard, []);
  frame.load?.();
  frame.load?.(); // A second load connects no second time.
  await arrived();
  deepEqual(frame.greetings, [[{ hello: "frame" }, "https://example.org"]]);
  deepEqual(frame.heard, [
    { type: "summarize", text: "一", id: 1 },
    { type: "summarize", text: "二", id: 2 },
  ]);
  frame.port?.postMessage({ type: "done", id: 1, summary: "要約" });
  deepEqual(await first, { type: "done", id: 1, summary: "要約" });
  equal(client.waiting, 1);
  client.close();
});

test("progress, errors and reports about no request", async () => {
  const { client, frame, reports } = opened();
  /** @type {number[]} */
  const values = [];
  const answer = client.ask({ type: "summarize" }, { progress: (value) => values.push(value) });
  const said = [
    { type: "progress", id: 1, value: 0.5 },
    { type: "progress", id: 9, value: 0.7 },
    "junk",
    { type: "ready" },
    { type: "error", id: 1, code: "too_long", message: "long" },
    { type: "done", id: 1 },
  ];
  for (const message of said) frame.port?.postMessage(message);
  await rejects(answer, (/** @type {unknown} */ error) => error instanceof EngineError && error.code === "too_long");
  await arrived();
  deepEqual(values, [0.5]);
  deepEqual(reports, [{ type: "ready" }]);
  client.close();
});

test("an aborted signal rejects at once and cancels in the frame", async () => {
  const { client, frame } = opened();
  await rejects(
    client.ask({ type: "summarize" }, { signal: AbortSignal.abort("before") }),
    (/** @type {unknown} */ reason) => reason === "before",
  );
  const controller = new AbortController();
  const answer = client.ask({ type: "summarize" }, { signal: controller.signal });
  controller.abort("stop");
  await rejects(answer, (/** @type {unknown} */ reason) => reason === "stop");
  await arrived();
  deepEqual(frame.heard, [
    { type: "summarize", id: 1 },
    { type: "cancel", id: 1 },
  ]);
  equal(client.waiting, 0);
  client.close();
});

test("a signal that is aborted after the answer changes nothing", async () => {
  const { client, frame } = opened();
  const controller = new AbortController();
  const answer = client.ask({ type: "summarize" }, { signal: controller.signal });
  frame.port?.postMessage({ type: "done", id: 1 });
  await answer;
  controller.abort();
  await arrived();
  deepEqual(frame.heard, [{ type: "summarize", id: 1 }]);
  client.close();
});

test("another frame gets the requests that have no answer", async () => {
  const { client, frame } = opened();
  const answer = client.ask({ type: "summarize" }, {});
  client.close();
  equal(frame.removed, true);
  const next = new Frame();
  client.use(/** @type {any} */ (next), {}, "https://example.org");
  frame.load?.(); // of the frame that is no longer used
  next.load?.();
  await arrived();
  deepEqual(next.heard, [{ type: "summarize", id: 1 }]);
  client.rejectAll(new EngineError("damaged"));
  await rejects(answer, { code: "damaged" });
  client.close();
});

test("a frame that does not say hello is given up", async () => {
  /** @type {string[]} */
  const given = [];
  const { client } = opened();
  client.expectHello(10, () => given.push("first"));
  await arrived();
  const { client: polite, frame } = opened();
  polite.expectHello(30, () => given.push("second"));
  frame.port?.postMessage({ type: "hello" });
  await arrived();
  await arrived();
  deepEqual(given, ["first"]);
  client.close();
  polite.close();
});
