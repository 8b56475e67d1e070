/** Makes buttons. */
import { element } from "../../shared/dom.js";

/**
 * Make a button with a label and what it does.
 * @param {string} label
 * @param {(button: HTMLButtonElement) => unknown} act
 * @param {string} [className]
 */
export function button(label, act, className = "button") {
  const node = element("button", className, label);
  node.type = "button";
  node.addEventListener("click", () => void act(node));
  return node;
}
