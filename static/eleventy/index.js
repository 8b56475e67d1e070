/**
 * The Eleventy plugin: a transform that gives every HTML page its box.
 *
 * The transform gets the finished page with its layout, as `youten inject` would read the file, so
 * `youten inject --check` understands the result. `engine.js` does everything about Japanese.
 */
import { copyFile } from "node:fs/promises";
import { ask } from "./engine.js";

const STYLE = "youten.css";

/** @type {typeof import("./index.d.ts").default} */
export default function youten(eleventyConfig, options = {}) {
  const styled = options.style !== false;
  /** @type {Set<string>} input paths of pages whose front matter says `youten: false` */
  const left = new Set();

  // Invalid options stop the build before a page is written.
  eleventyConfig.on("eleventy.before", async () => {
    await ask({ options });
  });

  eleventyConfig.on("eleventy.after", async ({ directories }) => {
    if (styled) {
      await copyFile(new URL(STYLE, import.meta.url), `${directories.output}/${STYLE}`);
    }
  });

  eleventyConfig.addPreprocessor("youten", "*", (data) => {
    if (data.youten === false) {
      left.add(data.page.inputPath);
    } else {
      left.delete(data.page.inputPath);
    }
    return undefined;
  });

  eleventyConfig.addTransform("youten", async function (content) {
    const { inputPath, outputPath } = this.page;
    if (!outputPath || !/\.html?$/.test(outputPath) || left.has(inputPath)) {
      return content;
    }
    const up = "../".repeat((this.page.url || "/").split("/").length - 2);
    const { html, problem } = await ask({ html: content, style: styled ? up + STYLE : "", options });
    if (problem) {
      console.warn(`[youten] ${inputPath}: ${problem}`);
    }
    return html;
  });
}
