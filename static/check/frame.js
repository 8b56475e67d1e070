/**
 * The closed place of the check page: the engine frame's policy, its seal, and a worker from a blob, as there.
 *
 * Takes `{address, script, seal}` once, from the page of its own origin that holds it, through a port; answers
 * with what each way out came to. With `seal` false it is the control: a worker that nothing holds back would be
 * of no use here, so that one runs in the frame's own policy, which allows the own server.
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
