/**
 * The box in one row at the top of the window, while the article is read and the box is out of sight. It opens to the
 * lines; a line leads to its place.
 *
 * Source: https://w3c.github.io/IntersectionObserver/
 */
import { byId, element } from "../../shared/dom.js";
import { button } from "../page/button.js";
import { showPlace } from "../page/jump.js";
import { numeral } from "../page/line-number.js";
import { onShown, shown } from "../page/shown.js";
import { say } from "../words/say.js";

const mini = byId("mini", HTMLDetailsElement);
const box = byId("box", HTMLElement);
const lines = element("div", "mini-lines");

let passed = false;

function show() {
  const sentences = shown()?.summary.sentences ?? [];
  const hidden = !passed || !sentences.length;
  if (hidden) mini.open = false;
  else if (mini.hidden) {
    const numerals = sentences.map((_, index) => numeral(index + 1)).join(" ");
    mini.replaceChildren(element("summary", "", element("b", "", say("list")), ` ${numerals}`), lines);
    lines.replaceChildren(...sentences.map(({ text }, index) => line(text, index + 1)));
  }
  mini.hidden = hidden;
}

/** @param {string} text @param {number} number */
function line(text, number) {
  const go = () => {
    mini.open = false;
    showPlace(number);
  };
  const node = button("", go, "mini-line");
  node.append(element("b", "", numeral(number)), element("span", "", text));
  return node;
}

export function startMini() {
  onShown(() => {
    mini.hidden = true;
    show();
  });
  new IntersectionObserver(([entry]) => {
    passed = Boolean(
      entry && !entry.isIntersecting && entry.boundingClientRect.bottom <= 0 && entry.boundingClientRect.height,
    );
    show();
  }).observe(box);
}
