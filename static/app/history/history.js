/** The history of articles that were read: off until the reader wants it, and deleted when it is switched off. */
import { byId } from "../../shared/dom.js";
import { inTime, onClick } from "../page/late.js";
import { onShown, shown } from "../page/shown.js";
import { onSetting, setting } from "../settings/settings.js";
import { editsOf } from "../summary/edits.js";

// An article counts as read after this time, ms.
const READ_MS = 1500;
const LONGEST_TITLE = 60;

const button = byId("history", HTMLButtonElement);

/** @type {ReturnType<typeof setTimeout> | undefined} */
let reading;

const late = () => inTime(import("./history.late.js"));

/** @param {import("../page/shown.js").Shown | undefined} now @param {number} [after] ms */
function onRead(now, after = READ_MS) {
  clearTimeout(reading);
  if (!now?.summary.sentences.length || !setting("history")) return;
  const { text, summary } = now;
  const title = (summary.title || summary.sentences[0]?.text || "").slice(0, LONGEST_TITLE);
  // The reader asked for nothing just now, so a failure is not reported.
  reading = setTimeout(
    () =>
      void late().then(
        ({ keep }) => keep({ title, text, edits: editsOf(text) }),
        () => undefined,
      ),
    after,
  );
}

function onSwitch() {
  button.hidden = !setting("history");
  clearTimeout(reading);
  // The article on the screen is the one that the reader wants to keep.
  if (setting("history")) return onRead(shown(), 0);
  void late().then(
    ({ wipe }) => wipe(),
    () => undefined,
  );
}

export function startHistory() {
  button.hidden = !setting("history");
  onShown((now) => onRead(now));
  onSetting("history", onSwitch);
  onClick("history", async () => (await late()).openHistory());
}
