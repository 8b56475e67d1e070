/**
 * Renders Markdown with the plugin for remark and markdown-it.
 *
 * {plugin, jobs: [{texts: {path: Markdown}, options, frontmatter}]} as JSON on standard input, for each job
 * {way: {path: HTML}} or {error} on standard output.
 */
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { evaluate } from "@mdx-js/mdx";
import markdownIt from "markdown-it";

const { plugin, jobs } = JSON.parse(readFileSync(0, "utf8"));
const { remarkYouten, markdownItYouten } = await import(pathToFileURL(plugin).href);

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const jsx = (type, { children = [], ...properties }) => {
  const names = Object.entries(properties).map(([name, value]) => ` ${name}="${value}"`);
  const html = [children].flat(2).map((child) => child.html ?? escaped(String(child)));
  return { html: `<${type}${names.join("")}>${html.join("")}</${type}>` };
};

async function rendered({ texts, options, frontmatter }) {
  const runtime = { Fragment: "main", jsx, jsxs: jsx, remarkPlugins: [[remarkYouten, options]] };
  const made = { remark: {}, markdownIt: {} };
  const md = markdownIt({ html: true }).use(await markdownItYouten(options));
  for (const [path, value] of Object.entries(texts)) {
    const page = await evaluate({ value, path, data: { frontMatter: frontmatter } }, runtime);
    made.remark[path] = page.default({}).html;
    if (!path.endsWith(".mdx")) {
      made.markdownIt[path] = md.render(value, { frontmatter, path });
    }
  }
  return made;
}

const done = [];
for (const job of jobs) {
  done.push(await rendered(job).catch((error) => ({ error: error.message })));
}
process.stdout.write(JSON.stringify(done));
