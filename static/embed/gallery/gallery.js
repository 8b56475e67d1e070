/** Tries the Summarizer interface on the gallery's page about it. */
import { setSite, Summarizer } from "../summarizer-api/summarizer.js";

/** @param {string} id */
const control = (id) => /** @type {HTMLSelectElement} */ (document.getElementById(id));
const output = /** @type {HTMLOutputElement} */ (document.querySelector("output"));
const article = /** @type {HTMLElement} */ (document.querySelector("article"));

setSite(new URL("../", document.baseURI));

/** @param {CustomEvent["detail"]} event */
const progress = ({ loaded }) => {
  output.textContent = `downloadprogress ${Math.round(loaded * 100)}%`;
};

control("run").addEventListener("click", async () => {
  try {
    const [type, format, length] = ["type", "format", "length"].map((id) => control(id).value);
    const summarizer = await Summarizer.create({
      type,
      format,
      length,
      monitor: (/** @type {EventTarget} */ monitor) =>
        monitor.addEventListener("downloadprogress", (event) => progress(/** @type {any} */ (event))),
    });
    output.textContent = await summarizer.summarize(article.textContent);
    summarizer.destroy();
  } catch (error) {
    output.textContent = String(error);
  }
});
