/** Channels out of the worker: name -> attempt to reach an address, which gives "out" or "held". */
export const channels = {
  fetch: (address) =>
    fetch(address, { mode: "no-cors" }).then(
      () => "out",
      () => "held",
    ),
  XMLHttpRequest: (address) =>
    new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.onload = () => resolve("out");
      request.onerror = () => resolve("held");
      try {
        request.open("GET", address);
        request.send();
      } catch {
        resolve("held");
      }
    }),
  WebSocket: (address) =>
    new Promise((resolve) => {
      try {
        const socket = new WebSocket(address.replace("http", "ws"));
        socket.onopen = () => resolve("out");
        socket.onerror = () => resolve("held");
      } catch {
        resolve("held");
      }
    }),
  EventSource: (address) =>
    new Promise((resolve) => {
      try {
        const source = new EventSource(address);
        source.onopen = () => resolve("out");
        source.onerror = () => {
          source.close();
          resolve("held");
        };
      } catch {
        resolve("held");
      }
    }),
  import: (address) =>
    import(address).then(
      () => "out",
      () => "held",
    ),
  cache: (address) =>
    caches
      .open("probe")
      .then((cache) => cache.add(address))
      .then(
        () => "out",
        () => "held",
      ),
  worker: (address) =>
    new Promise((resolve) => {
      try {
        const worker = new Worker(address, { type: "module" });
        worker.onerror = () => resolve("held");
        setTimeout(() => resolve("held"), 300);
      } catch {
        resolve("held");
      }
    }),
};
