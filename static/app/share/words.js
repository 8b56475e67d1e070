/** The messages of the share dialog. Loaded with it. */
import { speaker } from "../late-imports.js";

export const say = speaker(__WORDS__.share);
