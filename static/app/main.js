/**
 * The page: an article goes in, a summary comes out. This file is the whole flow; the modules beside it show.
 *
 * Every change of the field starts a run and ends the one before it. A run shows the article's beginning
 * at once where the engine lets itself be waited for, and the summary when it is there. What was typed is never
 * touched: whatever fails, the text stays in the field.
 */
import { EngineError, engineError } from "../shared/engine-error.js";
import { startAloud } from "./aloud.js";
import * as controls from "./controls.js";
import { startCopy } from "./copy.js";
import { showCurve } from "./curve.js";
import * as desk from "./desk.js";
import { byId } from "../shared/dom.js";
import { wellFormed } from "../shared/text.js";
import { findDraft, keepDraft, startDrafts } from "./draft.js";
import { startFurigana } from "./furigana.js";
import { startLook } from "./look.js";
import { mark, showEngineState } from "./marks.js";
import { startMenu } from "./menu.js";
import { translate } from "./fixed.js";
import { say, sayError } from "./messages.js";
import { startInput } from "./input/index.js";
import { prepareOffline } from "./installed/offline.js";
import { takeHandover } from "./installed/update.js";
import { startOutput } from "./output/index.js";
import { connect, MOST_CHARACTERS, onShown, setShown, shown } from "./page.js";
import { startHistory } from "./past.js";
import { opening, roughRoles } from "./preview.js";
import { startSamples } from "./samples.js";
import * as sheet from "./sheet.js";
import { engine, engineAddress, isStock } from "./start.js";
import { startWhy } from "./why.js";
import { startWrapping } from "./wrapping.js";

/** @typedef {import("../engine/host/client.js").Result} Result */

// After the last key; ms. A paste does not wait.
const TYPING_MS = 150;
// A ready engine usually answers before this; then no provisional box flashes by. ms
const PATIENCE_MS = 80;
// A change by more than this many code units at once is no typing, whatever the browser calls it.
const TYPED_AT_ONCE = 30;
// Drawing the article itself may cost more than the provisional box has time for; code units.
const DRAWN_AT_ONCE = 50_000;

const { field, buttons } = desk;

/** @type {"loading" | "ready" | "failed"} */
let engineState = "loading";
/** Sentence about a failed engine, "" while it is well. */
let failure = "";
/** @type {AbortController | undefined} of the run that is under way */
let run;
/** @type {AbortController | undefined} of a change of the summary that is under way */
let change;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let typing;
let lastText = "";
let offlineStarted = false;

/** @type {import("../engine/host/client.js").Listener} */
const listener = {
  download: desk.showDownload,
  phase: (name) => {
    setEngineState("loading");
    desk.showPhase(name);
  },
  ready: (phases, heapBytes) => {
    setEngineState("ready");
    mark("ready", { phases, heapBytes });
    startOffline();
    if (run) return;
    desk.showReady();
    desk.announce(say("ready"));
  },
  failed: (code, detail) => {
    console.error(`engine: ${code}: ${detail}`);
    setEngineState("failed", sayError(code));
    desk.showNothing();
  },
};

/**
 * @param {typeof engineState} state
 * @param {string} [sentence] what went wrong
 */
function setEngineState(state, sentence = "") {
  // A sentence about the article stays while the engine goes from phase to phase.
  if (sentence !== failure) desk.showError(sentence);
  engineState = state;
  failure = sentence;
  showEngineState(state);
  buttons.retry.hidden = state !== "failed";
}

/** The engine no longer needs the network nor the processor: store everything for later. */
function startOffline() {
  if (offlineStarted || isStock) return;
  offlineStarted = true;
  void prepareOffline();
}

/** @param {AbortController | undefined} controller */
function setRun(controller) {
  run = controller;
  buttons.stop.hidden = !controller;
  buttons.again.hidden = true;
}

/** Ends what is under way; whoever waits for it takes no further notice. */
function endRun() {
  clearTimeout(typing);
  typing = undefined;
  run?.abort(new EngineError("stopped"));
  change?.abort(new EngineError("stopped"));
  setRun(undefined);
  if (engineState === "ready") desk.showNothing();
}

/** @param {string} [problem] why there is nothing to show */
function showEmpty(problem = "") {
  endRun();
  setShown(undefined);
  sheet.clearSheet();
  controls.clearFocus();
  desk.setCompact(false);
  desk.showError(problem || failure);
  document.body.dataset["view"] = "empty";
  if (engineState === "ready") desk.showReady();
}

/** @param {string} text */
function showBeginning(text) {
  const roles = text.length <= DRAWN_AT_ONCE ? roughRoles(text) : undefined;
  setShown(undefined);
  sheet.showPreview(text, opening(text, controls.previewLines()), roles);
  const note = say(engineState === "ready" ? "workingNote" : "provisionalNote");
  sheet.showNote(note);
  desk.announce(note);
  document.body.dataset["view"] = "reading";
  mark("preview");
}

/**
 * @param {string} text
 * @param {Result} result
 */
function showResult(text, { summary, salience = [], phases, heapBytes }) {
  const now = { text, summary, salience };
  controls.showPhrases(summary.keyphrases);
  sheet.showSummary(now);
  setShown(now);
  document.body.dataset["view"] = "reading";
  mark("summary", { phases, heapBytes });
  desk.showFinished();
  const count = summary.sentences.length;
  desk.announce(count ? say("done", { count, summary: summary.summaryChars }) : say("doneEmpty"));
}

/**
 * A run ended without a summary. The beginning of the article stays, and so does the way to try again.
 * @param {"stoppedNote" | "failedNote"} note
 * @param {string} problem
 */
function showUnfinished(note, problem) {
  const text = wellFormed(field.value);
  if (!sheet.isProvisional(text)) showBeginning(text);
  sheet.showNote(say(note));
  desk.showError(failure || problem);
  buttons.again.hidden = engineState === "failed";
}

/**
 * Summarises what is in the field.
 * @param {boolean} pasted show the beginning even over an older summary
 */
async function summarize(pasted) {
  endRun();
  const text = wellFormed(field.value);
  if (text.length > MOST_CHARACTERS) return showEmpty(say("too_long", { limit: MOST_CHARACTERS, count: text.length }));
  desk.showError(failure);
  const controller = new AbortController();
  const { signal } = controller;
  setRun(controller);
  const options = controls.optionsWithPhrases();
  const preview = () => {
    if (!signal.aborted && (pasted || !sheet.hasSummary())) showBeginning(text);
  };
  const patience = engineState === "ready" ? setTimeout(preview, PATIENCE_MS) : preview();
  try {
    const result = await engine.summarize(text, { options, salience: true, signal, progress: desk.showWorking });
    if (signal.aborted) return;
    setRun(undefined);
    showResult(text, result);
    if (JSON.stringify(options) !== JSON.stringify(controls.optionsWithPhrases())) void adjust();
  } catch (thrown) {
    if (signal.aborted) return;
    setRun(undefined);
    const { code, message } = engineError(thrown, "unknown");
    showUnfinished("failedNote", sayError(code, message));
  } finally {
    clearTimeout(patience ?? undefined);
  }
}

/**
 * Does something that changes the height of the box, and lets the controls below it stay where they are: the
 * reader is about to press them again.
 * @param {() => void} work
 */
function keepingControls(work) {
  const place = byId("controls", HTMLElement);
  const before = place.getBoundingClientRect().top;
  work();
  const moved = place.getBoundingClientRect().top - before;
  if (moved && before > 0 && before < innerHeight) scrollBy({ top: moved, behavior: "instant" });
}

/** Other options for the summary that stands on the page. One that is still being made takes them at its end. */
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
    const result = await engine.compose(text, { options: controls.options(), salience: true, signal });
    if (signal.aborted) return;
    const summary = { ...result.summary, keyphrases: before.summary.keyphrases };
    const now = { text, summary, salience: result.salience ?? before.salience };
    keepingControls(() => {
      sheet.showSummary(now);
      setShown(now);
    });
    mark("changed", { phases: result.phases, heapBytes: result.heapBytes });
    desk.announce(say("changed", { count: summary.sentences.length, summary: summary.summaryChars }));
  } catch (thrown) {
    if (signal.aborted) return;
    const { code, message } = engineError(thrown, "unknown");
    desk.showError(failure || sayError(code, message));
  }
}

/**
 * @param {boolean} pasted
 * @param {number} ms
 */
function schedule(pasted, ms) {
  clearTimeout(typing);
  typing = setTimeout(() => {
    typing = undefined;
    void summarize(pasted);
  }, ms);
}

/** @param {Event} event */
function onInput(event) {
  if (event instanceof InputEvent && event.isComposing) return;
  const text = field.value;
  const change = Math.abs(text.length - lastText.length);
  if (text === lastText) {
    // One change may come in many events. The same article pasted once more is a wish like any other.
    if (text && !run && !typing) schedule(true, 0);
    return;
  }
  lastText = text;
  keepDraft(text);
  desk.showCount(text.length);
  if (!text) showEmpty();
  else if (change > TYPED_AT_ONCE) onPaste();
  else schedule(false, TYPING_MS);
}

/** On small screens the field, and the keyboard over it, make room for the summary. */
function onPaste() {
  void summarize(true);
  desk.setCompact(true);
  if (matchMedia("(pointer: coarse)").matches) field.blur();
}

function onStop() {
  endRun();
  showUnfinished("stoppedNote", "");
}

/** @param {string} text */
function putArticle(text) {
  field.value = text;
  lastText = "";
  field.dispatchEvent(new Event("input"));
}

function onClear() {
  field.value = lastText = "";
  keepDraft("");
  desk.showCount(0);
  showEmpty();
  field.focus();
}

/** The summary that stands on the page, as text. @param {import("../engine/protocol.js").Format} format */
const render = (format) =>
  engine.render(shown()?.text ?? "", format, { options: controls.options(), signal: new AbortController().signal });

function onRetry() {
  setEngineState("loading");
  engine.open();
  if (field.value) void summarize(true);
}

function startParts() {
  startLook();
  startSamples();
  startWhy();
  startCopy();
  startAloud();
  startHistory();
  startMenu();
  onShown(showCurve);
  controls.startControls(() => void adjust());
  void startWrapping();
  startFurigana(engine, new URL("readings.bin.gz", engineAddress));
}

/** What was typed before this script ran, or put back by the browser; else what stood here the last time. */
function takeUp() {
  startDrafts(() => field.value);
  if (!field.value) field.value = findDraft();
  if (field.value) field.dispatchEvent(new Event("input"));
}

function start() {
  byId("unstarted", HTMLElement).remove();
  translate(document);
  startParts();
  connect({ put: putArticle, complain: desk.showError, announce: desk.announce, clear: onClear });
  desk.setCompact(false);
  field.addEventListener("input", onInput);
  field.addEventListener("compositionend", onInput);
  buttons.stop.addEventListener("click", onStop);
  buttons.again.addEventListener("click", () => void summarize(true));
  buttons.retry.addEventListener("click", onRetry);
  buttons.clear.addEventListener("click", onClear);
  buttons.resize.addEventListener("click", () => desk.setCompact(!desk.isCompact()));
  mark("interactive");
  engine.listen(listener);
  startInput();
  startOutput(render);
  takeHandover();
  takeUp();
}

start();
