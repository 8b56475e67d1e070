/** What the tests of the embed run in pages. */

/** Sentences of a box, wherever it stands. */
export const lines = (selector) =>
  Array.from(document.querySelector(selector).shadowRoot.querySelectorAll(".text"), (item) => item.textContent);

/** Press the button of a box. */
export const click = (selector) => document.querySelector(selector).shadowRoot.querySelector(".button").click();

/** Collect the events of boxes. */
export const collectEvents = () => {
  window.events = [];
  for (const name of ["ready", "progress", "summary", "error"]) {
    addEventListener(`youten-${name}`, ({ type, detail, target }) =>
      events.push({ type: type.slice("youten-".length), detail, tag: target.localName }),
    );
  }
};

/** Collect layout shifts, those before included. */
export const collectShifts = () => {
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) shifts.push(entry.value);
  }).observe({ type: "layout-shift", buffered: true });
};

/** Put frame.html into a foreign page, and collect what that page hears. */
export const openFrame = async (address) => {
  const frame = document.createElement("iframe");
  frame.src = address + "frame.html#engine";
  const loaded = new Promise((resolve) => (frame.onload = resolve));
  document.body.append(frame);
  await loaded;
  window.frame = frame;
  window.heard = [];
  addEventListener("message", ({ data }) => heard.push(data));
};

/** Say messages through the window, with no port, with one and with two. */
export const say = (messages) => {
  for (const message of messages) {
    for (const count of [0, 1, 2]) {
      const channels = Array.from({ length: count }, () => new MessageChannel());
      for (const { port1 } of channels) port1.onmessage = ({ data }) => heard.push(data);
      frame.contentWindow.postMessage(
        message,
        "*",
        channels.map(({ port2 }) => port2),
      );
    }
  }
};

/** Connect to the frame and keep the port. */
export const connect = async (connect) => {
  const { port1, port2 } = new MessageChannel();
  window.port = port1;
  port1.onmessage = ({ data }) => heard.push(data);
  frame.contentWindow.postMessage(connect, "*", [port2]);
};

/** Whether our frame sees what our page has stored: "seen", "apart" or "blocked". */
export const storageMode = async () => {
  try {
    return (await caches.has("probe")) ? "seen" : "apart";
  } catch {
    return "blocked";
  }
};
