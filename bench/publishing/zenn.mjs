/** Renders the articles of a Zenn repository as Zenn does: node zenn.mjs REPOSITORY FOLDER. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { argv } from "node:process";
import { createRequire } from "node:module";

const markdownToHtml = createRequire(import.meta.url)("zenn-markdown-html").default;
const [repository, folder] = argv.slice(2);
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(path.join(repository, "articles"))) {
  const text = readFileSync(path.join(repository, "articles", name), "utf8").replace(/^\uFEFF/, "");
  const body = text.replace(/^---\r?\n.*?\n---\r?\n/s, "");
  writeFileSync(path.join(folder, name.replace(/md$/, "html")), await markdownToHtml(body));
}
