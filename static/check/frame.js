/**
 * The sealed frame of the check page: like the engine's frame it has the policy, the seal, and a worker from a blob.
 *
 * Accepts `{address, script, seal}` once, from the page of its own origin that contains it, through a port; answers
 * with the result of each attempt. With `seal` false it is the control, which runs under the frame's policy alone; that
 * policy allows the site's own server.
 */
import { seal } from "../engine/frame/seal.js";
import { workerAddress } from "../shared/trust.js";

/** @param {MessageEvent} event */
async function begin({ origin, source, data, ports: [port] }) {
  if (origin !== location.origin || source !== parent || !data?.script || !port) return;
  removeEventListener("message", begin);
  const script = URL.createObjectURL(new Blob([data.script], { type: "text/javascript" }));
  if (data.seal) seal();
  const worker = new Worker(workerAddress(script), { type: "module" });
  worker.onmessage = ({ data: results }) => port.postMessage(results);
  worker.postMessage(data.address);
}

addEventListener("message", begin);
