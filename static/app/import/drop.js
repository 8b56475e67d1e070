/**
 * Dropping files or text anywhere on the page. Otherwise the browser would leave the page and open the file.
 *
 * Source: https://html.spec.whatwg.org/multipage/dnd.html
 */
import { element } from "../../shared/dom.js";
import { isLong } from "../field/long.js";
import { field } from "../page/field.js";
import { takeRich } from "./clipboard.js";
import { takeFiles } from "./take.js";
import { say } from "./words.js";

/** @param {DragEvent} event */
const carries = (event, /** @type {string} */ type) => event.dataTransfer?.types.includes(type) ?? false;

/** Tell whether a drop is handled here. Text dropped into the field is left to the browser. @param {DragEvent} event */
const isOurs = (event) => carries(event, "Files") || (carries(event, "text/plain") && event.target !== field);

/** Tell whether a dropped text is too long to be left to the browser. @param {DragEvent} event */
const isLongText = ({ dataTransfer }) => isLong(dataTransfer?.getData("text/plain").length ?? 0);

/** @param {DataTransfer} data */
function takeData(data) {
  const files = Array.from(data.files);
  if (files.length) return takeFiles(files);
  field.select();
  return takeRich(data.getData("text/html"), data.getData("text/plain"));
}

export function startDrop() {
  const veil = element("div", "veil", element("p", "", say("drop")));
  veil.hidden = true;
  document.body.append(veil);
  // These events come for every element that the pointer crosses.
  let depth = 0;
  const show = (/** @type {number} */ change) => {
    depth = Math.max(0, depth + change);
    veil.hidden = depth === 0;
  };
  addEventListener("dragenter", (event) => carries(event, "Files") && show(1));
  addEventListener("dragleave", (event) => carries(event, "Files") && show(-1));
  addEventListener("dragover", (event) => {
    if (isOurs(event)) event.preventDefault();
  });
  addEventListener("drop", (event) => {
    show(-Infinity);
    if (!(isOurs(event) || isLongText(event)) || !event.dataTransfer) return;
    event.preventDefault();
    void takeData(event.dataTransfer);
  });
}
