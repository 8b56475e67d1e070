/** What the page shows in each state of a run: the article's beginning, the summary, or why there is none. */
import { wellFormed } from "../../shared/text.js";
import { byId } from "../../shared/dom.js";
import { field } from "../page/field.js";
import { setShown } from "../page/shown.js";
import { announce, clearStatus, complain, showFinished } from "../page/status.js";
import { mark } from "../page/timing.js";
import { say } from "../words/say.js";
import * as box from "./box.js";
import { previewLines, showPhrases } from "./controls.js";
import { engineFailure, engineState } from "../page/engine-state.js";
import { usable } from "./focus.js";
import { opening, roughRoles } from "./preview.js";

/** @typedef {import("../../engine/host/client.js").Result} Result */
/** @typedef {import("../page/shown.js").Shown} Shown */

// Drawing a longer article takes longer than the provisional box may; UTF-16 code units.
const DRAWN_AT_ONCE = 50_000;

// Besides the box, what may get lower when the summary replaces the provisional box, and move the article.
const ROOMS = [byId("title", HTMLElement), byId("controls", HTMLElement), byId("view-row", HTMLElement)];

/** Let the rows around the box keep their height, or not. @param {boolean} kept */
function keepRooms(kept) {
  const heights = ROOMS.map((room) => (kept ? room.getBoundingClientRect().height : 0));
  for (const [index, room] of ROOMS.entries()) {
    const height = heights[index];
    room.classList.toggle("kept", Boolean(height));
    room.style.minHeight = height ? `${height}px` : "";
  }
}

/** Set the layout: the field alone, or the field beside what is read. @param {"empty" | "reading"} view */
export const setView = (view) => void (document.body.dataset["view"] = view);

/** @param {string} text */
export function showBeginning(text) {
  const roles = text.length <= DRAWN_AT_ONCE ? roughRoles(text) : undefined;
  setShown(undefined);
  keepRooms(false);
  box.showPreview(text, opening(text, previewLines()), roles);
  const note = say(engineState() === "ready" ? "workingNote" : "provisionalNote");
  box.showNote(note);
  announce(note);
  setView("reading");
  mark("preview");
}

/**
 * @param {Shown} now
 * @param {Pick<Result, "phases" | "heapBytes">} times
 */
export function showResult(now, { phases, heapBytes }) {
  const { summary } = now;
  keepRooms(box.isProvisional(now.text));
  box.showSummary(now);
  showPhrases(usable(now));
  setShown(now);
  setView("reading");
  mark("summary", { phases, heapBytes });
  const count = summary.sentences.length;
  if (count) showFinished();
  else clearStatus();
  announce(count ? say("done", { count, summary: summary.summaryChars }) : say("doneEmpty"));
}

/**
 * Show that a run ended without a summary. The article's beginning stays, and so does a button to try again.
 * @param {"stoppedNote" | "failedNote"} note
 * @param {string} problem
 */
export function showUnfinished(note, problem) {
  const text = wellFormed(field.value);
  if (!box.isProvisional(text)) showBeginning(text);
  box.showNote(say(note));
  complain(engineFailure() || problem);
  byId("again", HTMLButtonElement).hidden = engineState() === "failed";
}

/**
 * Show a changed summary of the same article. The controls below the box keep their place on the screen, because the
 * reader is about to press them again.
 * @param {Shown} now
 */
export function showChanged(now) {
  const controls = byId("controls", HTMLElement);
  const before = controls.getBoundingClientRect().top;
  box.showSummary(now);
  setShown(now);
  const moved = controls.getBoundingClientRect().top - before;
  if (moved && before > 0 && before < innerHeight) scrollBy({ top: moved, behavior: "instant" });
}
