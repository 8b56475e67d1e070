/**
 * The engine's frame: gives up its network, keeps the worker, passes messages between worker and page.
 *
 * It accepts messages only from the page that holds it, which must have the same origin. That page hands over two
 * ports: one for requests, one on which the worker's parts arrive. The frame fetches nothing but its own script.
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
/** @template T @typedef {import("../../shared/deferred.js").Deferred<T>} Deferred */

/** @type {MessagePort | undefined} */
let page;
/** @type {Supervisor | undefined} */
let supervisor;
/** @type {Request[]} requests from before there is a supervisor */
const early = [];

/** @param {Report} report */
const send = (report) => page?.postMessage(report);

/** @param {Request} request */
function receive(request) {
  if (supervisor) supervisor.receive(request);
  else early.push(request);
}

/**
 * Ask for another frame in place of this one: a function is missing, what was stored is damaged, or this variant does
 * not work here.
 * @param {string} code
 * @param {Variant} variant
 */
function startOtherwise(code, variant) {
  if (code === "trap" && variant === "snapshot") send({ type: "again", variant: "whole", store: true, noted: false });
  else if (code === "damaged") send({ type: "again", variant, store: false, noted: false });
  else send({ type: "again", variant: "packed", store: true, noted: true });
}

/** Collects the parts that are delivered, and starts the supervisor once their names are known. */
class Deliveries {
  #variant;
  /** @type {Map<string, Deferred<Part>>} */
  #parts = new Map();
  /** @type {Deferred<Times>} */
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
  const deliveries = new Deliveries(data.variant);
  requests.onmessage = ({ data: request }) => receive(request);
  parts.onmessage = ({ data: delivery }) => deliveries.receive(delivery);
  // Some browsers keep files that they cannot transfer.
  parts.onmessageerror = () => startOtherwise("damaged", data.variant);
  send({ type: "hello", protocol: PROTOCOL });
}

seal();

const script = URL.createObjectURL(new Blob([workerScript], { type: "text/javascript" }));
const startWorker = () => new Worker(workerAddress(script), { type: "module" });
/** Started before its parts are here, because starting the thread takes as long as they do. @type {Worker | undefined} */
let first = startWorker();

function nextWorker() {
  const worker = first ?? startWorker();
  first = undefined;
  return worker;
}

addEventListener("message", connect);
