/**
 * The box in Markdown: a plugin for remark (Docusaurus, Astro, MDX) and one for markdown-it (VitePress).
 *
 * `youten inject` decides in Python whether a text gets a box and before which line; here it becomes nodes or
 * a token. Nothing is written into the files.
 */
import { ask, now } from "./engine.js";

const OFF = [false, "false", "off", "no"];

/** @type {typeof import("./markdown.d.ts").remarkYouten} */
export function remarkYouten(options = {}) {
  return async (tree, file) => {
    const data = file.data ?? {};
    const matter = data.astro?.frontmatter ?? data.frontMatter ?? data.matter ?? {};
    if (OFF.includes(matter.youten)) {
      return;
    }
    const {
      line,
      tree: box,
      problem,
    } = await ask({
      markdown: String(file.value),
      title: matter.title ?? "",
      mdx: /\.mdx$/.test(file.path ?? ""),
      options,
    });
    if (problem) {
      console.warn(`[youten] ${file.path}: ${problem}`);
    }
    if (line) {
      const place = tree.children.findIndex((node) => (node.position?.start.line ?? 0) >= line);
      tree.children.splice(place < 0 ? tree.children.length : place, 0, node(box));
    }
  };
}

/**
 * A node of mdast that remark-rehype turns into an element; text stays text, also in MDX.
 * @param {import("./markdown.d.ts").BoxTree | string} box
 * @returns {import("./markdown.d.ts").Node}
 */
function node(box) {
  if (typeof box === "string") {
    return { type: "text", value: box };
  }
  const [name, { class: names, ...attributes }, children] = box;
  const hProperties = names ? { className: names.split(" "), ...attributes } : attributes;
  return { type: "paragraph", data: { hName: name, hProperties }, children: children.map(node) };
}

/** @type {typeof import("./markdown.d.ts").markdownItYouten} */
export async function markdownItYouten(options = {}) {
  const answer = await now();
  answer({ options }); // invalid options stop the build here
  return (md) => {
    md.core.ruler.push("youten", (state) => {
      const matter = state.env?.frontmatter ?? {};
      if (state.inlineMode || OFF.includes(matter.youten)) {
        return;
      }
      const { line, html, problem } = answer({ markdown: state.src, title: matter.title ?? "", options });
      if (problem) {
        console.warn(`[youten] ${state.env?.path ?? ""}: ${problem}`);
      }
      if (line) {
        const token = new state.Token("html_block", "", 0);
        token.content = `${html}\n`;
        const place = state.tokens.findIndex(
          ({ level, nesting, map }) => level === 0 && nesting >= 0 && map && map[0] >= line - 1,
        );
        state.tokens.splice(place < 0 ? state.tokens.length : place, 0, token);
      }
    });
  };
}
