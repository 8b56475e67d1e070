/** `<script async src="…/box.js">`: defines <youten-box>. */
import { defineBox } from "./box.js";
import { frameBeside, runningScript } from "./place.js";

defineBox(frameBeside(runningScript().src));
