/**
 * The first script of the page: it opens the engine, so that everything else is done while that loads.
 *
 * Kept apart from the rest of the page, which is ten times its size and need not be there yet: it imports this, and
 * so it runs once this has ended.
 */
import { EngineClient } from "../engine/host/client.js";
import { byId } from "../shared/dom.js";
import { show } from "./held.js";

// The oracle and baseline of the measurements; it has files of its own, which are not for storing.
export const isStock = new URLSearchParams(location.search).get("engine") === "stock";

/** The engine's page of this very release, beside this script; the bundler may have put this code elsewhere. */
export const engineAddress = new URL("engine.html", byId("start", HTMLScriptElement).src);

export const engine = new EngineClient(engineAddress, {
  ...(isStock && { variant: "stock" }),
  assets: __ASSETS__,
  frame: () => document.querySelector("iframe#engine"),
});
engine.open();

// How long the page may wait for the engine's worker. ms
const WORKER_MS = 200;
// Its start passes through the page's own thread; one that is late, or does not come, is not waited for.
await Promise.race([engine.begun, new Promise((resolve) => setTimeout(resolve, WORKER_MS))]);
show();
