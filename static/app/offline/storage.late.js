/** The dialog that shows what is stored on this device and deletes it. */
import { announce, button, element, keepReaders, keepRest, openDialog, REST_BYTES, speaker } from "../late-imports.js";
import { deleteAll, inventory } from "./inventory.js";

export { leaveNothing } from "./inventory.js";

const say = speaker(__WORDS__.storage);

const MEGABYTE = 1_000_000;
const KILOBYTE = 1000;
// Unpacked size of all readers in megabytes; that of HTML and Word has less than one.
const READER_MEGABYTES = "2.5";

/** Return the address of this copy of the site, to which all of this belongs. */
const address = () => location.host + new URL("./", document.baseURI).pathname;

/** @param {number} bytes */
function size(bytes) {
  if (!bytes) return say("none");
  if (bytes < MEGABYTE / 10) return say("kilobytes", { size: Math.ceil(bytes / KILOBYTE) });
  return say("size", { size: (bytes / MEGABYTE).toFixed(1) });
}

async function table() {
  const found = await inventory();
  /** @type {[string, number | undefined][]} */
  const rows = [
    [say("page"), found.page],
    [say("reader"), found.reader],
    [say("readings"), found.readings],
    [say("texts"), found.texts],
  ];
  if (found.other) rows.push([say("other"), found.other]);
  if (found.usage !== undefined) rows.push([say("total", { host: location.host }), found.usage]);
  const list = element("dl", "inventory");
  for (const [name, bytes] of rows) list.append(element("dt", "", name), element("dd", "", size(bytes ?? 0)));
  return { list, hasReaders: found.reader > MEGABYTE, hasRest: found.rest > 0 };
}

/**
 * Return a button that has files stored and then shows the table again, in a line of its own.
 * @param {string} label
 * @param {() => Promise<unknown>} keep
 * @param {HTMLElement} place
 * @param {HTMLElement} status
 */
function keeping(label, keep, place, status) {
  const made = button(label, async () => {
    made.disabled = true;
    try {
      await keep();
      await fill(place);
    } catch {
      made.disabled = false;
      status.textContent = say("keepFailed");
    }
  });
  return element("p", "row", made);
}

/** @param {HTMLElement} place its contents are replaced */
async function fill(place) {
  const { list, hasReaders, hasRest } = await table();
  const status = element("p", "quiet");
  status.setAttribute("role", "status");
  const isStoring = !!navigator.serviceWorker?.controller;
  const reader = () => keeping(say("keepReader", { size: READER_MEGABYTES }), keepReaders, place, status);
  const rest = () => keeping(say("keepRest", { size: (REST_BYTES / MEGABYTE).toFixed(1) }), keepRest, place, status);
  const ask = button(say("deleteAll"), () => place.replaceChildren(...confirmation(place)), "button urgent");
  place.replaceChildren(
    element("p", "", say("what", { address: address() })),
    list,
    hasRest || !isStoring ? "" : rest(),
    hasReaders || !isStoring ? "" : reader(),
    status,
    element("p", "row", ask),
  );
}

/** @param {HTMLElement} place */
function confirmation(place) {
  const yes = button(
    say("deleteYes"),
    async () => {
      await deleteAll();
      await fill(place);
      place.prepend(element("p", "", say("deleted")));
      announce(say("deleted"));
    },
    "button urgent",
  );
  const no = button(say("deleteNo"), () => void fill(place).then(() => place.querySelector("button")?.focus()));
  queueMicrotask(() => no.focus());
  return [element("p", "", say("deleteSure", { address: address() })), element("p", "row", no, yes)];
}

export async function openStorage() {
  const place = element("div", "");
  await fill(place);
  openDialog(say("heading"), [place]);
}
