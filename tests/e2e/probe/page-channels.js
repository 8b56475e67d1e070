/**
 * In a page that has opened the app as `tab`: return all that can be read of that tab, then lead it elsewhere.
 * What is refused reads as undefined.
 */
export const spy = (url) => {
  const attempt = (work) => {
    try {
      return work();
    } catch {
      return undefined;
    }
  };
  const { tab } = window;
  const reads = {
    text: () => tab.document.documentElement.outerHTML,
    address: () => tab.location.href,
    name: () => tab.name,
    drafts: () => JSON.stringify({ ...tab.localStorage, ...tab.sessionStorage }),
    frames: () => Array.from({ length: tab.length }, (_, index) => attempt(() => tab[index].document.body.innerText)),
    globals: () => Object.getOwnPropertyNames(tab).map((name) => attempt(() => String(tab[name]))),
  };
  const learned = Object.entries(reads).map(([name, read]) => [name, attempt(read)]);
  for (const type of ["ask", "draft", "article", "summarize"]) attempt(() => tab.postMessage({ youten: type }, "*"));
  attempt(() => tab.location.replace(url));
  attempt(() => tab.name && open(url, tab.name));
  return learned;
};

/** Channels out of a page: name -> attempt to reach an address. A page may reach its own server and no other. */
export const channels = {
  fetch: (url) => fetch(url, { mode: "no-cors" }).catch(() => 0),
  XMLHttpRequest: (url) => {
    const r = new XMLHttpRequest();
    r.open("GET", url);
    r.send();
  },
  sendBeacon: (url) => navigator.sendBeacon(url, url),
  WebSocket: (url) => void new WebSocket(url.replace("http", "ws")),
  EventSource: (url) => void new EventSource(url),
  image: (url) => {
    new Image().src = url;
  },
  script: (url) => {
    document.head.append(Object.assign(document.createElement("script"), { src: url }));
  },
  "style sheet": (url) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: url });
    document.head.append(link);
  },
  prefetch: (url) => {
    const link = Object.assign(document.createElement("link"), { rel: "prefetch", href: url });
    document.head.append(link);
  },
  "module preload": (url) => {
    const link = Object.assign(document.createElement("link"), { rel: "modulepreload", href: url });
    document.head.append(link);
  },
  icon: (url) => {
    const link = Object.assign(document.createElement("link"), { rel: "icon", href: url });
    document.head.append(link);
  },
  frame: (url) => {
    const f = document.createElement("iframe");
    f.src = url;
    document.body.append(f);
  },
  form: (url) => {
    const form = Object.assign(document.createElement("form"), { method: "post", action: url });
    document.body.append(form);
    form.submit();
  },
  video: (url) => {
    const v = document.createElement("video");
    v.src = url;
    v.load();
  },
  object: (url) => {
    document.body.append(Object.assign(document.createElement("object"), { data: url }));
  },
  background: (url) => {
    document.body.style.backgroundImage = `url(${url})`;
  },
  font: (url) => new FontFace("probe", `url(${url})`).load().catch(() => 0),
  "import()": (url) => import(url).catch(() => 0),
  worker: (url) => {
    new Worker(url);
  },
};
