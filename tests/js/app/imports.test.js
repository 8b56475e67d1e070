/** How the modules of the page may import each other. Reads the sources. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const APP = new URL("../../../static/app/", import.meta.url);
const STATIC = /^(?:import|export)\b[^;]*?\bfrom "(\.[^"]+)"|^import "(\.[^"]+)"/gm;
const DYNAMIC = /(?<!typeof )\bimport\("(\.[^"]+)"\)(?!\.)/g;
// Each may import those before it, and itself.
const ORDER = [
  "settings",
  "words",
  "page",
  "article",
  "summary",
  "field",
  "furigana",
  "import",
  "offline",
  "history",
  "share",
];

const modules = readdirSync(APP, { recursive: true }).filter((path) => path.endsWith(".js"));

/**
 * Return the paths of the modules that one imports, from the page's folder on.
 * @param {string} path
 * @param {RegExp} pattern
 */
function imported(path, pattern) {
  const source = readFileSync(new URL(path, APP), "utf8").replace(/\/\*\*[\s\S]*?\*\//g, "");
  const names = Array.from(source.matchAll(pattern), ([, from, bare]) => from ?? bare ?? "");
  return names.map((name) => new URL(name, new URL(path, APP)).href.replace(APP.href, ""));
}

const statically = new Map(modules.map((path) => [path, imported(path, STATIC)]));

test("every imported module exists", () => {
  const named = [...statically.values()].flat().filter((path) => path.endsWith(".js") && !path.startsWith("file:"));
  assert.ok(named.length > 100);
  assert.deepEqual(
    named.filter((path) => !modules.includes(path)),
    [],
  );
});

test("no module imports itself by way of others", () => {
  const done = new Set();
  const visit = (/** @type {string} */ path, /** @type {string[]} */ way) => {
    assert.ok(!way.includes(path), [...way, path].join(" -> "));
    if (done.has(path)) return;
    for (const next of statically.get(path) ?? []) visit(next, [...way, path]);
    done.add(path);
  };
  for (const path of modules) visit(path, []);
});

test("late halves load late, and nothing else does", () => {
  const late = new Set(modules.flatMap((path) => imported(path, DYNAMIC)));
  assert.deepEqual([...late].sort(), modules.filter((path) => path.endsWith(".late.js")).sort());
  for (const [path, names] of statically) {
    assert.deepEqual(
      names.filter((name) => name.endsWith(".late.js")),
      [],
      path,
    );
  }
});

test("features import what is below them", () => {
  const room = (/** @type {string} */ path) => path.split("/")[0] ?? "";
  for (const [path, names] of statically) {
    const own = ORDER.indexOf(room(path));
    if (own < 0 || path.endsWith(".late.js")) continue;
    for (const name of names) {
      const other = ORDER.indexOf(room(name));
      assert.ok(other <= own, `${path} imports ${name}`);
    }
  }
});
