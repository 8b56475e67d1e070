/** What a call leaves behind: nothing, on signals that live on; and what calls give where there is no document. */
import { deepEqual, equal, rejects } from "node:assert/strict";
import { getEventListeners } from "node:events";
import { test } from "node:test";
import { aggregated, measured, streaming } from "../../../../static/embed/summarizer-api/operation.js";
import { Summarizer } from "../../../../static/embed/summarizer-api/summarizer.js";

test("on a server", async () => {
  equal(await Summarizer.availability(), "unavailable");
  await rejects(Summarizer.create(), { name: "NotSupportedError" });
});

// Tasks without a port, which would keep Node running.
class Channel {
  port1 = { onmessage: () => undefined };
  port2 = { postMessage: () => setTimeout(() => this.port1.onmessage()) };
}
Object.assign(globalThis, { MessageChannel: Channel });

const SUMMARY = { sentences: [{ text: "港が開いた。" }], notices: [], title: "" };
/** @type {any} */
const engine = { summarize: () => Promise.resolve(SUMMARY) };
/** @type {any} */
const options = { type: "key-points", format: "plain-text", length: "short" };

/** @type {[name: string, call: (model: any, signal: AbortSignal) => Promise<unknown>][]} */
const CALLS = [
  ["summarize()", (model, signal) => aggregated(model, "港が開いた。", { signal })],
  ["measureInputUsage()", (model, signal) => measured(model, "港が開いた。", { signal })],
  [
    "summarizeStreaming()",
    async (model, signal) => {
      for await (const piece of /** @type {any} */ (streaming(model, "港が開いた。", { signal }))) void piece;
    },
  ],
  ["a failure", (model, signal) => aggregated(model, "안녕하세요.", { signal }).catch(() => undefined)],
];

for (const [name, call] of CALLS) {
  test(`${name} leaves no listener`, async () => {
    Object.defineProperty(globalThis, "document", { value: { defaultView: {} }, configurable: true });
    const [destroyed, signal] = [new AbortController().signal, new AbortController().signal];
    const model = { engine, options, quota: 100, destroyed };
    for (let count = 0; count < 3; count += 1) await call(model, signal);
    deepEqual(
      [destroyed, signal].map((one) => getEventListeners(one, "abort").length),
      [0, 0],
    );
  });
}
