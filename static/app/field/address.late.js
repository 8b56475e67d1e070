/** The dialog that leads from an address to the article's text: this page fetches nothing, so the reader does it. */
import { element, openDialog, speaker } from "../late-imports.js";

const say = speaker(__WORDS__.address);
const SVG = "http://www.w3.org/2000/svg";

/**
 * Parts of the pictures: [x, y, width, height, class].
 * @typedef {[number, number, number, number, string][]} Shapes
 */

/** @param {number[]} rows y of the lines of text @param {string} kind @returns {Shapes} */
const text = (rows, kind) => rows.map((y, index) => [12, y, index === rows.length - 1 ? 24 : 40, 4, kind]);
/** @type {Shapes} */
const FRAME = [[4, 2, 56, 76, "frame"]];

/** The three steps, drawn: a page, its text selected, the text in the field. @type {Shapes[]} */
const PICTURES = [
  [...FRAME, [12, 9, 40, 9, "strong"], ...text([26, 34, 42, 50, 58], "line")],
  [...FRAME, [12, 9, 40, 9, "line"], [9, 23, 46, 43, "marked"], ...text([26, 34, 42, 50, 58], "line")],
  [...FRAME, [10, 10, 44, 30, "frame"], [14, 16, 36, 4, "line"], [14, 24, 28, 4, "line"], [10, 46, 44, 24, "strong"]],
];

/** @param {Shapes} shapes */
function picture(shapes) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 64 80");
  svg.setAttribute("aria-hidden", "true");
  for (const [x, y, width, height, name] of shapes) {
    const shape = document.createElementNS(SVG, "rect");
    for (const [key, value] of Object.entries({ x, y, width, height, rx: 2, class: name })) {
      shape.setAttribute(key, String(value));
    }
    svg.append(shape);
  }
  return svg;
}

/** @param {string} address */
export function openGuide(address) {
  const phone = matchMedia("(pointer: coarse)").matches;
  const link = element("a", "button urgent", say("open"));
  link.href = address;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  const words = [say("first"), say(phone ? "selectPhone" : "select"), say(phone ? "bringPhone" : "bring")];
  const steps = words.map((word, index) => element("li", "", picture(PICTURES[index] ?? []), element("p", "", word)));
  openDialog(say("heading"), [
    element("p", "", say("why")),
    element("p", "quiet", address),
    element("ol", "guide", ...steps),
    element("p", "row", link),
  ]);
}
