/** `<script async src="…/box.js">`: defines <youten-box>. */
import { defineBox } from "../element/box.js";
import { frameBeside, runningScript } from "./site.js";

defineBox(frameBeside(runningScript().src));
