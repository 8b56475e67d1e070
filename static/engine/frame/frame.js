/**
 * The engine's frame: takes its network away, keeps the worker, passes messages between it and the page.
 *
 * It trusts only a page of its own origin that holds it. That page hands over two ports: one for requests, one
 * from the fetcher, over which the worker's parts come in. The frame itself fetches nothing but its own script.
 */
import workerScript from "worker-script";
import { deferred } from "../../shared/deferred.js";
import { workerAddress } from "../../shared/trust.js";
import { PROTOCOL } from "../protocol.js";
import { seal } from "./seal.js";
import { Supervisor } from "./supervisor.js";

/** @typedef {import("../protocol.js").Delivery} Delivery */
/** @typedef {import("../protocol.js").Part} Part */
/** @typedef {import("../protocol.js").Report} Report */
/** @typedef {import("../protocol.js").Request} Request */
/** @typedef {import("../protocol.js").Times} Times */
/** @typedef {import("../protocol.js").Variant} Variant */

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
  /** @type {Map<string, import("../../shared/deferred.js").Deferred<Part>>} */
  #parts = new Map();
  /** @type {import("../../shared/deferred.js").Deferred<Times>} */
  #times = deferred();

  /** @param {Variant} variant */
  constructor(variant) {
    this.#variant = variant;
  }

  /** @param {Delivery} delivery */
  receive(delivery) {
    if (delivery.type === "names") {
      for (const name of delivery.names) this.#parts.set(name, deferred());
      this.#start();
    } else if (delivery.type === "part") this.#parts.get(delivery.name)?.resolve(delivery.part);
    else if (delivery.type === "complete") this.#times.resolve(delivery.times);
    else if (delivery.type === "failed" && supervisor) supervisor.abandon(delivery.code, delivery.detail);
    else send(delivery);
  }

  #start() {
    const parts = new Map([...this.#parts].map(([name, { promise }]) => [name, promise]));
    const otherwise = (/** @type {string} */ code) => startOtherwise(code, this.#variant);
    const origin = { times: this.#times.promise, otherwise };
    supervisor = new Supervisor({ variant: this.#variant, parts }, nextWorker, origin, send);
    for (const request of early.splice(0)) supervisor.receive(request);
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
  // A browser may keep files that it cannot hand over.
  parts.onmessageerror = () => startOtherwise("damaged", data.variant);
  send({ type: "hello", protocol: PROTOCOL });
}

seal();

const script = URL.createObjectURL(new Blob([workerScript], { type: "text/javascript" }));
const startWorker = () => new Worker(workerAddress(script), { type: "module" });
/** Started before it has anything to start from: the thread takes as long as that. @type {Worker | undefined} */
let first = startWorker();

function nextWorker() {
  const worker = first ?? startWorker();
  first = undefined;
  return worker;
}

addEventListener("message", connect);
