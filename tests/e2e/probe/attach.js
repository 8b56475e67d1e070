/**
 * The ear of the probed worker (see ../variants.py): tests speak to it through a BroadcastChannel.
 *
 *     {id, do: "handle", request}     -> the bridge's reply
 *     {id, do: "leak", addresses}     -> name -> what the channel said
 *     {id, do: "fault", name, within} -> "soon"; the deed follows, within the next request if so wished
 */
import { faults } from "./faults.js";
import { tryAll } from "./leaks.js";

/** @param {() => {pyodide: object, handle: (request: string) => string} | undefined} engine */
export function attach(engine) {
  const ear = new BroadcastChannel("youten-probe");
  const actions = {
    ping: () => "here",
    handle: ({ request }) => engine().handle(request),
    leak: ({ addresses }) => tryAll(addresses, engine().pyodide),
    fault({ name, within }) {
      const deed = () => faults[name](engine());
      if (within) {
        const current = engine();
        const { handle } = current;
        let calls = 0;
        current.handle = (request) => (++calls > 1 ? deed() : handle(request));
      } else setTimeout(deed);
      return "soon";
    },
  };
  ear.onmessage = async ({ data: { id, ...order } }) => {
    if (!order.do || !engine()) return;
    ear.postMessage({ id, value: await actions[order.do](order) });
  };
}
