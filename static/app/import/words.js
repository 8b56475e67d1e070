/** The messages of the input methods. Loaded with the page, because unreadable files must be reported at once. */
import { speaker } from "../words/say.js";

export const say = speaker(__WORDS__.import);
