/** The sections of the share dialog: copy, save, share, link, code for a post. */
import {
  announce,
  attributedHtml,
  attributedText,
  button,
  copy,
  element,
  keepLocal,
  options,
  origin,
  save,
  saveBlob,
  setSource,
  source,
} from "../late-imports.js";
import { codeArea } from "../page/code-area.js";
import { picture } from "./image.js";
import { packLink } from "./link-format.js";
import { say } from "./words.js";

/** @typedef {import("../page/shown.js").Shown} Shown */
/** @typedef {import("../../engine/protocol.js").Format} Format */
/** @typedef {import("./index.js").Render} Render */

const SERVICES = /** @type {const} */ (["embed", "wordpress", "hatena", "note", "qiita", "zenn"]);
// Maximum characters of an address that programs accept.
const LONGEST_LINK = 400_000;
const COPIED_MS = 4000;

/** @param {string} name @param {...(Node | string)} contents */
function section(name, ...contents) {
  const heading = element("h3", "section-name", name);
  return element("section", "out-section", heading, ...contents);
}

/**
 * Copy, and confirm it on the button; if that fails, show the text to copy by hand.
 * @param {HTMLButtonElement} node
 * @param {string} text
 * @param {string} [html]
 */
async function copyWith(node, text, html) {
  if (await copy(text, html)) {
    const before = node.dataset["label"] ?? node.textContent ?? "";
    node.dataset["label"] = before;
    node.textContent = say("copied");
    announce(say("copied"));
    setTimeout(() => (node.textContent = before), COPIED_MS);
    return;
  }
  const area = codeArea(say("copyByHand"), text);
  node.closest("section")?.append(element("p", "error", say("copyByHand")), area);
  area.select();
}

/**
 * @param {Shown} shown
 * @param {Render} render
 */
export function copySection(shown, render) {
  const address = keepLocal(document.createElement("input"));
  address.type = "url";
  address.id = "source-address";
  address.className = "plain-field";
  address.placeholder = "https://";
  address.value = source();
  address.addEventListener("change", () => setSource(address.value));
  const whole = button(say("attributed"), (node) => {
    setSource(address.value);
    return copyWith(node, attributedText(shown), attributedHtml(shown));
  });
  const formats = /** @type {const} */ (["text", "markdown", "html"]);
  const buttons = formats.map((format) =>
    button(say(format), async (node) => {
      const text = await render(format);
      await copyWith(node, text, format === "html" ? text : "");
    }),
  );
  return section(
    say("copyAs"),
    labelOf(address, say("source")),
    address,
    element("div", "row tools", whole),
    element("p", "quiet", say("copyPlain")),
    element("div", "row tools", ...buttons),
  );
}

/** Return a file name that all file systems accept. @param {string} title */
const fileName = (title) =>
  `${
    title
      .replace(/[\p{C}\\/:*?"<>|.\s]+/gu, " ")
      .trim()
      .slice(0, 60) || "youten"
  }.json`;

/** @param {Shown} shown */
export function saveSection({ summary }) {
  const json = () => save(`${JSON.stringify(summary, null, 2)}\n`, fileName(summary.title), "application/json");
  return section(
    say("save"),
    element(
      "div",
      "row tools",
      button(say("saveJson"), json),
      button(say("print"), () => print()),
    ),
  );
}

/**
 * Make the section of the system's share sheet, if there is one.
 * @param {Shown} shown
 */
export function shareSection(shown) {
  if (!navigator.share) return undefined;
  const share = button(say("share"), async (node) => {
    try {
      await navigator.share({ title: shown.summary.title, text: attributedText(shown) });
    } catch (error) {
      // Closed without choosing, which is no error.
      if (error instanceof DOMException && error.name === "AbortError") return;
      node.after(element("p", "error", say("shareFailed")));
    }
  });
  return section(say("share"), element("div", "row tools", share));
}

/** @param {Shown} shown @param {boolean} whole with the article */
async function linkTo({ text, summary }, whole) {
  const lines = summary.sentences.map(({ text: said, start, end }) => ({ text: said, start, end }));
  const { sentences = summary.sentences.length, maxChars, focus, whole: uncut } = options();
  const wish = { sentences, ...(maxChars && { maxChars }), ...(focus && { focus }), ...(uncut && { whole: uncut }) };
  const value = await packLink({ title: summary.title, lines, article: whole ? text : "", wish });
  return new URL(`./#s=${value}`, document.baseURI).href;
}

/**
 * @param {HTMLElement} control with an id
 * @param {string} text
 */
function labelOf(control, text) {
  const label = element("label", "", text);
  label.setAttribute("for", control.id);
  return label;
}

/** @param {Shown} shown */
export function imageSection({ summary }) {
  const place = element("div", "");
  const make = button(say("makeImage"), (node) => {
    const lines = summary.sentences.map(({ text }) => text.replace(/\s*\n\s*/g, ""));
    const canvas = picture({ title: summary.title, lines, label: "AI要約", origin: origin() });
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", say("image"));
    const name = fileName(summary.title).replace(/json$/, "png");
    const keep = button(say("saveImage"), () => canvas.toBlob((blob) => blob && saveBlob(blob, name)));
    place.replaceChildren(canvas, element("div", "row tools", keep));
    node.hidden = true;
    keep.focus();
  });
  return section(say("image"), element("p", "", say("imageWhat")), element("div", "row tools", make), place);
}

/** @param {Shown} shown */
export function linkSection(shown) {
  const field = keepLocal(document.createElement("input"));
  field.className = "code";
  field.readOnly = true;
  field.setAttribute("aria-label", say("linkField"));
  const whole = document.createElement("input");
  whole.type = "checkbox";
  whole.id = "link-article";
  const label = labelOf(whole, say("withArticle"));
  const note = element("p", "quiet");
  note.setAttribute("role", "status");
  const copyLink = button(say("copyLink"), (node) => copyWith(node, field.value));
  const renew = async () => {
    const address = await linkTo(shown, whole.checked).catch(() => "");
    const fits = address !== "" && address.length <= LONGEST_LINK;
    field.value = fits ? address : "";
    copyLink.disabled = !fits;
    const count = address.length;
    note.textContent = fits ? say(whole.checked ? "withArticleNotice" : "linkLength", { count }) : say("linkTooLong");
  };
  whole.addEventListener("change", () => void renew());
  void renew();
  return section(
    say("link"),
    element("p", "", say("linkWhat")),
    element("p", "row choice", whole, label),
    note,
    field,
    element("div", "row tools", copyLink),
  );
}

/** @param {Render} render */
export function embedSection(render) {
  const choice = document.createElement("select");
  choice.id = "embed-service";
  for (const service of SERVICES) choice.append(new Option(say(`service_${service}`), service));
  const label = labelOf(choice, say("service"));
  const area = codeArea(say("embedCode"));
  const renew = async () => {
    area.value = await render(/** @type {Format} */ (choice.value)).catch(() => say("rendering"));
  };
  let renewed = renew();
  choice.addEventListener("change", () => (renewed = renewed.then(renew)));
  return section(
    say("embed"),
    element("p", "", say("embedWhat")),
    element("p", "row choice", label, choice),
    area,
    element(
      "div",
      "row tools",
      // Pressed before the code is there, it copies what comes.
      button(say("copyCode"), async (node) => {
        await renewed;
        await copyWith(node, area.value);
      }),
    ),
  );
}
