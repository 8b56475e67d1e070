/** Functions that the page's browser tests run in it. They use nothing outside of themselves; see scripts.py. */

/** Run axe on the page; return the rules broken, with up to three elements each. */
export const axeFaults = async (tags) => {
  const { violations } = await axe.run(document, { runOnly: tags });
  const shown = (node) => node.html.slice(0, 120);
  return violations.map(({ id, nodes }) => [id, ...nodes.slice(0, 3).map(shown)]);
};

/** Return the beginnings of what is wider than the open dialog. */
export const sticksOut = () => {
  const dialog = document.querySelector("dialog[open]");
  const edge = dialog?.getBoundingClientRect().right ?? 0;
  return [...(dialog?.querySelectorAll("*") ?? [])]
    .filter((node) => node.getBoundingClientRect().right > edge + 1)
    .map((node) => `sticks out: ${node.outerHTML.slice(0, 120)}`);
};

/** Wait until nothing scrolls and no transition runs. What moves for ever, like a spinner, is not waited for. */
export const comeToRest = async () => {
  const moving = () =>
    document
      .getAnimations()
      .some(({ playState, effect }) => playState === "running" && effect.getComputedTiming().iterations !== Infinity);
  const frame = () => new Promise(requestAnimationFrame);
  for (let before; before !== scrollY || moving();) {
    before = scrollY;
    await frame();
    await frame();
  }
};

/** Delete what this origin keeps but for the files of the site. */
export const forgetTexts = async () => {
  localStorage.clear();
  sessionStorage.clear();
  for (const { name } of await indexedDB.databases()) {
    await new Promise((resolve, reject) => {
      Object.assign(indexedDB.deleteDatabase(name), { onsuccess: resolve, onerror: reject, onblocked: reject });
    });
  }
};

/** Drop a file or a text on an element; return what the page did. */
export const drop = ([name, bytes, text, html, selector]) => {
  const data = new DataTransfer();
  if (bytes) data.items.add(new File([Uint8Array.from(bytes)], name));
  if (text) data.setData("text/plain", text);
  if (html) data.setData("text/html", html);
  const init = { dataTransfer: data, bubbles: true, cancelable: true };
  const target = document.querySelector(selector);
  target.dispatchEvent(new DragEvent("dragenter", init));
  const veiled = !document.querySelector(".veil").hidden;
  const over = !target.dispatchEvent(new DragEvent("dragover", init));
  const dropped = !target.dispatchEvent(new DragEvent("drop", init));
  return { veiled, over, dropped, after: !document.querySelector(".veil").hidden };
};

/** Make a launch queue, which browsers have for installed pages only. */
export const fakeLaunchQueue = () => {
  Object.defineProperty(window, "launchQueue", {
    value: {
      setConsumer: (consumer) => {
        window.launched = (name, text) => consumer({ files: [{ getFile: async () => new File([text], name) }] });
      },
    },
  });
};

/** Replace the voices of the system, and record what they are given. */
export const fakeVoices = (voices) => {
  window.spoken = [];
  speechSynthesis.getVoices = () => voices;
  window.SpeechSynthesisUtterance = class {
    constructor(text) {
      this.text = text;
    }
  };
  speechSynthesis.cancel = () => undefined;
  speechSynthesis.speak = (utterance) => {
    window.spoken.push([utterance.text, utterance.voice.name]);
    utterance.onstart?.();
    setTimeout(() => utterance.onend?.());
  };
};

/** Return the focus: the id of the element or of the part it is in, and whether the element has a name. */
export const focusStop = () => {
  const { activeElement: now } = document;
  if (now === document.body) return ["", true];
  const part = now.id || now.closest("[id]")?.id || "footer";
  const labels = [...(now.labels ?? [])].map((label) => label.textContent).join("");
  const name = now.ariaLabel || now.getAttribute("aria-labelledby") || labels || now.textContent;
  return [part, Boolean(name.trim())];
};

/** Open the page and send it messages that it must not take. */
export const forgeMessages = async ([app, number]) => {
  const tab = window.open(`${app}#receive=${number}`);
  const send = (data) => tab.postMessage(data, "*");
  await new Promise((resolve) => addEventListener("message", resolve, { once: true }));
  for (const data of [
    null,
    "x",
    { youten: "article" },
    { youten: "article", number: "other", text: "偽物。" },
    { youten: "ready", number },
    { youten: "article", number, html: 1, text: { a: 1 } },
  ])
    send(data);
};

/** Return the lines of the summary without their readings. */
export const linesWithoutReadings = () =>
  Array.from(document.querySelectorAll("#lines .line"), (line) => {
    const copy = line.cloneNode(true);
    for (const rt of copy.querySelectorAll("rt")) rt.remove();
    return copy.textContent;
  });

/** Return the text marked for a line of the summary, without what was trimmed in it. */
export const markedLine = (line) =>
  Array.from(document.querySelectorAll(`#source mark[data-line="${line}"]`), (mark) => {
    const copy = mark.cloneNode(true);
    for (const trim of copy.querySelectorAll(".trim")) trim.remove();
    return copy.textContent;
  }).join("");

/** Return the marked parts of the article without what was trimmed in them. */
export const markedTexts = () =>
  Array.from(document.querySelectorAll("#source mark"), (mark) => {
    const copy = mark.cloneNode(true);
    for (const trim of copy.querySelectorAll(".trim")) trim.remove();
    return copy.textContent;
  });

/**
 * Return the controls that are not hit 22 pixels above, below, left or right of their middle (44 pixels in all).
 * Numbers and links inside running text are exempt (WCAG 2.2, 2.5.8: inline).
 */
export const missedTargets = () => {
  const controls = "button, select, input, textarea, .link, .switch";
  const seen = (node) =>
    node.checkVisibility() && !node.closest("p") && !node.closest("#source") && getComputedStyle(node).opacity !== "0";
  const targets = [...document.querySelectorAll(controls)].map((node) => node.closest("label") ?? node);
  return [...new Set(targets)]
    .filter(seen)
    .filter((node) => {
      node.scrollIntoView({ block: "center", behavior: "instant" });
      const { left, right, top, bottom } = node.getBoundingClientRect();
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      const around = [
        [0, 21],
        [0, -21],
        [21, 0],
        [-21, 0],
      ].map(([dx, dy]) => {
        const hit = document.elementFromPoint(Math.min(x + dx, innerWidth - 1), y + dy);
        return node.contains(hit) || hit?.closest("label")?.contains(node);
      });
      return around.includes(false);
    })
    .map((node) => node.outerHTML.slice(0, 90));
};

/** Send the event of a paste as a browser does; a script cannot fill the real clipboard. */
export const pasteEvent = (plain, html) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", plain);
  clipboardData.setData("text/html", html);
  const event = new Event("paste", { bubbles: true, cancelable: true });
  Object.defineProperty(event, "clipboardData", { value: clipboardData });
  const field = document.querySelector("#field");
  field.select();
  return !field.dispatchEvent(event);
};

/** Put a text into the field as pasting does. */
export const pasteIntoField = (text) => {
  performance.clearMarks("youten:summary");
  const field = document.querySelector("#field");
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
};

/** Record the texts that are drawn on canvases in `window.drawn`. */
export const recordDrawnText = () => {
  const { prototype } = CanvasRenderingContext2D;
  const { fillText } = prototype;
  window.drawn = [];
  prototype.fillText = function (text, ...place) {
    window.drawn.push(text);
    return fillText.call(this, text, ...place);
  };
};

/** Return focus, caret, place and size of the field, and how far the page is scrolled. */
export const placeOfField = () => {
  const field = document.querySelector("#field");
  const { x, y, width, height } = field.getBoundingClientRect();
  return [document.activeElement === field, field.selectionStart, x, y, width, height, scrollY];
};

/** Scroll without animation, because a moving element cannot be clicked reliably. */
export const scrollInstantly = () => {
  const { scrollIntoView } = Element.prototype;
  Element.prototype.scrollIntoView = function (how) {
    scrollIntoView.call(this, { ...how, behavior: "instant" });
  };
};

/** Select the first paragraph. */
export const selectParagraph = () => {
  const range = document.createRange();
  range.selectNodeContents(document.querySelector("main p"));
  getSelection().addRange(range);
};

/** Return the bytes of the files stored for offline use, in caches and in the file system. */
export const storedBytes = async (prefix) => {
  let sum = 0;
  for await (const folder of (await navigator.storage.getDirectory()).values()) {
    if (!folder.name.startsWith(prefix)) continue;
    for await (const file of folder.values()) sum += (await file.getFile()).size;
  }
  for (const name of await caches.keys()) {
    if (!name.startsWith(prefix)) continue;
    const cache = await caches.open(name);
    for (const request of await cache.keys()) sum += (await (await cache.match(request)).blob()).size;
  }
  return sum;
};

/** Return the names of everything stored. */
export const storedNames = async () => ({
  local: Object.keys(localStorage),
  session: Object.keys(sessionStorage),
  folders: await Array.fromAsync((await navigator.storage.getDirectory()).keys()),
  caches: await caches.keys(),
  databases: (await indexedDB.databases()).map(({ name }) => name),
});

/** Submit what the system shares, as the manifest describes it. */
export const submitShare = ([action, title, text, file]) => {
  const form = document.createElement("form");
  form.method = "POST";
  form.enctype = "multipart/form-data";
  form.action = action;
  const put = (name, value) => {
    const input = document.createElement("textarea"); // keeps line breaks
    Object.assign(input, { name, value });
    form.append(input);
  };
  put("title", title);
  put("text", text);
  if (file) {
    const input = Object.assign(document.createElement("input"), { type: "file", name: "file" });
    const data = new DataTransfer();
    data.items.add(new File([file], "shared.txt"));
    input.files = data.files;
    form.append(input);
  }
  document.body.append(form);
  form.submit();
};

/** Runs before the page: records the state of every frame before it is drawn, and layout shifts without input. */
export const watchFrames = () => {
  window.frames_ = [];
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, startTime, hadRecentInput, sources } of list.getEntries()) {
      const moved = sources.map(({ node }) => node?.id || node?.className || node?.nodeName);
      if (!hadRecentInput) window.shifts.push([value, startTime, moved]);
    }
  }).observe({ type: "layout-shift", buffered: true });
  const look = () => {
    const words = [...document.querySelectorAll("[data-say]")].map((node) => node.textContent.trim());
    const { lang, dataset } = document.documentElement;
    if (document.body) window.frames_.push([lang, dataset.theme, dataset.size, words]);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
};

/** Runs before the page: records whether it is hidden, each time that changes. */
export const watchHidden = () => {
  window.held = [];
  new MutationObserver((records) => {
    for (const { target } of records) window.held.push(target.hasAttribute("data-hidden"));
  }).observe(document, { attributes: true, subtree: true, attributeFilter: ["data-hidden"] });
};

/** Choose a radio button. */
export const choose = (name, value) => {
  document.querySelector(`input[name="${name}"][value="${value}"]`).click();
};

/** Put a value into a field and leave it. */
export const fillIn = (selector, value) => {
  const field = document.querySelector(selector);
  field.value = value;
  field.dispatchEvent(new Event("change"));
};

/** Tell whether the focus is at an element: its line and the nearest id, like "1lines". */
export const focusIsAt = (expected) => {
  const { activeElement: now } = document;
  return `${now?.dataset.line}${now?.closest("[id]")?.id}` === expected;
};

/** Select a text in the article below the box. */
export const selectInArticle = (text) => {
  const walker = document.createTreeWalker(document.querySelector("#source"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.data.indexOf(text);
    if (at >= 0) getSelection().setBaseAndExtent(node, at, node, at + text.length);
  }
};

/** Return the lines of the summary if there are so many, and not these. */
export const changedLines = (before, count) => {
  const lines = Array.from(document.querySelectorAll("#lines .line-tools"), (tools) => {
    return tools.parentElement.querySelector(".line").textContent;
  });
  return lines.length === count && lines.join() !== before.join() && lines;
};

/** Return the rich text of the clipboard, "" for none. */
export const copiedHtml = async () => {
  const [item] = await navigator.clipboard.read();
  return item.types.includes("text/html") ? (await item.getType("text/html")).text() : "";
};
