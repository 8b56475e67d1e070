/** The dialog that explains how readers can check that the text stays on the device. */
import { element, openDialog, speaker } from "../late-imports.js";

const STEPS = /** @type {const} */ (["flight", "network", "policy"]);

const say = speaker(__WORDS__.proof);

export function openProof() {
  const steps = STEPS.map((step) =>
    element("li", "", element("b", "", say(step)), element("p", "", say(`${step}Text`))),
  );
  openDialog(say("heading"), [element("p", "", say("intro")), element("ol", "steps", ...steps)]);
}
