/** Ways to bring the engine's worker down: name -> deed. Each happens outside of a request, or within the next. */

const PYTHON = {
  "SystemExit": "raise SystemExit(1)",
  "os._exit": "import os\nos._exit(3)",
  "MemoryError": "x = [bytearray(1 << 30) for _ in range(5)]",
  "Python recursion": "def f(n): return f(n + 1) + 1\nf(0)",
  "Python hang": "while True: pass",
};

/** Runs Python where an exception ends in the worker's own handler. */
const python = (pyodide, code) => pyodide.pyimport("builtins").exec(code, pyodide.toPy({}));

const deep = (n) => deep(n + 1) + 1;

export const faults = {
  ...Object.fromEntries(Object.entries(PYTHON).map(([name, code]) => [name, ({ pyodide }) => python(pyodide, code)])),
  "stack overflow": () => deep(0),
  "fatal Pyodide error": ({ pyodide, handle }) => {
    pyodide._module.HEAPU8.fill(0xff, 1 << 16);
    handle("{}");
  },
  "hang": () => { for (;;); },
  "worker gone": () => self.close(),
  "uncaught in a timer": () => void setTimeout(() => { throw new Error("probe"); }),
  "rejected promise": () => void Promise.reject(new Error("probe")).catch((error) => setTimeout(() => { throw error; })),
};
