/**
 * The trials on the check page. The first: the same attempts to send, once in a sealed frame and once in an unsealed one.
 *
 * The unsealed frame shows that the attempts work. Both go to this site's own server, which a sealed worker cannot
 * reach either. The second compares the site's files with the release's list (files.js).
 */
import { byId } from "../shared/dom.js";
import { compareFiles } from "./files.js";

/** @typedef {Record<string, boolean>} Results  way out -> whether the string went out */

const PATIENCE_MS = 30_000;

/**
 * Make all attempts in a new frame and return their results.
 * @param {string} script source of the worker
 * @param {string} address to request, with the random string in it
 * @param {boolean} seal
 * @returns {Promise<Results>}
 */
function results(script, address, seal) {
  return new Promise((resolve, reject) => {
    const frame = document.createElement("iframe");
    frame.hidden = true;
    frame.src = new URL("check-frame.html", import.meta.url).toString();
    /** @type {MessagePort | undefined} referenced here, or WebKit may collect it while the frame works */
    let port;
    const end = () => {
      clearTimeout(timer);
      port?.close();
      frame.remove();
    };
    const timer = setTimeout(() => {
      end();
      reject(new Error("no answer"));
    }, PATIENCE_MS);
    frame.addEventListener("load", () => {
      const { port1, port2 } = new MessageChannel();
      port = port1;
      port.onmessage = ({ data }) => {
        end();
        resolve(data);
      };
      frame.contentWindow?.postMessage({ script, address, seal }, location.origin, [port2]);
    });
    document.body.append(frame);
  });
}

/** @param {string} ja @param {string} en */
function bilingual(ja, en) {
  const english = document.createElement("span");
  english.lang = "en";
  english.textContent = en;
  return [`${ja} `, english];
}

/** @param {boolean | undefined} out */
const outcome = (out) => (out ? bilingual("出た", "went out") : bilingual("止められた", "held back"));

/**
 * @param {Results} closed
 * @param {Results} open
 */
function show(closed, open) {
  const rows = Object.keys(closed).map((name) => {
    const row = document.createElement("tr");
    const head = document.createElement("th");
    head.scope = "row";
    head.lang = "en";
    head.textContent = name;
    const cells = [closed[name], open[name]].map((out) => {
      const cell = document.createElement("td");
      cell.append(...outcome(out));
      return cell;
    });
    row.append(head, ...cells);
    return row;
  });
  byId("rows", HTMLTableSectionElement).replaceChildren(...rows);
  byId("results", HTMLTableElement).hidden = false;
}

/**
 * @param {Results} closed
 * @param {Results} open
 */
function verdict(closed, open) {
  const count = (/** @type {Results} */ found) => Object.values(found).filter(Boolean).length;
  const total = Object.keys(closed).length;
  if (!count(open))
    return bilingual(
      "いまは通信ができないので、くらべられません。",
      "There is no network now, so there is nothing to compare.",
    );
  if (count(closed))
    return bilingual(
      "出たものがあります。このブラウザーでは守れません。",
      "Something went out. This browser does not protect you.",
    );
  return bilingual(`${total}通りすべて、ブラウザーが止めました。`, `The browser held back all ${total}.`);
}

const button = byId("try", HTMLButtonElement);
button.addEventListener("click", async () => {
  const place = byId("verdict", HTMLElement);
  button.disabled = true;
  place.replaceChildren(...bilingual("試しています…", "Trying…"));
  try {
    const script = await (await fetch(new URL("check-worker.js", import.meta.url))).text();
    const address = new URL(
      `check-${crypto.getRandomValues(new Uint32Array(2)).join("")}-`,
      document.baseURI,
    ).toString();
    const closed = await results(script, address, true);
    const open = await results(script, address, false);
    show(closed, open);
    place.replaceChildren(...verdict(closed, open));
  } catch (error) {
    console.warn("check:", error);
    place.replaceChildren(
      ...bilingual("試せませんでした。読み込み直してください。", "That did not work. Please reload the page."),
    );
  } finally {
    button.disabled = false;
  }
});

/** @param {import("./files.js").Comparison} found */
function comparison({ hash, total, wrong }) {
  const code = document.createElement("code");
  code.textContent = hash;
  const words = wrong.length
    ? bilingual(
        `一覧と違うファイルがあります：${wrong.join("、")}。`,
        `These files differ from the list: ${wrong.join(", ")}.`,
      )
    : bilingual(`${total}個のファイルは、どれも一覧のとおりです。`, `All ${total} files are as listed.`);
  return [...words, " ", ...bilingual("一覧のSHA-256：", "SHA-256 of the list:"), " ", code];
}

const compare = byId("compare", HTMLButtonElement);
compare.addEventListener("click", async () => {
  const place = byId("comparison", HTMLElement);
  compare.disabled = true;
  try {
    const progress = (/** @type {number} */ done, /** @type {number} */ total) =>
      place.replaceChildren(...bilingual(`照らしています ${done}/${total}`, "Comparing…"));
    place.replaceChildren(...comparison(await compareFiles(progress)));
  } catch (error) {
    console.warn("check:", error);
    place.replaceChildren(
      ...bilingual(
        "この版の一覧を取れませんでした。ネットワークにつないで、読み込み直してください。",
        "The list of this release could not be had. Please go online and reload the page.",
      ),
    );
  } finally {
    compare.disabled = false;
  }
});
