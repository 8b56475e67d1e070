import type { YoutenOptions } from "./index.d.ts";

/** An element: name, attributes, children. */
export type BoxTree = [string, Record<string, string>, (BoxTree | string)[]];

export interface Node {
  type: string;
  value?: string;
  children?: Node[];
  data?: { hName: string; hProperties: Record<string, string | string[]> };
  position?: { start: { line: number } };
}
interface Root {
  children: Node[];
}
interface Matter {
  title?: string;
  youten?: unknown;
}
interface File {
  value: unknown;
  path?: string;
  data?: { astro?: { frontmatter?: Matter }; frontMatter?: Matter; matter?: Matter };
}

/** For remark: `remarkPlugins: [[remarkYouten, { sentences: 3 }]]`. */
export function remarkYouten(options?: YoutenOptions): (tree: Root, file: File) => Promise<void>;

interface Token {
  level: number;
  nesting: number;
  map: [number, number] | null;
  content: string;
}
interface State {
  src: string;
  env?: { frontmatter?: Matter; path?: string };
  inlineMode?: boolean;
  tokens: Token[];
  Token: new (type: string, tag: string, nesting: number) => Token;
}
interface MarkdownIt {
  core: { ruler: { push(name: string, rule: (state: State) => void): void } };
}

/** For markdown-it, which cannot wait: `md.use(await markdownItYouten({ sentences: 3 }))`. */
export function markdownItYouten(options?: YoutenOptions): Promise<(md: MarkdownIt) => void>;
