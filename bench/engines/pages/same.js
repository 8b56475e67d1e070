/**
 * Our and stock Janome in the same Pyodide. This is not a visit; only the steady state is timed.
 *
 * On the window: `bench.time(name, text)` returns the milliseconds of one piece of work. "ours" and "stock"
 * tokenise, "summary" is the whole pipeline on ours. "stock" exists after `bench.addStock()`.
 */
import { bare, file } from "./python.js";
import { present } from "./peer.js";

const WORK = `
import gc
from time import perf_counter
from json import dumps
from youten import browser

with open("/dictionary.bin", "rb") as packed:
    handle = browser.boot(packed.read())  # as the worker does it
(ours,) = browser._kept
works = {
    "ours": ours.analyze,
    "summary": lambda text: handle(dumps({"action": "summarize", "text": text})),
}

def add_stock():
    from youten.morphology.stock import StockAnalyzer
    # Tokens only: finding their offsets is our addition, and its time would be charged to Janome.
    tokenizer = StockAnalyzer()._tokenizer
    works["stock"] = lambda text: list(tokenizer.tokenize(text))
    gc.freeze()  # as ours was

def time(name, text):
    begin = perf_counter()
    works[name](text)
    return (perf_counter() - begin) * 1000
`;

void present(async () => {
  const names = { stdlib: "python_stdlib.zip", lock: "stock-lock.json" };
  const parts = [file("janome.whl"), file("youten.whl"), file("dictionary.bin.gz")];
  const pyodide = await bare(names, () => undefined);
  const [janome, youten, dictionary] = await Promise.all(parts);
  for (const wheel of [janome, youten]) pyodide.unpackArchive(/** @type {Uint8Array} */ (wheel), "wheel");
  pyodide.FS.writeFile("/dictionary.bin", /** @type {Uint8Array} */ (dictionary));
  pyodide.runPython(WORK);
  const time = pyodide.globals.get("time");
  return {
    tokenize: () => 0,
    memory: () => null,
    time: (/** @type {string} */ name, /** @type {string} */ text) => time(name, text),
    addStock: () => pyodide.runPython("add_stock()"),
  };
});
