/**
 * The engine's frame: takes its network away, keeps the worker, passes messages between it and the page.
 *
 * It trusts only a page of its own origin that holds it. That page hands over two ports: one for requests, one
 * from the fetcher, over which the worker's parts come in. The frame itself fetches nothing but its own script.
 */
import { check } from "./integrity.js";
import { EngineError, engineError, PROTOCOL } from "./protocol.js";
import { seal } from "./seal.js";
import { Supervisor } from "./supervisor.js";

/** @typedef {import("./protocol.js").Bytes} Bytes */
/** @typedef {import("./protocol.js").Delivery} Delivery */
/** @typedef {import("./protocol.js").Part} Part */
/** @typedef {import("./protocol.js").Report} Report */
/** @typedef {import("./protocol.js").Request} Request */
/** @typedef {import("./protocol.js").Times} Times */
/** @typedef {import("./protocol.js").Variant} Variant */

const WORKER = "worker.js";

/** @type {MessagePort | undefined} */
let page;
/** @type {Supervisor | undefined} */
let supervisor;
/** @type {Request[]} */
const early = [];

/** @param {Report} report */
const send = (report) => page?.postMessage(report);

/** @param {Request} request */
function receive(request) {
  if (supervisor) supervisor.receive(request);
  else early.push(request);
}

/** @template T */
function deferred() {
  /** @type {(value: T) => void} */
  let resolve = () => undefined;
  const promise = /** @type {Promise<T>} */ (new Promise((settle) => (resolve = settle)));
  return { promise, resolve };
}

/**
 * The worker's script.
 * @param {Part | undefined} part
 * @returns {Promise<Bytes>}
 */
async function scriptOf(part) {
  if (part instanceof Uint8Array) return part;
  if (!part || !("stored" in part)) throw new EngineError("missing", WORKER);
  const bytes = new Uint8Array(await part.stored.arrayBuffer());
  await check(bytes, WORKER, part.hashes);
  return bytes;
}

/**
 * Asks for another frame in place of this one: what was stored is damaged, or this variant does not work here.
 * @param {string} code
 * @param {Variant} variant
 */
const startOtherwise = (code, variant) =>
  send({ type: "again", variant: code === "damaged" ? variant : "packed", store: code !== "damaged" });

/** What comes in over the fetcher's port, for whoever waits for it. */
class Supply {
  #variant;
  /** @type {Map<string, {promise: Promise<Part>, resolve: (part: Part) => void}>} */
  #parts = new Map();
  /** @type {{promise: Promise<Times>, resolve: (times: Times) => void}} */
  #times = deferred();

  /** @param {Variant} variant */
  constructor(variant) {
    this.#variant = variant;
  }

  /** @param {Delivery} delivery */
  receive(delivery) {
    if (delivery.type === "names") {
      for (const name of delivery.names) this.#parts.set(name, deferred());
      void this.#start();
    } else if (delivery.type === "part") this.#parts.get(delivery.name)?.resolve(delivery.part);
    else if (delivery.type === "complete") this.#times.resolve(delivery.times);
    else if (delivery.type === "failed" && supervisor) supervisor.abandon(delivery.code, delivery.detail);
    else send(delivery);
  }

  /** The worker starts as soon as its script is here; the rest follows. */
  async #start() {
    try {
      const parts = new Map([...this.#parts].map(([name, { promise }]) => [name, promise]));
      const script = await scriptOf(await parts.get(WORKER));
      parts.delete(WORKER);
      const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
      const otherwise = (/** @type {string} */ code) => startOtherwise(code, this.#variant);
      const origin = { times: this.#times.promise, otherwise };
      supervisor = new Supervisor({ variant: this.#variant, parts }, address, origin, send);
      send({ type: "begun" });
      for (const request of early.splice(0)) supervisor.receive(request);
    } catch (thrown) {
      const { code, message } = engineError(thrown, "boot");
      if (code === "damaged") startOtherwise(code, this.#variant);
      else send({ type: "failed", code, detail: message });
    }
  }
}

/** @param {MessageEvent} event */
function connect({ origin, source, data, ports }) {
  const [requests, parts] = ports;
  if (origin !== location.origin || source !== parent || data?.youten !== PROTOCOL) return;
  if (page || !requests || !parts) return;
  page = requests;
  const supply = new Supply(data.variant);
  requests.onmessage = ({ data: request }) => receive(request);
  parts.onmessage = ({ data: delivery }) => supply.receive(delivery);
  send({ type: "hello", protocol: PROTOCOL });
}

seal();
addEventListener("message", connect);
