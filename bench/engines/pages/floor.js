/** The minimum of any start: compile and instantiate the wasm and start Python with the trimmed library. */
import { bare } from "./python.js";
import { present } from "./peer.js";
import { heapBytes } from "../../../static/engine/worker/python.js";

void present(async () => {
  const pyodide = await bare({ stdlib: "stdlib.zip.gz", lock: "pyodide-lock.json" }, () =>
    performance.mark("bench:compiled"),
  );
  return { tokenize: () => 0, memory: () => heapBytes(pyodide) };
});
