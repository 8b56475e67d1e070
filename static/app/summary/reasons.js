/** Opens and closes the reasons of one line. Their contents load when they are first opened. */
import { byId } from "../../shared/dom.js";
import { inTime, reportLate } from "../page/late.js";
import { onShown, shown } from "../page/shown.js";
import { setCurrent } from "../page/jump.js";

const list = byId("lines", HTMLOListElement);
const panel = byId("reasons", HTMLElement);

const opener = () => list.querySelector(".why[aria-expanded=true]");

function close() {
  const button = opener();
  const inside = panel.contains(document.activeElement);
  button?.setAttribute("aria-expanded", "false");
  panel.hidden = true;
  panel.replaceChildren();
  setCurrent(0);
  if (inside && button instanceof HTMLElement) button.focus();
}

/** @param {HTMLElement} button */
async function open(button) {
  const line = Number(button.dataset["line"]);
  const now = shown();
  if (!now) return;
  const { showReasons } = await inTime(import("./reasons.late.js"));
  if (now !== shown()) return;
  close();
  showReasons(now, line, close);
  button.setAttribute("aria-expanded", "true");
  panel.hidden = false;
  setCurrent(line);
  panel.focus({ preventScroll: true });
  panel.scrollIntoView({ block: "nearest" });
}

export function startReasons() {
  list.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest(".why") : null;
    if (!(button instanceof HTMLElement)) return;
    if (button === opener()) close();
    else void open(button).catch(reportLate);
  });
  panel.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") close();
  });
  onShown(close);
}
