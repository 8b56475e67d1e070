/**
 * The engine's worker: a table from message to action. It boots once, then answers one request at a time.
 *
 * A summary is computed in short turns and messages are read in between, so that a stop is seen. The bridge answers
 * every request; an exception from Python itself cannot be handled, so the frame is told and starts another worker.
 * The worker has no network: everything arrives as parts, after the boot message.
 */
import { EngineError, engineError } from "../../shared/engine-error.js";
import { BUDGET_MS } from "../limits.js";
import { RESTORED } from "../protocol.js";
import { boot } from "./boot.js";
import { Parts } from "./parts.js";
import { heapBytes } from "./python.js";
import { turn } from "./turn.js";
import { warm } from "./warm.js";

/** @typedef {import("../protocol.js").Order} Order */
/** @typedef {import("../protocol.js").Phase} Phase */
/** @typedef {import("../protocol.js").Times} Times */
/** @typedef {import("../protocol.js").Word} Word */

const scope = /** @type {WorkerScope} */ (/** @type {unknown} */ (self));

/** @type {import("./boot.js").Engine | undefined} */
let engine;
/** @type {Parts | undefined} what the engine starts from */
let parts;
/** @type {number | undefined} id of the request to stop */
let stopped;
/** Whether anything has been asked. */
let isWanted = false;
/** @type {{thrown: unknown} | undefined} what the engine's own text met: Python may have stopped in the middle of it */
let broken;
/** @type {{id: number, job: number} | undefined} the request of the last finished article, and the bridge's job for it */
let last;

/**
 * @param {Word} word
 * @param {Transferable[]} [transfer]
 */
const say = (word, transfer = []) => scope.postMessage(word, transfer);

/**
 * Send one request to the bridge; py/youten/bridge/__init__.py has the shapes of the replies. An internal error counts as a
 * fault: its cause (out of memory, for example) may persist, so another worker is tried.
 * @param {object} request
 */
function ask(request) {
  if (broken) throw broken.thrown;
  if (!engine) throw new Error("not booted");
  const reply = JSON.parse(engine.handle(JSON.stringify(request)));
  if (reply.error?.code === "internal") throw new EngineError("fault", reply.error.message);
  return reply;
}

/**
 * Whether the interpreter has called a function that it does not have here. The wording is the browser's:
 * "unreachable", "unreachable executed", "Unreachable code should not be executed".
 * @param {unknown} thrown
 */
const isTrap = (thrown) => thrown instanceof WebAssembly.RuntimeError && /unreachable/i.test(thrown.message);

/** @param {Extract<Order, {type: "boot"}>} order */
async function start({ variant, names }) {
  say({ type: "begun" });
  parts = new Parts(names);
  /** @type {Times} */
  const phases = {};
  /** @type {Phase | undefined} */
  let current;
  let since = performance.now();
  const enter = (/** @type {Phase | undefined} */ name) => {
    const now = performance.now();
    if (current) phases[current] = now - since;
    [current, since] = [name, now];
    if (name) say({ type: "phase", name });
  };
  engine = await boot(variant, parts, enter);
  const lent = RESTORED.has(variant) ? parts.lent : [];
  parts = undefined;
  enter(undefined);
  say(
    { type: "ready", phases, heapBytes: heapBytes(engine.pyodide), lent },
    lent.map(([, part]) => part.buffer),
  );
  // Whatever fails here is handled when something is asked.
  const keep = (/** @type {unknown} */ thrown) => void (broken = { thrown });
  if (engine.practise) void warm(engine.practise, () => isWanted).catch(keep);
}

/** @param {Extract<Order, {type: "summarize"}>} order */
async function summarize({ id, text, title, options, salience = false }) {
  let reply = ask({ action: "begin", text, title, options, salience });
  while (reply.ok && reply.state === "working") {
    say({ type: "progress", id, value: reply.progress });
    await turn();
    if (stopped === id) {
      ask({ action: "cancel", job: reply.job });
      say({ type: "cancelled", id });
      return;
    }
    reply = ask({ action: "advance", job: reply.job, budgetMs: BUDGET_MS });
  }
  if (reply.ok) last = { id, job: reply.job };
  finish(id, reply);
}

/** @param {Extract<Order, {type: "compose"}>} order */
function compose({ id, of, options, salience = false }) {
  const job = last?.id === of ? last.job : -1;
  finish(id, ask({ action: "compose", job, options, salience }));
}

/** @param {Extract<Order, {type: "readings"}>} order */
function readings({ id, of, spans, texts, pack }) {
  const added = pack ? JSON.parse(engine?.pyodide.pyimport("youten.browser").add_readings(pack)) : { ok: true };
  const job = last?.id === of ? last.job : -1;
  const reply = added.ok ? ask({ action: "readings", job, spans, texts }) : added;
  if (reply.ok) say({ type: "read", id, furigana: { spans: reply.spans, texts: reply.texts } });
  else refuse(id, reply);
}

/** @param {Extract<Order, {type: "forms"}>} order */
function forms({ id, of, options, spans }) {
  const job = last?.id === of ? last.job : -1;
  const reply = ask({ action: "forms", job, options, spans });
  if (reply.ok) say({ type: "formed", id, forms: reply.forms });
  else refuse(id, reply);
}

/** @param {Extract<Order, {type: "render"}>} order */
function render({ id, of, options, format, lines }) {
  const job = last?.id === of ? last.job : -1;
  const reply = ask({ action: "render", job, options, format, lines });
  if (reply.ok) say({ type: "rendered", id, text: reply.text });
  else refuse(id, reply);
}

/**
 * Report the bridge's error.
 * @param {number} id
 * @param {any} reply
 */
const refuse = (id, reply) => say({ type: "error", id, code: reply.error.code, message: reply.error.message });

/**
 * Report the summary, or the bridge's error.
 * @param {number} id
 * @param {any} reply the bridge's last
 */
function finish(id, reply) {
  if (!reply.ok) return refuse(id, reply);
  const { summary, salience, phases } = reply;
  const heap = engine ? heapBytes(engine.pyodide) : 0;
  say({ type: "done", id, summary, ...(salience && { salience }), phases, heapBytes: heap });
}

/** @type {{[T in Order["type"]]: (order: Extract<Order, {type: T}>) => unknown}} */
const actions = {
  boot: start,
  part: async ({ name, part }) => parts?.put(name, part),
  summarize,
  compose,
  readings,
  forms,
  render,
  cancel: ({ id }) => {
    stopped = id;
  },
};

// Emscripten starts in a promise of its own, whose failure nobody hears: the start would wait until it counts as hung.
scope.onunhandledrejection = ({ reason }) => {
  if (isTrap(reason)) say({ type: "fault", code: "trap", detail: reason.message });
};

scope.onmessage = async ({ data }) => {
  isWanted ||= data?.type !== "boot" && data?.type !== "part";
  try {
    await actions[/** @type {Order} */ (data).type](/** @type {never} */ (data));
  } catch (thrown) {
    const { code, message } = engineError(thrown, isTrap(thrown) ? "trap" : "fault");
    say({ type: "fault", code, detail: message });
  }
};
