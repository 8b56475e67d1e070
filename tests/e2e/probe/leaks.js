/**
 * Every channel out of a worker that browsers have, from JavaScript and from Python: name -> attempt.
 *
 * Each gets two addresses with the canary, http: and ws:, and returns "out", "held" or "absent". This result is only
 * informative: the servers and the browser's own log show whether it leaked.
 */

const WAIT = 1500; // ms; long against loopback

/** "held" unless `start` calls its first argument in time. */
const within = (start) =>
  new Promise((resolve) => {
    setTimeout(() => resolve("held"), WAIT);
    try {
      start(
        () => resolve("out"),
        () => resolve("held"),
      );
    } catch {
      resolve("held");
    }
  });

/** Return the result of a promise if it settles in time. */
const settled = (promise) => within((out, held) => promise.then(out, held));

const xhr = (url, make = () => new XMLHttpRequest()) =>
  within((out, held) => {
    const request = make();
    request.onload = out;
    request.onerror = held;
    request.open("GET", url);
    request.send();
  });

const socket = (url, make = () => new WebSocket(url)) =>
  within((out, held) => {
    const opened = make();
    opened.onopen = out;
    opened.onerror = held;
  });

/** Run Python; an exception counts as held. */
const python = (pyodide, code, values) => {
  const scope = pyodide.toPy(values);
  try {
    return pyodide.pyimport("builtins").exec(code, scope) ?? "held";
  } catch {
    return "held";
  }
};

export const channels = {
  fetch: (http) => settled(fetch(http, { mode: "no-cors" })),
  "fetch, posting": (http) => settled(fetch(http, { method: "POST", body: http, mode: "no-cors" })),
  "fetch, keepalive": (http) => settled(fetch(http, { keepalive: true, mode: "no-cors" })),
  "fetch of a Request": (http) => settled(fetch(new Request(http, { mode: "no-cors", cache: "no-store" }))),
  XMLHttpRequest: (http) => xhr(http),
  WebSocket: (http, ws) => socket(ws),
  EventSource: (http) =>
    within((out, held) => {
      const source = new EventSource(http);
      source.onopen = out;
      source.onerror = () => {
        source.close();
        held();
      };
    }),
  "import()": (http) => settled(import(/* @vite-ignore */ `${http}.mjs`)),
  importScripts: (http) =>
    within((out) => {
      importScripts(http);
      out();
    }),
  "cache.add": (http) => settled(caches.open("probe").then((cache) => cache.add(http))),
  FontFace: (http) => (self.FontFace ? settled(new FontFace("probe", `url(${http})`).load()) : "absent"),
  WebTransport: (http) =>
    self.WebTransport
      ? within((out, held) => {
          const transport = new WebTransport(http.replace("http:", "https:"));
          transport.ready.then(out, held);
          transport.closed.catch(() => undefined);
        })
      : "absent",
  RTCPeerConnection: () => (self.RTCPeerConnection ? "out" : "absent"),
  "WebAssembly streaming": (http) => settled(WebAssembly.compileStreaming(fetch(http, { mode: "cors" }))),
  "service worker": (http) =>
    self.navigator?.serviceWorker ? settled(self.navigator.serviceWorker.register(http)) : "absent",
  "Python: js.fetch": (http, ws, pyodide) =>
    settled(Promise.resolve(pyodide.pyimport("js").fetch(http, { mode: "no-cors" }))),
  "Python: js.XMLHttpRequest, synchronous": (http, ws, pyodide) =>
    python(pyodide, "import js\nr = js.XMLHttpRequest.new()\nr.open('GET', url, False)\nr.send()", { url: http }),
  "Python: js.WebSocket": (http, ws, pyodide) => python(pyodide, "import js\njs.WebSocket.new(url)", { url: ws }),
  "Python: pyodide.http.open_url": (http, ws, pyodide) =>
    python(pyodide, "from pyodide.http import open_url\nopen_url(url)", { url: http }),
  "Python: urllib": (http, ws, pyodide) =>
    python(pyodide, "from urllib.request import urlopen\nurlopen(url)", { url: http }),
  "Python: socket": (http, ws, pyodide) =>
    python(pyodide, "import socket\ns = socket.create_connection((host, port), 1)\ns.sendall(url.encode())", {
      url: http,
      host: "127.0.0.1",
      port: Number(new URL(http).port),
    }),
  // Last, because creating one sometimes hangs in Firefox (ESR 153), and later channels would not be tried.
  "nested worker": (http) =>
    within((out, held) => {
      const worker = new Worker(http, { type: "module" });
      worker.onmessage = out;
      worker.onerror = held;
    }),
  "nested worker from a blob": (http) =>
    within((out, held) => {
      const code = `fetch(${JSON.stringify(http)}, { mode: "no-cors" }).then(() => postMessage("out"), () => postMessage("held"))`;
      const worker = new Worker(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
      worker.onmessage = ({ data }) => (data === "out" ? out() : held());
      worker.onerror = held;
    }),
};

/** Try all channels one after the other, and report each result: `tell(name, word)`. */
export async function tryAll(addresses, pyodide, tell) {
  for (const [name, attempt] of Object.entries(channels)) {
    const [http, ws] = addresses.map((address) => `${address}${encodeURIComponent(name)}`);
    try {
      tell(name, (await attempt(http, ws, pyodide)) ?? "held");
    } catch {
      tell(name, "held");
    }
  }
}
