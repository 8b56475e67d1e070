/**
 * Removes unreachable declarations from Pyodide's script, which consists of one function.
 *
 * General tools cannot do this, because the script evaluates strings, assigns every function to its module object, and
 * adds a signature property to most functions. Here the evaluated strings are ignored (they serve modules linked at run
 * time, and there are none), an assignment counts only if a property of that name is read, and a signature counts only
 * if its function stays.
 */
import { parse } from "acorn";

// Statements that only serve graphics and sound.
const UNWANTED = [
  "registerPostMainLoop(()=>SDL",
  "MainLoop.init()",
  "for(var i=0;i<=288;++i){miniTempWebGLFloatBuffers[i]",
  "for(var i=0;i<=288;++i){miniTempWebGLIntBuffers[i]",
];
// Properties that only graphics code uses.
const GRAPHICS = new Set([
  "GL",
  "GLctx",
  "createContext",
  "getUserMedia",
  "pauseMainLoop",
  "requestAnimationFrame",
  "requestFullscreen",
  "requestPointerLock",
  "resumeMainLoop",
  "setCanvasSize",
]);
// Used by static/engine/files/snapshot.js and py/sitebuild/pyodide/snapshot.mjs.
const ALSO = ["HEAPU8", "_malloc", "_free"];
// Expressions without side effects.
const PURE = new Set([
  "ArrayExpression",
  "ArrowFunctionExpression",
  "FunctionExpression",
  "Identifier",
  "Literal",
  "MemberExpression",
  "ObjectExpression",
]);

/** Call `visit` with a node and all nodes in it. @param {any} node @param {(node: any) => void} visit */
function walk(node, visit) {
  if (Array.isArray(node)) return node.forEach((each) => walk(each, visit));
  if (!node || typeof node.type !== "string") return;
  visit(node);
  for (const [key, value] of Object.entries(node)) {
    const isName = (key === "property" || key === "key") && !node.computed;
    if (value && typeof value === "object" && !isName) walk(value, visit);
  }
}

/** Return the identifiers that may refer to outer variables; some may refer to inner variables of the same name. */
function variablesOf(node) {
  const found = new Set();
  walk(node, ({ type, name }) => type === "Identifier" && found.add(name));
  return found;
}

const nameOf = ({ computed, property }) => (computed ? property.value : property.name);

/** Return the names of properties that are read anywhere, without those that are only assigned to. */
function propertiesReadIn(program) {
  const found = new Set();
  const written = new Set();
  walk(program, (node) => {
    if (node.type === "AssignmentExpression" && node.operator === "=") written.add(node.left);
    if (node.type === "MemberExpression" && !written.has(node)) found.add(nameOf(node));
    if (node.type === "ObjectPattern") for (const { key } of node.properties) found.add(key?.name ?? key?.value);
  });
  return found;
}

/** Return [object, name] for a statement `object.name = variable`; undefined for any other statement. */
function assignment({ type, expression }) {
  if (type !== "ExpressionStatement" || expression.type !== "AssignmentExpression") return undefined;
  const { left, right } = expression;
  if (left.type !== "MemberExpression" || left.object.type !== "Identifier" || !PURE.has(right.type)) return undefined;
  return [left.object.name, nameOf(left)];
}

/**
 * Return the script without unreachable declarations.
 * @param {string} script pyodide.asm.mjs
 * @param {string} loader pyodide.mjs, which reads what the script publishes
 */
export function prune(script, loader) {
  const program = parse(script, { ecmaVersion: "latest", sourceType: "module" });
  const outer = program.body.find(({ type }) => type === "FunctionDeclaration");
  const source = ({ start, end }) => script.slice(start, end);
  const asked = new Set([...propertiesReadIn(program), ...(loader.match(/[\w$]+/g) ?? []), ...ALSO]);

  const unwanted = new Set(
    outer.body.body.filter((each) => UNWANTED.some((text) => script.startsWith(text, each.start))),
  );

  /** Name -> nodes that are kept if the name is used. @type {Map<string, any[]>} */
  const parts = new Map();
  const add = (name, node) => parts.set(name, [...(parts.get(name) ?? []), node]);
  const roots = [];
  for (const statement of outer.body.body) {
    const target = assignment(statement);
    if (unwanted.has(statement)) continue;
    if (statement.type === "FunctionDeclaration") add(statement.id.name, statement);
    else if (statement.type === "VariableDeclaration") {
      for (const each of statement.declarations) {
        if (each.id.type === "Identifier") add(each.id.name, each);
        if (each.id.type !== "Identifier" || (each.init && !PURE.has(each.init.type))) roots.push(each);
      }
    } else if (target?.[0] === "Module") {
      if (asked.has(target[1]) && !GRAPHICS.has(target[1])) roots.push(statement);
      else unwanted.add(statement);
    } else if (target) add(target[0], statement);
    else roots.push(statement);
  }

  const kept = new Set();
  const waiting = [...roots];
  const names = new Set();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (kept.has(node)) continue;
    kept.add(node);
    for (const name of variablesOf(node)) {
      if (names.has(name)) continue;
      names.add(name);
      waiting.push(...(parts.get(name) ?? []));
    }
  }

  const written = outer.body.body.map((statement) => {
    if (unwanted.has(statement)) return "";
    if (statement.type !== "VariableDeclaration") return kept.has(statement) ? source(statement) : "";
    const stay = statement.declarations.filter((each) => kept.has(each)).map(source);
    return stay.length ? `${statement.kind} ${stay.join(",")};` : "";
  });
  const { start, end } = outer.body;
  return `${script.slice(0, start + 1)}${written.join("\n")}${script.slice(end - 1)}`;
}
