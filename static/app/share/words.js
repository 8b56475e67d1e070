/** What the share dialog says. Loaded with it. */
import { speaker } from "../late-imports.js";

export const say = speaker(__WORDS__.share);
