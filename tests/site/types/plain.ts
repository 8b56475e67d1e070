/** A page without a framework: the element, its properties and events, and the Summarizer interface. */
import { defineBox, type YoutenSummary } from "youten/box";
import { CreateMonitor, Summarizer, setSite } from "youten";
import { replaceUnavailable } from "youten/polyfill";

defineBox(new URL("https://example.org/youten/frame.html"));
setSite("https://example.org/youten/");

const box = document.createElement("youten-box");
box.htmlFor = ".entry-content";
box.article = document.querySelector("article");
box.sentences = 2;
box.maxChars = null;
box.autoUpdate = true;
box.highlight = true;
box.uiLang = "en";
// @ts-expect-error -- a number or null
box.sentences = "2";
document.querySelector("youten-box")?.cancel();

const told: YoutenSummary = await box.summarize();
const places: [number, number][] = told.sentences.flatMap(({ segments }) => segments);

box.addEventListener("youten-summary", ({ detail }) => detail.sentences[0]?.text.length);
document.addEventListener("youten-error", ({ detail }) => detail.code.length + Number(detail.recoverable));
window.addEventListener("youten-progress", ({ detail }) => detail.value.toFixed(2));
document.addEventListener("youten-ready", ({ detail }) => detail.version.length);
document.addEventListener("youten-cancel", (event) => event.detail);
document.addEventListener("youten-clear", (event) => event.target);
// @ts-expect-error -- has no such member
document.addEventListener("youten-error", ({ detail }) => detail.sentences);

const summarizer: Summarizer = await Summarizer.create({
  type: "key-points",
  expectedInputLanguages: ["ja"],
  monitor(monitor: CreateMonitor) {
    const tell = ({ loaded }: ProgressEvent) => console.log(loaded);
    monitor.addEventListener("downloadprogress", tell);
    monitor.removeEventListener("downloadprogress", tell);
    monitor.addEventListener("other", (event: Event) => event.type);
    monitor.ondownloadprogress = function (event) {
      this.dispatchEvent(new Event(`${event.loaded}`));
    };
  },
});
const text: string = await summarizer.summarize("港が開いた。", { context: "港" });
for await (const piece of summarizer.summarizeStreaming("港が開いた。")) piece.length;
// @ts-expect-error -- no such type
await Summarizer.availability({ type: "long" });

// With the polyfill they are global.
if (await replaceUnavailable({ outputLanguage: "ja" })) {
  const own: globalThis.Summarizer = await globalThis.Summarizer.create();
  const quota: number = own.inputQuota;
  console.log(quota, globalThis.CreateMonitor.name, places, text);
}
