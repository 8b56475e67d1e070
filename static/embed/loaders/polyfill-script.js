/** `<script src="…/polyfill.js">`: the same for a classic script, so that what follows it finds Summarizer. */
import { setSite } from "../summarizer-api/summarizer.js";
import { frameBeside, runningScript } from "./site.js";
import "../summarizer-api/polyfill.js";

setSite(new URL("./", frameBeside(runningScript().src)));
