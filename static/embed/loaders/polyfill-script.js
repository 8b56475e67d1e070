/**
 * `<script src="…/polyfill.js">`: the polyfill as a classic script, for scripts that follow it. With
 * `data-replace="unavailable"` it also replaces a Summarizer of the browser that is unavailable.
 */
import { replaceUnavailable } from "../summarizer-api/polyfill.js";
import { setSite } from "../summarizer-api/summarizer.js";
import { frameBeside, runningScript } from "./site.js";

const script = runningScript();
setSite(new URL("./", frameBeside(script.src)));
if (script.dataset["replace"] === "unavailable") void replaceUnavailable();
