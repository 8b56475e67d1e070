/** `<script src="…/polyfill.js">`: the same for a classic script, so that what follows it finds Summarizer. */
import { setSite } from "../summarizer.js";
import { frameBeside, runningScript } from "./place.js";
import "./polyfill.js";

setSite(new URL("./", frameBeside(runningScript().src)));
