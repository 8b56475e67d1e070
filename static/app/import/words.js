/** What the ways in say. Loaded with the page, because a file that cannot be read must be reported at once. */
import { speaker } from "../words/say.js";

export const say = speaker(__WORDS__.import);
