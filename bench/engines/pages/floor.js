/** The floor under any start: compile the wasm, instantiate it, start Python with the trimmed library; stop. */
import { bare } from "./python.js";
import { present } from "./peer.js";
import { heapBytes } from "../../../static/engine/worker/python.js";

void present(async () => {
  const pyodide = await bare({ stdlib: "stdlib.zip.gz", lock: "pyodide-lock.json" }, () =>
    performance.mark("bench:compiled"),
  );
  return { tokenize: () => 0, memory: () => heapBytes(pyodide) };
});
