/**
 * A run: from the text of the field to the summary on the page.
 *
 * A run shows the article's beginning at once where the engine takes longer, and the summary when it is there. A new
 * run ends the one before it. A change of the options only chooses again among what the engine has read.
 */
import { EngineError, engineError } from "../../shared/engine-error.js";
import { byId } from "../../shared/dom.js";
import { wellFormed } from "../../shared/text.js";
import { excess, field, setCompact } from "../page/field.js";
import { inTime } from "../page/late.js";
import { setShown, shown } from "../page/shown.js";
import { announce, clearStatus, complain, showReady, showWorking } from "../page/status.js";
import { mark } from "../page/timing.js";
import { setting } from "../settings/settings.js";
import { engine } from "../start.js";
import { language } from "../words/language.js";
import { say, sayError } from "../words/say.js";
import { clearBox, hasSummary } from "./box.js";
import { clearFocus, focus, options, optionsWithPhrases, room, showFocusNote, startControls } from "./controls.js";
import { editsOf } from "./edits.js";
import { treatment } from "./foreign.js";
import { aboutFocus } from "./focus.js";
import { engineFailure, engineState } from "../page/engine-state.js";
import { formFor } from "./read-as.js";
import { setView, showBeginning, showChanged, showResult, showUnfinished } from "./show.js";

/** @typedef {import("../../engine/protocol.js").Format} Format */
/** @typedef {import("../page/shown.js").Shown} Shown */

// A ready engine usually answers sooner; then no provisional box appears. ms
const PATIENCE_MS = 80;

const stop = byId("stop", HTMLButtonElement);
const again = byId("again", HTMLButtonElement);

/** @type {AbortController | undefined} of the run under way */
let run;
/** @type {AbortController | undefined} of the change under way */
let change;
/** @type {ReturnType<typeof setTimeout> | undefined} until the next run */
let waiting;
/** @type {Shown | undefined} what the program chose for the article on the page */
let chosen;
/** @type {(() => void)[]} what waits until no run is under way */
const later = [];

export const isRunning = () => Boolean(run);

/** Tell whether a run is under way or scheduled. */
export const isActive = () => Boolean(run || waiting);

/** Do something that is in nobody's way: now, or once the run under way has ended. @param {() => void} work */
export function afterRun(work) {
  if (run) later.push(work);
  else work();
}

/** @param {AbortController | undefined} controller */
function setRun(controller) {
  run = controller;
  stop.hidden = !controller;
  again.hidden = true;
  // The result is drawn before, and another run may begin at once.
  if (!controller) setTimeout(() => later.splice(0).forEach(afterRun));
}

/** End the current run. Code that waits for it checks its signal and does nothing more. */
function endRun() {
  clearTimeout(waiting);
  waiting = undefined;
  run?.abort(new EngineError("stopped"));
  change?.abort(new EngineError("stopped"));
  setRun(undefined);
  if (engineState() === "ready") clearStatus();
}

/** Show the page without an article. @param {string} [problem] why there is nothing to show */
export function showEmpty(problem = "") {
  endRun();
  chosen = undefined;
  setShown(undefined);
  clearBox();
  clearFocus();
  setCompact(false);
  complain(problem || engineFailure());
  setView("empty");
  if (engineState() === "ready") showReady();
}

/** @param {unknown} thrown */
function sentenceFor(thrown) {
  const { code, message } = engineError(thrown, "unknown");
  return sayError(code, {}, message);
}

/**
 * Summarise what is in the field.
 * @param {boolean} pasted show the beginning even over an older summary
 */
export async function summarize(pasted) {
  endRun();
  const text = wellFormed(field.value);
  const over = excess(text);
  if (over) return showEmpty(sayError(over.code, over));
  complain(engineFailure());
  const controller = new AbortController();
  const { signal } = controller;
  setRun(controller);
  const asked = { ...optionsWithPhrases(), form: formFor(text) };
  const preview = () => {
    if (!signal.aborted && (pasted || !hasSummary())) showBeginning(text);
  };
  const patience = engineState() === "ready" ? setTimeout(preview, PATIENCE_MS) : preview();
  try {
    const result = await engine.summarize(text, { options: asked, salience: true, signal, progress: showWorking });
    if (signal.aborted) return;
    const { phases, heapBytes, summary, salience = [] } = result;
    if (treatment(text, summary) === "refused") {
      showEmpty(sayError("language"));
      return;
    }
    chosen = inOneLine({ text, summary, salience });
    const now = editsOf(text) ? await withEdits(chosen, signal) : chosen;
    if (signal.aborted) return;
    setRun(undefined);
    showResult(now, { phases, heapBytes });
    if (JSON.stringify(asked) !== JSON.stringify({ ...optionsWithPhrases(), form: formFor(text) })) void adjust();
  } catch (thrown) {
    if (signal.aborted) return;
    setRun(undefined);
    showUnfinished("failedNote", sentenceFor(thrown));
  } finally {
    clearTimeout(patience ?? undefined);
  }
}

byId("notices", HTMLUListElement).addEventListener("read-again", () => void summarize(false));

/**
 * Summarise after `ms`, unless another run is requested before.
 * @param {boolean} pasted
 * @param {number} ms
 */
export function schedule(pasted, ms) {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    waiting = undefined;
    void summarize(pasted);
  }, ms);
}

/**
 * Return a summary with its headline alone, if the reader wants one line and there is one.
 * @param {Shown} now
 * @returns {Shown}
 */
function inOneLine(now) {
  const { headline, articleChars } = now.summary;
  if (setting("unit") !== "headline" || !headline) return now;
  const summaryChars = [...headline.text].length;
  const compressionRate = articleChars ? summaryChars / articleChars : 0;
  return { ...now, summary: { ...now.summary, sentences: [headline], summaryChars, compressionRate, notices: [] } };
}

/**
 * Ask for the forms of sentences of the article on the page.
 * @type {import("./edits.late.js").AskForms}
 */
export const askForms = (spans, maxChars) =>
  engine.forms(shown()?.text ?? chosen?.text ?? "", spans, {
    options: { lang: language, ...(maxChars && { maxChars }) },
    signal: new AbortController().signal,
  });

/**
 * Apply what the reader has changed in the box.
 * @param {Shown} base
 * @param {AbortSignal} signal
 */
async function withEdits(base, signal) {
  const edits = editsOf(base.text);
  if (!edits) return base;
  try {
    const { applyEdits } = await inTime(import("./edits.late.js"));
    return await applyEdits(base, edits, { room: room(base), whole: setting("whole") }, askForms);
  } catch (thrown) {
    if (!signal.aborted) complain(sentenceFor(thrown));
    return base;
  }
}

/** Show the article's summary again after the reader's edits have changed. */
export async function chooseAgain() {
  if (!chosen || run || chosen.text !== shown()?.text) return;
  change?.abort();
  const controller = new AbortController();
  change = controller;
  const now = await withEdits(chosen, controller.signal);
  if (!controller.signal.aborted) showChanged(now);
}

/** Apply the controls to the summary on the page. A run under way applies them when it ends. */
async function adjust() {
  const before = shown();
  if (run || !before) return;
  change?.abort();
  const controller = new AbortController();
  change = controller;
  const { signal } = controller;
  mark("change");
  try {
    const { text } = before;
    const result = await engine.compose(text, {
      options: { ...options(), form: formFor(text) },
      salience: true,
      signal,
    });
    if (signal.aborted) return;
    const summary = { ...result.summary, keyphrases: before.summary.keyphrases };
    chosen = inOneLine({ text, summary, salience: result.salience ?? before.salience });
    const now = editsOf(text) ? await withEdits(chosen, signal) : chosen;
    if (signal.aborted) return;
    showChanged(now);
    showFocusNote(aboutFocus(focus(), before, now));
    mark("changed", { phases: result.phases, heapBytes: result.heapBytes });
    announce(say("changed", { count: now.summary.sentences.length, summary: now.summary.summaryChars }));
  } catch (thrown) {
    if (signal.aborted) return;
    complain(engineFailure() || sentenceFor(thrown));
  }
}

/** Return the summary on the page in one of the engine's formats. @param {Format} format */
export function render(format) {
  const now = shown();
  const lines = now?.summary.sentences.map(({ segments }) => segments) ?? [];
  return engine.render(now?.text ?? "", format, { options: options(), lines, signal: new AbortController().signal });
}

export function startRuns() {
  startControls(() => void adjust());
  again.addEventListener("click", () => void summarize(true));
  stop.addEventListener("click", () => {
    endRun();
    showUnfinished("stoppedNote", "");
  });
}
