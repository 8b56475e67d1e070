/** The summary as readers pass it on: with the headline, the source if they give it, and the date. */
import { element } from "../../shared/dom.js";
import { shown } from "../page/shown.js";
import { setting } from "../settings/settings.js";
import { language } from "../words/language.js";
import { say } from "../words/say.js";

/** @typedef {import("../page/shown.js").Shown} Shown */

const dates = new Intl.DateTimeFormat(language, { dateStyle: "long" });

/** @type {Map<string, string>} article -> its address; only while the page is open */
const sources = new Map();

/** Return the address that the reader gave for the article on the page. */
export const source = () => sources.get(shown()?.text ?? "") ?? "";

/** @param {string} address anything but a web address is ignored */
export function setSource(address) {
  const valid = /^https?:\/\/\S+$/.test(address.trim());
  sources.set(shown()?.text ?? "", valid ? address.trim() : "");
}

/** Return where a summary comes from, in words. */
export function origin() {
  const date = dates.format(new Date());
  return source() ? say("originOf", { source: source(), date }) : say("origin", { date });
}

/** @param {Shown} shown @returns {string} */
export function attributedText({ summary: { title, sentences } }) {
  const lines = sentences.map(({ text }) => text.replace(/\s*\n\s*/g, ""));
  const body = setting("shape") === "paragraph" ? lines.join("") : lines.map((line) => `・${line}`).join("\n");
  return [title, body, origin()].filter(Boolean).join("\n\n");
}

/** The same as rich text, for mail and word processors. @param {Shown} shown @returns {string} */
export function attributedHtml({ summary: { title, sentences } }) {
  const lines = sentences.map(({ text }) => text.replace(/\s*\n\s*/g, ""));
  const list = element("ul", "", ...lines.map((line) => element("li", "", line)));
  const body = setting("shape") === "paragraph" ? element("p", "", lines.join("")) : list;
  const heading = title ? [element("p", "", element("b", "", title))] : [];
  return new XMLSerializer().serializeToString(element("div", "", ...heading, body, element("p", "", origin())));
}
