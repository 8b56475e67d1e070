/**
 * Cases of the Summarizer interface, by table and name. docs/summarizer-api.md names them step by step.
 *
 * `run` gets S (Summarizer), M (CreateMonitor) and the text of an article; what it returns must be `expected`, as JSON.
 */

/** The name of what a promise rejects with. */
export const name = async (promise) =>
  promise.then(
    () => "resolved",
    (error) => error.name,
  );

/** The name of what a function throws. */
const thrown = (work) => {
  try {
    work();
    return "nothing";
  } catch (error) {
    return error.name;
  }
};

/** What a promise rejects with. */
const reason = async (promise) =>
  promise.then(
    () => "resolved",
    (error) => error,
  );

/** The pieces of a stream. */
const read = async (stream) => {
  const pieces = [];
  for await (const piece of stream) pieces.push(piece);
  return pieces;
};

export const webidl = {
  "illegal constructor": {
    run: async ({ S, M }) => [thrown(() => new S()), thrown(() => new M()), S.length],
    expected: ["TypeError", "TypeError", 0],
  },
  "static operations need no this": {
    run: async ({ S }) => {
      const { create, availability } = S;
      return [await availability(), typeof (await create())];
    },
    expected: ["available", "object"],
  },
  "names and lengths": {
    run: async ({ S }) => [
      S.name,
      S.create.length,
      S.availability.length,
      S.prototype.summarize.length,
      S.prototype.summarizeStreaming.length,
      S.prototype.measureInputUsage.length,
      S.prototype.destroy.length,
    ],
    expected: ["Summarizer", 0, 0, 1, 1, 1, 0],
  },
  tag: {
    run: async ({ S }) => String(await S.create()),
    expected: "[object Summarizer]",
  },
  "members are enumerable": {
    run: async ({ S }) =>
      ["create", "availability"].every((key) => Object.keys(S).includes(key)) &&
      ["summarize", "type", "inputQuota", "destroy"].every((key) => Object.keys(S.prototype).includes(key)),
    expected: true,
  },
  "attributes are read only": {
    run: async ({ S }) => {
      const s = await S.create();
      return thrown(() => {
        s.type = "x";
      });
    },
    expected: "TypeError",
  },
  "a wrong this": {
    run: async ({ S }) => {
      const p = S.prototype;
      return [
        await name(p.summarize.call({}, "x")),
        thrown(() => p.type),
        thrown(() => p.summarizeStreaming.call({}, "x")),
        await name(p.measureInputUsage.call(null, "x")),
        thrown(() => p.destroy.call({})),
      ];
    },
    expected: ["TypeError", "TypeError", "TypeError", "TypeError", "TypeError"],
  },
  "missing argument": {
    run: async ({ S }) => {
      const s = await S.create();
      return [await name(s.summarize()), thrown(() => s.summarizeStreaming()), await name(s.measureInputUsage())];
    },
    expected: ["TypeError", "TypeError", "TypeError"],
  },
  "options are a dictionary": {
    run: async ({ S }) => [
      await name(S.create(1)),
      await name(S.create("x")),
      await name(S.create(null)),
      await name(S.create(undefined)),
      await name(S.availability(true)),
      await name(S.availability(new Date())),
    ],
    expected: ["TypeError", "TypeError", "resolved", "resolved", "TypeError", "resolved"],
  },
  enumerations: {
    run: async ({ S }) =>
      Promise.all(
        [
          { type: "tl;dr" },
          { type: "TLDR" },
          { format: "html" },
          { length: "tiny" },
          { length: null },
          { preference: "x" },
          { type: Symbol() },
        ].flatMap((o) => [name(S.create(o)), name(S.availability(o))]),
      ),
    expected: [
      "TypeError",
      "TypeError",
      "TypeError",
      "TypeError",
      "TypeError",
      "TypeError",
      "TypeError",
      "TypeError",
      "TypeError",
      "TypeError",
      "TypeError",
      "TypeError",
      "TypeError",
      "TypeError",
    ],
  },
  strings: {
    run: async ({ S }) => {
      const s = await S.create({ sharedContext: 5 });
      return [
        s.sharedContext,
        await name(S.create({ sharedContext: Symbol() })),
        await name(s.summarize(Symbol())),
        await s.summarize({ toString: () => " " }),
      ];
    },
    expected: ["5", "TypeError", "TypeError", ""],
  },
  sequences: {
    run: async ({ S }) =>
      Promise.all(
        ["ja", 1, {}, null, [Symbol()], { [Symbol.iterator]: 1 }, new Set(["ja"])].map((list) =>
          name(S.availability({ expectedInputLanguages: list })),
        ),
      ),
    expected: ["TypeError", "TypeError", "TypeError", "TypeError", "TypeError", "TypeError", "resolved"],
  },
  "signals and callbacks": {
    run: async ({ S }) => {
      const s = await S.create();
      return [
        await name(S.create({ signal: {} })),
        await name(S.create({ signal: null })),
        await name(S.create({ monitor: {} })),
        await name(s.summarize("x", { signal: 1 })),
        thrown(() => s.summarizeStreaming("x", { signal: {} })),
        await name(s.measureInputUsage("x", { signal: "x" })),
      ];
    },
    expected: ["TypeError", "TypeError", "TypeError", "TypeError", "TypeError", "TypeError"],
  },
  "a signal of another realm": {
    run: async ({ S }) => {
      const f = document.body.appendChild(document.createElement("iframe"));
      const c = new f.contentWindow.AbortController();
      c.abort(7);
      const found = await reason(S.create({ signal: c.signal }));
      f.remove();
      return found;
    },
    expected: 7,
  },
  "members are read in order": {
    run: async ({ S }) => {
      const seen = [];
      const o = new Proxy(
        {},
        {
          get: (_, key) => {
            seen.push(key);
          },
        },
      );
      await S.create(o);
      await S.availability(o);
      return seen.join(" ");
    },
    expected:
      "expectedContextLanguages expectedInputLanguages format length outputLanguage preference type monitor sharedContext signal expectedContextLanguages expectedInputLanguages format length outputLanguage preference type",
  },
};
export const creation = {
  "validation comes before the signal": {
    run: async ({ S }) =>
      await reason(S.create({ signal: AbortSignal.abort(1), outputLanguage: "en-abc-invalid" })).then((e) => e.name),
    expected: "RangeError",
  },
  "malformed tags": {
    run: async ({ S }) =>
      Promise.all(
        ["", "e", "en_US", "en-abc-invalid", "ja-", "日本語"]
          .flatMap((tag) => [
            { outputLanguage: tag },
            { expectedInputLanguages: [tag] },
            { expectedContextLanguages: ["ja", tag] },
          ])
          .flatMap((o) => [name(S.create(o)), name(S.availability(o))]),
      ),
    expected: [
      "RangeError",
      "RangeError",
      "RangeError",
      "RangeError",
      "RangeError",
      "RangeError",
      "RangeError",
      "RangeError",
      "RangeError",
      "RangeError",
      "RangeError",
      "RangeError",
      "RangeError",
      "RangeError",
      "RangeError",
      "RangeError",
      "RangeError",
      "RangeError",
      "RangeError",
      "RangeError",
      "RangeError",
      "RangeError",
      "RangeError",
      "RangeError",
      "RangeError",
      "RangeError",
      "RangeError",
      "RangeError",
      "RangeError",
      "RangeError",
      "RangeError",
      "RangeError",
      "RangeError",
      "RangeError",
      "RangeError",
      "RangeError",
    ],
  },
  "an aborted signal": {
    run: async ({ S }) => {
      const error = new Error("x");
      return [
        (await reason(S.create({ signal: AbortSignal.abort() }))).name,
        (await reason(S.create({ signal: AbortSignal.abort(error) }))) === error,
      ];
    },
    expected: ["AbortError", true],
  },
  "aborted meanwhile": {
    run: async ({ S }) => {
      const c = new AbortController();
      const p = S.create({ signal: c.signal });
      c.abort(3);
      return reason(p);
    },
    expected: 3,
  },
  "the monitor's exception": {
    run: async ({ S }) => {
      const error = new Error("x");
      return (
        (await reason(
          S.create({
            monitor() {
              throw error;
            },
          }),
        )) === error
      );
    },
    expected: true,
  },
  "the monitor is called at once": {
    run: async ({ S, M }) => {
      let seen;
      const p = S.create({
        monitor(m) {
          seen = [m instanceof M, m instanceof EventTarget, this === undefined];
        },
      });
      const found = seen;
      await p;
      return found;
    },
    expected: [true, true, true],
  },
  "progress when available": {
    run: async ({ S }) => {
      const seen = [];
      let made = false;
      await S.create({
        monitor(m) {
          m.addEventListener("downloadprogress", (e) =>
            seen.push([e.loaded, e.total, e.lengthComputable, e instanceof ProgressEvent, made]),
          );
        },
      });
      made = true;
      await new Promise((r) => setTimeout(r, 50));
      return seen;
    },
    expected: [
      [0, 1, true, true, false],
      [1, 1, true, true, false],
    ],
  },
  ondownloadprogress: {
    run: async ({ S }) => {
      const seen = [];
      await S.create({
        monitor(m) {
          m.ondownloadprogress = 5;
          seen.push(m.ondownloadprogress);
          m.ondownloadprogress = () => seen.push("old");
          m.ondownloadprogress = function (e) {
            seen.push(this === m && e.loaded);
          };
        },
      });
      return seen;
    },
    expected: [null, 0, 1],
  },
  "no progress after an abort": {
    run: async ({ S }) => {
      const run = async (at) => {
        const seen = [];
        const c = new AbortController();
        const p = S.create({
          signal: c.signal,
          monitor(m) {
            m.ondownloadprogress = (e) => {
              seen.push(e.loaded);
              if (e.loaded === at) Promise.resolve().then(() => c.abort(9));
            };
          },
        });
        seen.push(await reason(p));
        return seen;
      };
      return [await run(0), await run(1)];
    },
    expected: [
      [0, 9],
      [0, 1, 9],
    ],
  },
  "languages that are not supported": {
    run: async ({ S }) =>
      Promise.all(
        [
          { outputLanguage: "zu" },
          { expectedInputLanguages: ["ja", "fr"] },
          { expectedContextLanguages: ["de"] },
        ].flatMap((o) => [S.availability(o), name(S.create(o))]),
      ),
    expected: [
      "unavailable",
      "NotSupportedError",
      "unavailable",
      "NotSupportedError",
      "unavailable",
      "NotSupportedError",
    ],
  },
  "too much shared context": {
    run: async ({ S }) => {
      const error = await reason(S.create({ sharedContext: "あ".repeat(1000001) }));
      return [error.name, error instanceof DOMException, error.requested, error.requested > error.quota];
    },
    expected: ["QuotaExceededError", true, 1000001, true],
  },
  "the signal destroys the object": {
    run: async ({ S }) => {
      const c = new AbortController();
      const s = await S.create({ signal: c.signal });
      c.abort(4);
      return reason(s.summarize("x"));
    },
    expected: 4,
  },
};
export const object = {
  defaults: {
    run: async ({ S }) => {
      const s = await S.create();
      return [
        s.type,
        s.format,
        s.length,
        s.preference,
        s.sharedContext,
        s.expectedInputLanguages,
        s.expectedContextLanguages,
        s.outputLanguage,
        s.inputQuota,
      ];
    },
    expected: ["key-points", "markdown", "short", "auto", "", null, null, null, 1e6],
  },
  "what was asked for": {
    run: async ({ S, text }) => {
      const s = await S.create({
        type: "tldr",
        format: "plain-text",
        length: "long",
        preference: "speed",
        sharedContext: "ニュース",
        expectedInputLanguages: ["JA", "ja", "en"],
        expectedContextLanguages: ["en"],
        outputLanguage: "JA",
      });
      return [
        s.type,
        s.format,
        s.length,
        s.preference,
        s.sharedContext,
        s.expectedInputLanguages,
        s.expectedContextLanguages,
        s.outputLanguage,
        s.inputQuota,
      ];
    },
    expected: ["tldr", "plain-text", "long", "speed", "ニュース", ["ja", "en"], ["en"], "ja", 999996],
  },
  "best fits": {
    run: async ({ S }) => {
      const s = await S.create({
        expectedInputLanguages: ["en-GB", "en-US", "ja-JP-u-ca-japanese"],
        outputLanguage: "ja-Jpan-JP",
      });
      return [s.expectedInputLanguages, s.outputLanguage];
    },
    expected: [["en", "ja"], "ja"],
  },
  "frozen and the same": {
    run: async ({ S }) => {
      const s = await S.create({ expectedInputLanguages: ["ja"] });
      return [Object.isFrozen(s.expectedInputLanguages), s.expectedInputLanguages === s.expectedInputLanguages];
    },
    expected: [true, true],
  },
  destroy: {
    run: async ({ S, text }) => {
      const s = await S.create();
      const p = name(s.summarize(text));
      const found = [s.destroy(), s.destroy()];
      return [
        found,
        await p,
        await name(s.summarize("x")),
        thrown(() => s.summarizeStreaming("x")),
        await name(s.measureInputUsage("x")),
      ];
    },
    expected: [[null, null], "AbortError", "AbortError", "AbortError", "AbortError"],
  },
  "destroying one leaves the others": {
    run: async ({ S, text }) => {
      const [a, b] = [await S.create(), await S.create()];
      a.destroy();
      return name(b.summarize(text));
    },
    expected: "resolved",
  },
};
export const results = {
  "aggregated and streamed are the same": {
    run: async ({ S, text }) => {
      const s = await S.create();
      const all = await read(s.summarizeStreaming(text));
      return [all.length, all.join("") === (await s.summarize(text))];
    },
    expected: [3, true],
  },
  "nothing to summarise": {
    run: async ({ S }) => {
      const s = await S.create({ type: "headline" });
      return [await s.summarize(""), await s.summarize(" \n　\0"), (await read(s.summarizeStreaming("	"))).length];
    },
    expected: ["", "", 0],
  },
  aborting: {
    run: async ({ S, text }) => {
      const s = await S.create();
      const run = (work) => {
        const c = new AbortController();
        const p = work({ signal: c.signal });
        c.abort(5);
        return reason(p);
      };
      return [
        await run((o) => s.summarize(text, o)),
        await run((o) => s.measureInputUsage(text, o)),
        await run((o) => read(s.summarizeStreaming(text, o))),
        await reason(s.summarize(text, { signal: AbortSignal.abort(6) })),
        await name(s.summarize(text)),
      ];
    },
    expected: [5, 5, 5, 6, "resolved"],
  },
  "a stream that is aborted already throws": {
    run: async ({ S, text }) => {
      const s = await S.create();
      return thrown(() => s.summarizeStreaming(text, { signal: AbortSignal.abort() }));
    },
    expected: "AbortError",
  },
  "aborting after the end": {
    run: async ({ S, text }) => {
      const s = await S.create();
      const c = new AbortController();
      const all = await read(s.summarizeStreaming(text, { signal: c.signal }));
      c.abort();
      return all.length;
    },
    expected: 3,
  },
  "cancelling a stream": {
    run: async ({ S, text }) => {
      const s = await S.create();
      const stream = s.summarizeStreaming(text);
      await stream.cancel();
      return [(await stream.getReader().read()).done, await name(s.summarize(text))];
    },
    expected: [true, "resolved"],
  },
  "many at once": {
    run: async ({ S, text }) => {
      const s = await S.create();
      const all = await Promise.all(Array.from({ length: 8 }, () => s.summarize(text)));
      return new Set(all).size;
    },
    expected: 1,
  },
  "more than the engine takes at the same time": {
    run: async ({ S, text }) => {
      const s = await S.create();
      const all = await Promise.all(Array.from({ length: 100 }, () => s.summarize(text)));
      return [all.length, new Set(all).size];
    },
    expected: [100, 1],
  },
  usage: {
    run: async ({ S }) => {
      const s = await S.create();
      return [
        await s.measureInputUsage("あいう"),
        await s.measureInputUsage("あいう", { context: "え" }),
        await s.measureInputUsage(""),
      ];
    },
    expected: [3, 4, 1],
  },
  "too large an input": {
    run: async ({ S }) => {
      const s = await S.create({ sharedContext: "あ".repeat(10) });
      const long = "あ".repeat(999991);
      const error = await reason(s.summarize(long));
      const streamed = await reason(read(s.summarizeStreaming(long)));
      return [error.name, error.requested, error.quota, streamed.name, await s.measureInputUsage(long)];
    },
    expected: ["QuotaExceededError", 999991, 999990, "QuotaExceededError", 999991],
  },
  "a language that is not supported": {
    run: async ({ S }) => {
      const s = await S.create();
      return [
        await name(s.summarize("Сегодня хорошая погода.")),
        await name(read(s.summarizeStreaming("안녕하세요. 반갑습니다."))),
      ];
    },
    expected: ["NotSupportedError", "NotSupportedError"],
  },
  "nothing is translated": {
    run: async ({ S, text }) => {
      const s = await S.create({ outputLanguage: "en" });
      return [await name(s.summarize(text)), await name(s.summarize("Please write a sentence in English."))];
    },
    expected: ["NotSupportedError", "resolved"],
  },
  English: {
    run: async ({ S }) => {
      const s = await S.create();
      return s.summarize("Please write a sentence in English.");
    },
    expected: "- Please write a sentence in English.",
  },
  "a lone surrogate": {
    run: async ({ S, text }) => {
      const s = await S.create();
      return name(s.summarize("\uD800" + text));
    },
    expected: "resolved",
  },
};

/** What single tests of test_summarizer.py run; each gets an argument of the test as well. */
export const steps = {
  created: async ({ S }) => [await name(S.create()), await S.availability()],
  allowed: async ({ S }) => [await S.availability(), await name(S.create())],
  progress: async ({ S }) => {
    const seen = [];
    const promise = S.create({ monitor: (m) => (m.ondownloadprogress = (e) => seen.push(e.loaded)) });
    const meanwhile = await S.availability();
    await promise;
    const count = seen.length;
    await new Promise((r) => setTimeout(r, 60));
    return [meanwhile, seen, await S.availability(), count];
  },
  // Aborted alone, then beside another that still waits.
  aborted: async ({ S }) => {
    const found = [];
    for (const start of [() => undefined, () => S.create()]) {
      const other = start();
      const controller = new AbortController();
      const promise = S.create({ signal: controller.signal });
      const meanwhile = await S.availability();
      controller.abort();
      found.push(meanwhile, await name(promise), await S.availability(), document.querySelectorAll("iframe").length);
      await other;
    }
    return [...found, await S.availability()];
  },
  summary: async ({ S, text }, options) => (await S.create(options)).summarize(text),
  "summary of": async ({ S }, [options, text]) => (await S.create(options)).summarize(text),
  "in context": async ({ S, text }, context) => (await S.create()).summarize(text, { context }),
};

/** In the page around a frame with the interface: what its operations do once the frame is gone. */
export async function detached(text) {
  const frame = document.querySelector("iframe");
  const [S, theirs] = [frame.contentWindow.S, frame.contentWindow.DOMException];
  const wrong = (error) => error instanceof theirs && error.name;
  const summarizer = await S.create();
  frame.remove();
  const found = [];
  const calls = [
    () => S.create(),
    () => S.availability(),
    () => summarizer.summarize(text),
    () => summarizer.measureInputUsage(text),
  ];
  for (const call of calls) {
    // A promise of a window that is gone calls nobody back; one that is rejected already says so.
    const late = new Promise((r) => setTimeout(r, 500));
    found.push(await Promise.race([call().then(() => "resolved", wrong), late]));
  }
  try {
    summarizer.summarizeStreaming(text);
  } catch (error) {
    found.push(wrong(error));
  }
  return found;
}

/** In a browser without the interface, with the polyfill: from create to a summary. */
export async function polyfilled(text) {
  const seen = [];
  const monitor = (m) => m.addEventListener("downloadprogress", (e) => seen.push(e.loaded));
  const s = await Summarizer.create({ monitor });
  const summary = await s.summarize(text);
  const failed = await s.summarize("x", { signal: AbortSignal.abort(1) }).catch((error) => error);
  const rising = seen.every((value, index) => !index || value > seen[index - 1]);
  return { first: seen[0], last: seen.at(-1), several: seen.length > 1, rising, summary, failed };
}
