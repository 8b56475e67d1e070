/**
 * Faults of the engine's worker: name -> function. Each occurs outside a request, or during the next one; then the
 * function gets that request and the real engine.
 */

const PYTHON = {
  SystemExit: "raise SystemExit(1)",
  "os._exit": "import os\nos._exit(3)",
  "Python recursion": "def f(n): return f(n + 1) + 1\nf(0)",
  "Python hang": "while True: pass",
};

/** Run Python; an exception reaches the worker's own handler. */
const python = (pyodide, code) => pyodide.pyimport("builtins").exec(code, pyodide.toPy({}));

const deep = (n) => deep(n + 1) + 1;

/** Allocate all available memory, large blocks first. */
function exhaust({ _malloc }) {
  for (let size = 1 << 30; size >= 16; size >>= 1) while (_malloc(size));
}

export const faults = {
  ...Object.fromEntries(Object.entries(PYTHON).map(([name, code]) => [name, ({ pyodide }) => python(pyodide, code)])),
  "out of memory": ({ pyodide, handle }, request) => {
    exhaust(pyodide._module);
    return handle(request);
  },
  "stack overflow": () => deep(0),
  // The names of characters are not among what a first visit has of the interpreter (py/sitebuild/pyodide/zones.mjs).
  "missing function": ({ pyodide, handle }, request) => {
    python(pyodide, "import unicodedata\nunicodedata.name('あ')");
    return handle(request);
  },
  "fatal Pyodide error": ({ pyodide, handle }, request) => {
    pyodide._module.HEAPU8.fill(0xff, 1 << 16);
    return handle(request);
  },
  "internal error": () => JSON.stringify({ ok: false, error: { code: "internal", message: "MemoryError" } }),
  "endless loop": () => {
    for (;;);
  },
  "worker gone": () => self.close(),
  "uncaught exception": () => {
    throw new Error("probe");
  },
  "unhandled rejection": () => void Promise.reject(new Error("probe")),
  "a word that cannot be sent": () => self.postMessage({ type: "done", summary: () => undefined }),
  "a word that nobody knows": () => self.postMessage({ type: "probe" }),
  "no word at all": () => self.postMessage(null),
};
