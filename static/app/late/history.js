/**
 * The articles that were read, kept on this device where the reader asked for it: titles, times and texts.
 *
 * Leaves to the caller when to keep one. Storage that fails is never an error: then there is less to go back to.
 */
import { clear, createStore, del, entries, set } from "idb-keyval";
import { element, language, openDialog, putArticle, speaker } from "../kit.js";

/** @typedef {{title: string, text: string}} Entry  under the time of its reading, ms since 1970 */

const MOST = 50;
// Code units; what is longer is kept by those who have it.
const LONGEST = 300_000;

const say = speaker({
  ja: {
    heading: "履歴",
    kept: "この端末にだけ残っています。",
    empty: "まだありません。これから読む記事がここに残ります。",
    wipe: "すべて消す",
    remove: "「{title}」を消す",
  },
  en: {
    heading: "History",
    kept: "It is kept on this device only.",
    empty: "Nothing yet. Articles that you read from now on are kept here.",
    wipe: "Delete all",
    remove: "Delete “{title}”",
  },
});

const times = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });
/** The store, which lets go of its database when somebody deletes that. @returns {import("idb-keyval").UseStore} */
function store() {
  const use = createStore("youten", "history");
  return (mode, callback) =>
    use(mode, (found) => {
      const { db } = found.transaction;
      db.onversionchange = () => db.close();
      return callback(found);
    });
}

/** @returns {Promise<[number, Entry][]>} the last one first */
async function kept() {
  try {
    const found = /** @type {[number, Entry][]} */ (await entries(store()));
    return found.sort(([a], [b]) => b - a);
  } catch {
    return [];
  }
}

/**
 * Keeps an article as the last one read, and no more than MOST in all.
 * @param {Entry} entry
 */
export async function keep(entry) {
  if (entry.text.length > LONGEST) return;
  const before = await kept();
  const same = before.filter(([, { text }]) => text === entry.text);
  const old = before.filter((found) => !same.includes(found)).slice(MOST - 1);
  try {
    for (const [time] of [...same, ...old]) await del(time, store());
    await set(Date.now(), entry, store());
  } catch {
    // Full or forbidden: the article is on the page all the same.
  }
}

/** Removes everything. */
export async function wipe() {
  try {
    await clear(store());
  } catch {
    // Where nothing can be removed nothing was kept.
  }
}

/** How many are kept, and how many code units of text they have. */
export async function measure() {
  const found = await kept();
  return { count: found.length, characters: found.reduce((sum, [, { text }]) => sum + text.length, 0) };
}

/**
 * @param {[number, Entry]} entry
 * @param {(action: "open" | "remove") => void} act
 */
function row([time, { title }], act) {
  const open = element("button", "entry", element("span", "entry-title", title), element("span", "quiet", times.format(time)));
  const remove = element("button", "button icon", "×");
  for (const button of [open, remove]) button.setAttribute("type", "button");
  remove.setAttribute("aria-label", say("remove", { title }));
  open.addEventListener("click", () => act("open"));
  remove.addEventListener("click", () => act("remove"));
  return element("li", "row", open, remove);
}

/** The dialog with everything that is kept. */
export async function openHistory() {
  const list = element("ul", "entries");
  const empty = element("p", "", say("empty"));
  const all = element("button", "button urgent", say("wipe"));
  all.setAttribute("type", "button");
  const dialog = openDialog(say("heading"), [element("p", "quiet", say("kept")), list, empty, all]);
  const show = async () => {
    const found = await kept();
    const act = (/** @type {[number, Entry]} */ [time, { text }]) => (/** @type {"open" | "remove"} */ action) => {
      if (action === "remove") return void del(time, store()).catch(() => undefined).then(show);
      dialog.close();
      putArticle(text);
    };
    list.replaceChildren(...found.map((entry) => row(entry, act(entry))));
    empty.hidden = found.length > 0;
    all.hidden = !found.length;
  };
  all.addEventListener("click", () => void wipe().then(show));
  await show();
}
