/** A read-only text area for text to copy. */
import { keepLocal } from "../../shared/dom.js";

/**
 * @param {string} label
 * @param {string} [text]
 * @param {number} [rows]
 */
export function codeArea(label, text = "", rows = 5) {
  const area = document.createElement("textarea");
  area.className = "code";
  area.readOnly = true;
  area.rows = rows;
  area.value = text;
  keepLocal(area);
  area.setAttribute("aria-label", label);
  return area;
}
