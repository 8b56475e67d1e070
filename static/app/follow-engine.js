/** Follows the engine: its progress, its failure and a new try. Once it is ready, the page is stored for offline use. */
import { byId } from "../shared/dom.js";
import { field } from "./page/field.js";
import { prepareOffline } from "./offline/index.js";
import { announce, clearStatus, showDownload, showPhase, showReady } from "./page/status.js";
import { mark } from "./page/timing.js";
import { engine, isStock } from "./start.js";
import { say, sayError } from "./words/say.js";
import { setEngineState } from "./page/engine-state.js";
import { afterRun, isRunning, summarize } from "./summary/run.js";

let offlineStarted = false;

/** Store everything, after the summary of a text that waited: unpacking and checking would slow it down. */
function startOffline() {
  if (offlineStarted || isStock) return;
  offlineStarted = true;
  afterRun(() => void prepareOffline());
}

/** @type {import("../engine/host/client.js").Listener} */
const listener = {
  download: showDownload,
  phase: (name) => {
    setEngineState("loading");
    showPhase(name);
  },
  ready: (phases, heapBytes) => {
    setEngineState("ready");
    mark("ready", { phases, heapBytes });
    startOffline();
    if (isRunning()) return;
    showReady();
    announce(say("ready"));
  },
  stalled: (still) => setEngineState(still ? "stalled" : "loading", still ? say("stalled") : ""),
  failed: (code, detail) => {
    console.error(`engine: ${code}: ${detail}`);
    setEngineState("failed", sayError(code));
    clearStatus();
  },
};

export function followEngine() {
  engine.listen(listener);
  byId("retry", HTMLButtonElement).addEventListener("click", () => {
    setEngineState("loading");
    engine.open();
    if (field.value) void summarize(true);
  });
}
