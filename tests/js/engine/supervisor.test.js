/** One worker kept running, with workers that the test plays itself. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { Supervisor } from "../../../static/engine/frame/supervisor.js";
import { MAX_FAULTS, OBEY_MS } from "../../../static/engine/limits.js";

class FakeWorker {
  /** @type {any[]} */
  heard = [];
  ended = false;
  /** @type {((event: {data: unknown}) => void) | undefined} */
  onmessage;

  /** @param {unknown} message */
  postMessage(message) {
    this.heard.push(message);
  }

  terminate() {
    this.ended = true;
  }

  /** @param {unknown} data */
  say(data) {
    this.onmessage?.({ data });
  }

  /** Types of the requests that it got. */
  get requests() {
    return this.heard.filter(({ type }) => type !== "boot" && type !== "part").map(({ type, id }) => `${type} ${id}`);
  }
}

const wait = (ms = 0) => new Promise((resolve) => setTimeout(resolve, ms));

/** A supervisor that has begun, and what it does with its workers. @param {"packed" | "snapshot"} variant */
async function started(variant) {
  /** @type {FakeWorker[]} */
  const workers = [];
  /** @type {any[]} */
  const sent = [];
  /** @type {string[]} */
  const otherwise = [];
  const start = () => {
    const worker = new FakeWorker();
    workers.push(worker);
    return /** @type {Worker} */ (/** @type {unknown} */ (worker));
  };
  const parts = new Map([["a.zip", Promise.resolve(new Uint8Array([1]))]]);
  const origin = {
    times: Promise.resolve({ download: 5 }),
    otherwise: (/** @type {string} */ code) => void otherwise.push(code),
  };
  const supervisor = new Supervisor({ variant, parts }, start, origin, (report) => void sent.push(report));
  await wait();
  const latest = () => /** @type {FakeWorker} */ (workers.at(-1));
  const ready = async () => {
    latest().say({ type: "ready", phases: { python: 7 }, heapBytes: 1, lent: [] });
    await wait();
  };
  return { supervisor, workers, sent, otherwise, latest, ready };
}

/**
 * @param {string} name
 * @param {(scene: Awaited<ReturnType<typeof started>>) => Promise<void>} work
 * @param {"packed" | "snapshot"} [variant]
 */
const scenario = (name, work, variant = "packed") =>
  test(name, async () => {
    const scene = await started(variant);
    try {
      await work(scene);
    } finally {
      scene.supervisor.abandon("over", ""); // ends its timers
    }
  });

/** @param {number} id @returns {any} */
const request = (id) => ({ type: "summarize", id, text: "港が開いた。", title: "", options: {} });
/** @param {number} id */
const done = (id) => ({ type: "done", id, summary: {}, phases: {}, heapBytes: 1 });

scenario("requests wait for the start and are answered one by one", async ({ supervisor, sent, latest, ready }) => {
  deepEqual(
    latest().heard.map(({ type }) => type),
    ["boot", "part"],
  );
  supervisor.receive(request(1));
  supervisor.receive(request(2));
  deepEqual(latest().requests, []);
  await ready();
  deepEqual(sent, [{ type: "ready", phases: { download: 5, python: 7 }, heapBytes: 1 }]);
  deepEqual(latest().requests, ["summarize 1"]);
  latest().say(done(1));
  deepEqual(latest().requests, ["summarize 1", "summarize 2"]);
  latest().say(done(2));
  deepEqual(sent.slice(1), [done(1), done(2)]);
});

scenario(
  "a waiting request is cancelled at once, a running one when the worker obeys",
  async ({ supervisor, sent, latest, ready }) => {
    await ready();
    supervisor.receive(request(1));
    supervisor.receive(request(2));
    supervisor.receive({ type: "cancel", id: 2 });
    supervisor.receive({ type: "cancel", id: 1 });
    latest().say({ type: "cancelled", id: 1 });
    deepEqual(sent.slice(1), [
      { type: "cancelled", id: 2 },
      { type: "cancelled", id: 1 },
    ]);
    equal(latest().ended, false);
  },
);

scenario("a worker that does not obey is replaced", async ({ supervisor, workers, sent, latest, ready }) => {
  await ready();
  supervisor.receive(request(1));
  supervisor.receive({ type: "cancel", id: 1 });
  await wait(OBEY_MS + 50);
  equal(workers.length, 2);
  ok(workers[0]?.ended);
  deepEqual(sent.slice(1), [{ type: "cancelled", id: 1 }]);
  supervisor.receive(request(2));
  await ready();
  deepEqual(latest().requests, ["summarize 2"]);
  latest().say(done(2));
});

scenario("a text gets a second worker, and then an error", async ({ supervisor, workers, sent, latest, ready }) => {
  await ready();
  supervisor.receive(request(1));
  latest().say({ type: "fault", code: "fault", detail: "memory" });
  equal(workers.length, 2);
  await ready();
  deepEqual(latest().requests, ["summarize 1"]);
  latest().say(null); // no message of ours
  deepEqual(sent.at(-1), { type: "error", id: 1, code: "fault", message: "" });
  equal(workers.length, 3);
});

scenario(
  "faults in a row end in a failure, and later requests in errors",
  async ({ supervisor, workers, sent, latest }) => {
    for (let count = 0; count < MAX_FAULTS; count += 1) latest().say({ type: "fault", code: "fault", detail: "x" });
    equal(workers.length, MAX_FAULTS);
    deepEqual(sent.at(-1), { type: "failed", code: "boot", detail: "x" });
    supervisor.receive(request(4));
    deepEqual(sent.at(-1), { type: "error", id: 4, code: "boot", message: "" });
  },
);

scenario(
  "a snapshot that cannot be restored is started otherwise",
  async ({ otherwise, latest, workers }) => {
    latest().say({ type: "fault", code: "mismatch", detail: "" });
    deepEqual(otherwise, ["mismatch"]);
    equal(workers.length, 1);
  },
  "snapshot",
);

scenario(
  "a request for which a function is missing goes to the whole interpreter",
  async ({ supervisor, otherwise, latest, workers, sent, ready }) => {
    await ready();
    supervisor.receive(request(1));
    latest().say({ type: "fault", code: "trap", detail: "unreachable" });
    deepEqual(otherwise, ["trap"]);
    equal(workers.length, 1);
    deepEqual(
      sent.filter(({ id }) => id === 1),
      [],
    );
  },
  "snapshot",
);

scenario("a missing function is a fault like others where there is no other interpreter", async (scene) => {
  const { supervisor, otherwise, latest, workers, ready } = scene;
  await ready();
  supervisor.receive(request(1));
  latest().say({ type: "fault", code: "trap", detail: "unreachable" });
  deepEqual(otherwise, []);
  equal(workers.length, 2);
});

scenario("messages of a worker that was replaced are ignored", async ({ supervisor, workers, sent, latest, ready }) => {
  await ready();
  supervisor.receive(request(1));
  const [first] = workers;
  latest().say({ type: "unknown" });
  await ready();
  const count = sent.length;
  first?.say(done(1));
  equal(sent.length, count);
  latest().say(done(1));
  deepEqual(sent.at(-1), done(1));
});
