/**
 * The page: starts its features, a folder each. `summary/run.js` has the way from the text to the box.
 *
 * - `field/`: where the article is typed; drafts and samples
 * - `import/`: paste, clipboard, files, drop, bookmarklet, the system's share sheet
 * - `summary/`: runs of the engine, the box, its controls, reasons, reading aloud
 * - `article/`: the article below the box; markers, importance, furigana
 * - `share/`: copy, save, links, code for blogs, and summaries that arrive in a link
 * - `offline/`: the service worker, what is stored, newer releases
 * - `settings/`, `history/`, `proof/`: the dialogs
 * - `page/`: what the features have in common; `words/`: everything the page says
 *
 * A file named `*.late.js` loads when its feature is first used.
 */
import { byId } from "../shared/dom.js";
import { startCurve } from "./article/curve.js";
import { startFurigana } from "./furigana/furigana.js";
import { startView } from "./article/view.js";
import { startField, takeUpText } from "./field/input.js";
import { startSamples } from "./field/samples.js";
import { startHistory } from "./history/history.js";
import { startImport } from "./import/index.js";
import { isFramed, refuseFrame } from "./page/framed.js";
import { inTime, onClick } from "./page/late.js";
import { mark } from "./page/timing.js";
import { startUndo } from "./page/undo.js";
import { startTheme } from "./settings/theme.js";
import { startCopyButton } from "./share/copy-button.js";
import { startShare } from "./share/index.js";
import { followEngine } from "./follow-engine.js";
import { startEdits } from "./summary/edit.js";
import { startMini } from "./summary/mini.js";
import { startReasons } from "./summary/reasons.js";
import { startRuns } from "./summary/run.js";
import { startSpeech } from "./summary/speech.js";
import { startWrapping } from "./summary/wrapping.js";

function start() {
  // Without its style sheet the page is as if it had not started.
  if (!document.documentElement.hasAttribute("data-unstyled")) byId("unstarted", HTMLElement).remove();
  startTheme();
  startView();
  startSamples();
  startReasons();
  startEdits();
  startMini();
  startUndo();
  startCopyButton();
  startSpeech();
  startHistory();
  startCurve();
  startRuns();
  void startWrapping();
  startFurigana();
  startField();
  onClick("settings", async () => (await inTime(import("./settings/dialog.late.js"))).openSettings());
  onClick("proof", async () => (await inTime(import("./proof/dialog.late.js"))).openProof());
  mark("interactive");
  followEngine();
  startImport();
  startShare();
  takeUpText();
  document.dispatchEvent(new Event("youten:started"));
}

if (isFramed) refuseFrame();
else start();
