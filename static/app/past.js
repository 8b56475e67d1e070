/** History of what was read: off until the reader asks for it, and gone when it is switched off. */
import { byId } from "../shared/dom.js";
import { say } from "./messages.js";
import { complain, onShown } from "./page.js";
import { onSetting, setting } from "./settings.js";

// An article that is replaced or changed sooner was not read; ms.
const READ_MS = 1500;
const TITLE = 60;

const button = byId("history", HTMLButtonElement);

/** @type {ReturnType<typeof setTimeout> | undefined} */
let reading;

const late = () => import("./late/history.js");

/** @param {import("./page.js").Shown | undefined} now */
function onRead(now) {
  clearTimeout(reading);
  if (!now?.summary.sentences.length || !setting("history")) return;
  const { text, summary } = now;
  const title = (summary.title || summary.sentences[0]?.text || "").slice(0, TITLE);
  // Whatever fails here is no business of the reader's.
  reading = setTimeout(() => void late().then(({ keep }) => keep({ title, text }), () => undefined), READ_MS);
}

function onSwitch() {
  button.hidden = !setting("history");
  if (setting("history")) return;
  clearTimeout(reading);
  void late().then(({ wipe }) => wipe(), () => undefined);
}

export function startHistory() {
  button.hidden = !setting("history");
  onShown(onRead);
  onSetting("history", onSwitch);
  button.addEventListener("click", () => void late().then(({ openHistory }) => openHistory(), () => complain(say("unreachable"))));
}
