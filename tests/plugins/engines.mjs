/**
 * Renders boxes with the template engines of site generators.
 *
 * {boxes: {form: text}, mdx, data} as JSON on standard input; {engine: {form: HTML}, file} as JSON on standard output.
 */
import { readFileSync } from "node:fs";
import { evaluate } from "@mdx-js/mdx";
import { baseParse, NodeTypes } from "@vue/compiler-dom";
import { Liquid } from "liquidjs";
import markdownIt from "markdown-it";
import nunjucks from "nunjucks";

const { boxes, mdx, data } = JSON.parse(readFileSync(0, "utf8"));
const HTML = ["html", "embed", "hatena", "wordpress"];
const markdown = markdownIt({ html: true });

/** A JSX runtime whose elements are {html}. */
const jsx = (type, { children = [] }) => {
  const html = [children]
    .flat(2)
    .map((child) => child.html ?? child.replaceAll("<", "&lt;"))
    .join("");
  return { html: `<${type}>${html}</${type}>` };
};
const made = (type, properties) => (typeof type === "function" ? type(properties) : jsx(type, properties));
const runtime = { Fragment: "div", jsx: made, jsxs: made, baseUrl: import.meta.url };
const components = { Chart: () => ({ html: "<svg></svg>" }) };

function ofVue(node) {
  if (node.type === NodeTypes.INTERPOLATION) {
    return `LIVE ${node.content.content}`;
  }
  return node.type === NodeTypes.TEXT
    ? node.content.replaceAll("<", "&lt;")
    : (node.children ?? []).map(ofVue).join("");
}

const engines = {
  liquid: (text) => new Liquid().parseAndRender(text, data),
  nunjucks: (text) => nunjucks.renderString(text, data),
  vue: (text, form) => ofVue(baseParse(HTML.includes(form) ? text : markdown.render(text))),
  mdx: async (text) => (await evaluate(text, runtime)).default({ ...data, components }).html,
};
/** Zenn and Qiita are no templates, and their marks are comments, which neither MDX nor Vue's Markdown keeps. */
const READ = {
  liquid: [...HTML, "markdown", "zenn", "qiita"],
  nunjucks: [...HTML, "markdown", "zenn", "qiita"],
  vue: [...HTML, "markdown"],
  mdx: ["html", "embed", "hatena", "markdown"],
};

const rendered = {};
for (const [engine, render] of Object.entries(engines)) {
  rendered[engine] = {};
  for (const form of READ[engine]) {
    rendered[engine][form] = await render(boxes[form], form);
  }
}
rendered.file = await engines.mdx(mdx);
process.stdout.write(JSON.stringify(rendered));
