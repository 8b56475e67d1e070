/** The dialog that shows what is stored on this device and deletes it. Loaded when it is asked for. */
import { announce, element, keepLater, openDialog, PDF_READER } from "../kit.js";
import { deleteAll, inventory } from "./inventory.js";
import { say } from "./words.js";

const MEGABYTE = 1_000_000;
const KILOBYTE = 1000;
// What the reader of PDFs takes, unpacked; megabytes. The build holds it to this (py/sitebuild/pdf.py).
const READER_MEGABYTES = "2.3";

/** @param {number} bytes */
function size(bytes) {
  if (!bytes) return say("storageNone");
  if (bytes < MEGABYTE / 10) return say("kilobytes", { size: Math.ceil(bytes / KILOBYTE) });
  return say("size", { size: (bytes / MEGABYTE).toFixed(1) });
}

/**
 * @param {string} label
 * @param {() => unknown} act
 * @param {string} [kind]
 */
function button(label, act, kind = "") {
  const node = /** @type {HTMLButtonElement} */ (element("button", `button ${kind}`, label));
  node.type = "button";
  node.addEventListener("click", act);
  return node;
}

async function table() {
  const found = await inventory();
  /** @type {[string, number | undefined][]} */
  const rows = [
    [say("storagePage"), found.page],
    [say("storageReader"), found.reader],
    [say("storageReadings"), found.readings],
    [say("storageTexts"), found.texts],
  ];
  if (found.other) rows.push([say("storageOther"), found.other]);
  if (found.usage !== undefined) rows.push([say("storageTotal"), found.usage]);
  const list = element("dl", "inventory");
  for (const [name, bytes] of rows) list.append(element("dt", "", name), element("dd", "", size(bytes ?? 0)));
  return { list, hasReader: found.reader > 0 };
}

/** @param {HTMLElement} place where contents go, also anew */
async function fill(place) {
  const { list, hasReader } = await table();
  const status = element("p", "quiet");
  status.setAttribute("role", "status");
  const keep = button(say("keepReader", { size: READER_MEGABYTES }), async () => {
    keep.disabled = true;
    try {
      await keepLater(PDF_READER);
      await fill(place);
    } catch {
      keep.disabled = false;
      status.textContent = say("keepFailed");
    }
  });
  const ask = button(say("deleteAll"), () => place.replaceChildren(...confirmation(place)), "urgent");
  place.replaceChildren(
    element("p", "", say("storageWhat")),
    list,
    hasReader || !navigator.serviceWorker?.controller ? "" : element("p", "row", keep),
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
    "urgent",
  );
  const no = button(say("deleteNo"), () => void fill(place).then(() => place.querySelector("button")?.focus()));
  queueMicrotask(() => no.focus());
  return [element("p", "", say("deleteSure")), element("p", "row", no, yes)];
}

export async function showStorage() {
  const place = element("div", "");
  await fill(place);
  openDialog(say("storage"), [place]);
}
