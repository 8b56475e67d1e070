/**
 * The listener of the probed worker (see ../variants.py): tests command it through a BroadcastChannel.
 *
 *     {id, do: "ping"}                -> "here", between two turns
 *     {id, do: "handle", request}     -> the bridge's reply
 *     {id, do: "leak", addresses}     -> {id, channel, said} of each, and true
 *     {id, do: "fault", name, within} -> "soon"; then the fault occurs, during the next request if `within`
 *
 * Without a request it sends {word: "born"} when it starts, and {word} with the type of each message from the worker to
 * the frame, except progress. It holds the lock "youten-probe" as long as the worker exists.
 */
import { faults } from "./faults.js";
import { tryAll } from "./leaks.js";

/** An article with this text makes the worker fail at every attempt. */
const POISON = "【毒】";

/** @param {() => {pyodide: object, handle: (request: string) => string} | undefined} engine */
export function attach(engine) {
  const ear = new BroadcastChannel("youten-probe");
  const actions = {
    ping: () => "here",
    handle: ({ request }) => engine().handle(request),
    leak: async ({ id, addresses }) => {
      await tryAll(addresses, engine().pyodide, (channel, said) => ear.postMessage({ id, channel, said }));
      return true;
    },
    fault({ name, within }) {
      const current = engine();
      const { pyodide, handle } = current;
      const deed = (request) => faults[name]({ pyodide, handle }, request);
      let calls = 0;
      if (within) current.handle = (request) => (++calls > 1 ? deed(request) : handle(request));
      else setTimeout(deed);
      return "soon";
    },
  };
  ear.onmessage = async ({ data: { id, ...order } }) => {
    if (!order.do || !engine()) return;
    ear.postMessage({ id, value: await actions[order.do]({ id, ...order }) });
  };
  ear.postMessage({ word: "born" });
  const say = self.postMessage.bind(self);
  self.postMessage = (word, ...rest) => {
    say(word, ...rest);
    if (word.type !== "progress") ear.postMessage({ word: word.type });
  };
  void navigator.locks?.request("youten-probe", () => new Promise(() => undefined));
  const listen = self.onmessage;
  self.onmessage = (event) => {
    if (event.data.text?.includes(POISON)) throw new Error("probe: poison");
    return listen(event);
  };
}
