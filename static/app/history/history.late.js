/**
 * The history: its store, and the dialog with titles and times.
 *
 * The caller decides when to keep an article. A storage failure is not an error; the entry is missing then.
 */
import { createStore, del, entries, set } from "idb-keyval";
import { button, element, language, openDialog, ownName, putArticle, setEdits, speaker } from "../late-imports.js";

/**
 * @typedef {object} Entry its key is the time it was read, ms since 1970
 * @property {string} title
 * @property {string} text
 * @property {unknown} [edits] what the reader changed in its box (summary/edits.js)
 */

const MOST_ENTRIES = 50;
// UTF-16 code units; longer articles are not kept.
const LONGEST = 300_000;

const say = speaker(__WORDS__.history);
const times = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });

/** Return the store. It lets go of its database when another page deletes that. @returns {import("idb-keyval").UseStore} */
function store() {
  const use = createStore(ownName("history"), "history");
  return (mode, callback) =>
    use(mode, (found) => {
      const { db } = found.transaction;
      db.onversionchange = () => db.close();
      return callback(found);
    });
}

/** @returns {Promise<[number, Entry][]>} the latest first */
async function kept() {
  try {
    const found = /** @type {[number, Entry][]} */ (await entries(store()));
    return found.sort(([a], [b]) => b - a);
  } catch {
    return [];
  }
}

/**
 * Keep an article as the last one read, and at most MOST_ENTRIES in all.
 * @param {Entry} entry
 */
export async function keep(entry) {
  if (entry.text.length > LONGEST) return;
  const before = await kept();
  const same = before.filter(([, { text }]) => text === entry.text);
  const old = before.filter((found) => !same.includes(found)).slice(MOST_ENTRIES - 1);
  try {
    for (const [time] of [...same, ...old]) await del(time, store());
    await set(Date.now(), entry, store());
  } catch {
    // Storage is full or forbidden; the article is still on the page.
  }
}

/** Remove everything. */
export async function wipe() {
  const remove = (/** @type {string} */ name) =>
    new Promise((resolve) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = request.onerror = request.onblocked = resolve;
    });
  try {
    await Promise.all([ownName("history"), "youten"].map(remove)); // version 0.1.0 named it without the path
  } catch {
    // If nothing can be removed, nothing was stored.
  }
}

/**
 * @param {[number, Entry]} entry
 * @param {(action: "open" | "remove") => void} act
 */
function row([time, { title }], act) {
  const open = button("", () => act("open"), "entry");
  open.append(element("span", "entry-title", title), element("span", "quiet", times.format(time)));
  const remove = button("×", () => act("remove"), "button icon");
  remove.setAttribute("aria-label", say("remove", { title }));
  return element("li", "row", open, remove);
}

/** Open the dialog with everything that is kept. */
export async function openHistory() {
  const list = element("ul", "entries");
  const empty = element("p", "", say("empty"));
  const show = async () => {
    const found = await kept();
    const act =
      (/** @type {[number, Entry]} */ [time, { text, edits }]) =>
      (/** @type {"open" | "remove"} */ action) => {
        if (action === "remove")
          return void del(time, store())
            .catch(() => undefined)
            .then(show);
        dialog.close();
        if (edits) setEdits(text, edits);
        putArticle(text);
      };
    list.replaceChildren(...found.map((entry) => row(entry, act(entry))));
    empty.hidden = found.length > 0;
    all.hidden = !found.length;
  };
  const all = button(say("wipe"), () => void wipe().then(show), "button urgent");
  const dialog = openDialog(say("heading"), [element("p", "quiet", say("kept")), list, empty, all]);
  await show();
}
