/**
 * The first script of the page: it opens the engine, so that everything else is done while that loads.
 *
 * Kept apart from the rest of the page, which is ten times its size and need not be there yet.
 */
import { EngineClient } from "../engine/client.js";
import { byId } from "./dom.js";

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
