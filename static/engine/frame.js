/**
 * The engine's frame: downloads, seals itself, keeps the worker, passes messages between it and the page.
 *
 * It starts without waiting for the page to speak, and trusts only a page of its own origin that holds it.
 * With `?engine=stock` it loads Janome as published instead: the oracle and the baseline of the measurements.
 */
import { fetchAssets, fetchStock, unpackSpares } from "./assets.js";
import { Keeper } from "./keeper.js";
import { ANEW, EngineError, engineError, PROTOCOL } from "./protocol.js";
import { seal } from "./seal.js";
import { dropSnapshot, findSnapshot, refuseSnapshot } from "./store.js";
import { Supervisor } from "./supervisor.js";

/** @typedef {import("./protocol.js").Kit} Kit */
/** @typedef {import("./protocol.js").Report} Report */
/** @typedef {import("./protocol.js").Request} Request */
/** @typedef {import("./protocol.js").Times} Times */
/** @typedef {import("./protocol.js").Variant} Variant */

const WORKER = "worker.js";
// Assets that the stock engine has in its own, untrimmed form.
const PACKED_ONLY = ["stdlib.zip", "app.zip", "dictionary.bin", "pyodide-lock.json"];
// Opened once more, because a stored file was found damaged when the network was already gone.
const anew = location.hash === ANEW;
// Held by embed/frame.js in somebody else's page.
const embedded = new URLSearchParams(location.search).has("embedded");
// The page draws no faster than this; ms.
const PROGRESS_EVERY = 50;

/** @type {Report[]} */
const unsent = [];
/** @type {MessagePort | undefined} */
let page;
/** @type {Supervisor | undefined} */
let supervisor;
/** @type {Keeper | undefined} */
let keeper;
/** @type {Request[]} */
const early = [];

/** @param {Report} report */
function send(report) {
  if (supervisor?.idle) keeper?.rest();
  else keeper?.disturb();
  if (page) page.postMessage(report);
  else unsent.push(report);
}

/** @param {Request} request */
function receive(request) {
  keeper?.disturb();
  if (supervisor) supervisor.receive(request);
  else early.push(request);
}

/** @param {MessageEvent} event */
function connect(event) {
  const port = event.ports[0];
  if (event.origin !== location.origin || event.source !== parent || event.data?.youten !== PROTOCOL) return;
  if (page || !port) return;
  page = port;
  page.onmessage = ({ data }) => receive(data);
  for (const report of [{ type: /** @type {const} */ ("hello"), protocol: PROTOCOL }, ...unsent]) send(report);
}

/**
 * Reports the bytes that have come in, now and then.
 * @param {number} total 0: unknown
 */
function downloadMeter(total) {
  let loaded = 0;
  let last = -Infinity;
  return (/** @type {number} */ bytes) => {
    loaded += bytes;
    const now = performance.now();
    if (now - last < PROGRESS_EVERY && loaded < total) return;
    last = now;
    send({ type: "download", loaded, total: Math.max(total, loaded) });
  };
}

/**
 * Everything that the worker starts from. `compile` counts from the last byte: most of it overlaps the download.
 * @param {Variant} variant
 * @returns {Promise<{kit: Kit, times: Times, verified: Promise<unknown>}>}
 */
async function download(variant) {
  const stock = variant === "stock";
  const assets = stock ? __ASSETS__.filter(({ name }) => !PACKED_ONLY.includes(name)) : __ASSETS__;
  const count = downloadMeter(assets.reduce((sum, asset) => sum + asset.bytes, 0));
  const started = performance.now();
  send({ type: "phase", name: "download" });
  const found = stock || anew ? Promise.resolve(undefined) : findSnapshot();
  const wanted = fetchAssets(assets, count, found.then(Boolean), anew);
  const [own, extra] = await Promise.all([wanted.files, stock ? fetchStock(__STOCK__, count) : {}]);
  const [snapshot, spare] = await Promise.all([found, wanted.spare]);
  const downloaded = performance.now();
  send({ type: "phase", name: "compile" });
  const module = await wanted.module;
  const times = { download: downloaded - started, compile: performance.now() - downloaded };
  const files = { ...own, ...extra };
  return { kit: { variant, module, files, ...(snapshot && { snapshot, spare }) }, times, verified: wanted.verified };
}

/**
 * The kit for a normal start, where a snapshot did not work. One that is damaged or another browser's makes
 * room for a new one; one that is whole and still does not work would only be made again and again.
 * @param {Kit} kit
 * @param {string} code
 * @returns {Promise<Kit>}
 */
async function withoutSnapshot({ variant, module, files, spare = {} }, code) {
  void (code === "damaged" || code === "mismatch" ? dropSnapshot() : refuseSnapshot());
  return { variant, module, files: { ...files, ...(await unpackSpares(__ASSETS__, spare)) } };
}

/** What the worker that makes a snapshot starts from. */
const keepable = () => (supervisor?.kit.snapshot ? undefined : supervisor?.kit);

async function start() {
  const variant = new URLSearchParams(location.search).get("engine") === "stock" ? "stock" : "packed";
  try {
    const { kit, times, verified } = await download(variant);
    const { [WORKER]: script, ...files } = kit.files;
    if (!script) throw new EngineError("missing", WORKER);
    const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
    seal();
    // Somebody else's readers are not made to store 30 MB; where this site's own page did, it is used.
    if (variant === "packed" && !embedded) keeper = new Keeper(keepable, address);
    supervisor = new Supervisor({ ...kit, files }, address, { times, verified, withoutSnapshot }, send);
    for (const request of early.splice(0)) supervisor.receive(request);
  } catch (thrown) {
    const { code, message } = engineError(thrown, "boot");
    send({ type: "failed", code, detail: message });
  }
}

addEventListener("message", connect);
void start();
