/**
 * The page inside of another page: it shows a link and nothing else, so that another page cannot lay itself over an
 * article, or lead clicks to a button. Hosts like GitHub Pages send no header that would forbid it.
 */
import { element } from "../../shared/dom.js";
import { say } from "../words/say.js";

export const isFramed = window.top !== window.self;

/** Show a link that opens the page in a tab of its own. */
export function refuseFrame() {
  const link = element("a", "button", say("openAlone"));
  link.href = new URL("./", document.baseURI).href;
  link.target = "_blank";
  link.rel = "noopener";
  document.body.replaceChildren(element("p", "", say("framed")), link);
}
