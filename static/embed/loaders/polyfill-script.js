/** `<script src="…/polyfill.js">`: the polyfill as a classic script, for scripts that follow it. */
import { setSite } from "../summarizer-api/summarizer.js";
import { frameBeside, runningScript } from "./site.js";
import "../summarizer-api/polyfill.js";

setSite(new URL("./", frameBeside(runningScript().src)));
