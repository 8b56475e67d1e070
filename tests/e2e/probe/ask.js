/** What a page asks the probed worker (attach.js), through a channel of its own origin. */

/** Send one order; gives its answer. */
export const ask = (order, patience) =>
  new Promise((resolve, reject) => {
    const id = Math.random();
    const mouth = new BroadcastChannel("youten-probe");
    const timer = setTimeout(() => {
      mouth.close();
      reject(new Error("the worker does not answer"));
    }, patience);
    mouth.onmessage = ({ data }) => {
      if (data.id !== id || !("value" in data)) return;
      clearTimeout(timer);
      mouth.close();
      resolve(data.value);
    };
    mouth.postMessage({ id, ...order });
  });

/** Let the worker try all channels: name -> result. If one never returns, the results before it. */
export const leak = (addresses, patience) =>
  new Promise((resolve) => {
    const id = Math.random();
    const said = {};
    const mouth = new BroadcastChannel("youten-probe");
    const end = () => {
      mouth.close();
      resolve(said);
    };
    const timer = setTimeout(end, patience);
    mouth.onmessage = ({ data }) => {
      if (data.id !== id) return;
      if ("channel" in data) said[data.channel] = data.said;
      if (!("value" in data)) return;
      clearTimeout(timer);
      end();
    };
    mouth.postMessage({ id, do: "leak", addresses });
  });
