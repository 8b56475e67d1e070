/**
 * The first script of the page: opens the engine, so that the page is prepared while that loads.
 *
 * It is separate from the rest of the page, which is ten times as large and not needed yet. The rest imports it and
 * therefore runs after it.
 */
import { EngineClient } from "../engine/host/client.js";
import { byId } from "../shared/dom.js";
import { showPage } from "./page/first-paint.js";

// How long the first paint may wait for the engine's worker, whose start passes through the page's own thread. ms
const WORKER_MS = 200;

/** The unmodified engine, the baseline of measurements. Its own files are not stored. */
export const isStock = new URLSearchParams(location.search).get("engine") === "stock";

/** The engine's page of this release, beside this script. (The bundler may put this code into another file.) */
export const engineAddress = new URL("engine.html", byId("start", HTMLScriptElement).src);

export const engine = new EngineClient(engineAddress, {
  ...(isStock && { variant: "stock" }),
  assets: __SITE__.assets,
  frame: () => document.querySelector("iframe#engine"),
});
engine.open();

await Promise.race([engine.begun, new Promise((resolve) => setTimeout(resolve, WORKER_MS))]);
showPage();
