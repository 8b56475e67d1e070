/**
 * Script of frame.html, our frame in a host page: the engine for our scripts there, or a small page for a reader.
 *
 * As `frame.html#engine` it is hidden and answers the requests of the page that holds it, through one port which that
 * page hands over (see protocol.js). Otherwise it shows a field and a box (widget.js), and the page around it learns
 * the height only. The engine is in another frame inside, which gives up its network before any text arrives
 * (engine/frame/frame.js).
 */
import { EngineClient } from "../../engine/host/client.js";
import { EngineError } from "../../shared/engine-error.js";
import { isOurs, MOST_REQUESTS, requestFrom, VERSION } from "../protocol.js";

/** @typedef {import("../protocol.js").Report} Report */
/** @typedef {import("../protocol.js").Request} Request */

/** What follows the download has no measure of progress. */
const AFTER_DOWNLOAD = /** @type {const} */ ({ type: "stage", stage: "start", value: 0 });

/** @type {MessagePort | undefined} */
let host;
/** @type {Map<number, AbortController>} */
const running = new Map();

/** @param {Report} report */
const send = (report) => host?.postMessage(report);

const engine = new EngineClient(new URL("engine.html", import.meta.url));
engine.listen({
  download: (loaded, total) => send({ type: "stage", stage: "download", value: total > 0 ? loaded / total : 0 }),
  phase: (name) => {
    if (name !== "download") send(AFTER_DOWNLOAD);
  },
  ready: () => send({ type: "ready" }),
  failed: (code, detail) => {
    console.error(`youten: ${code}: ${detail}`);
    send({ type: "failed", code });
  },
});

/** @param {Extract<Request, {type: "summarize"}>} request */
async function summarize({ id, text, title, options }) {
  if (running.has(id)) return;
  if (running.size >= MOST_REQUESTS) return send({ type: "error", id, code: "busy", message: "" });
  const controller = new AbortController();
  running.set(id, controller);
  try {
    const progress = (/** @type {number} */ value) => send({ type: "progress", id, value });
    const { summary } = await engine.summarize(text, { title, options, signal: controller.signal, progress });
    send({ type: "result", id, summary });
  } catch (thrown) {
    // A cancelled request needs no answer.
    if (controller.signal.aborted) return;
    const { code, message } = thrown instanceof EngineError ? thrown : { code: "unknown", message: String(thrown) };
    send({ type: "error", id, code, message: message.slice(0, 1000) });
  } finally {
    running.delete(id);
  }
}

/** @type {{[T in Request["type"]]: (request: Extract<Request, {type: T}>) => unknown}} */
const actions = {
  summarize,
  cancel: ({ id }) => running.get(id)?.abort(),
};

/** Accept the port of the page that holds this frame, once. @param {MessageEvent} event */
function connect({ data, source, ports }) {
  const [port] = ports;
  if (host || !port || ports.length !== 1 || source !== parent || parent === window || !isOurs(data, "connect")) return;
  host = port;
  port.onmessage = ({ data: message }) => {
    const request = requestFrom(message);
    if (request) void actions[request.type](/** @type {never} */ (request));
  };
  port.postMessage({ type: "hello", version: VERSION, engine: __SITE__.version });
  engine.open();
}

if (location.hash === "#engine") addEventListener("message", connect);
else void import(new URL("widget.js", import.meta.url).toString());
