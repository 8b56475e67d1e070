/**
 * Finds where a missing function can be called, and makes an interpreter that calls one there (see traps.py).
 *
 * Usage: node traps.mjs PLAN.json, where PLAN is {loader, pyodide, lock, nothing, snapshot, dictionary, list, marked:
 * paths, text}: prints the numbers of the function that runs first, of those that run at the start, of those that run
 * from then on for the first time while the text is summarised, and of those that a first visit does not have. Or PLAN is
 * {wasm, out: paths, place, called}: writes the wasm in which one function first calls another one.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bytes, restored, standStill } from "../../py/sitebuild/pyodide/engine.mjs";
import { MARK, bodiesOf, withCall, withMarks } from "../../py/sitebuild/pyodide/wasm.mjs";

const plan = JSON.parse(readFileSync(process.argv[2], "utf8"));

async function lists() {
  const whole = bytes(join(plan.pyodide, "pyodide.asm.wasm"));
  writeFileSync(plan.marked, withMarks(whole));
  standStill();
  const made = await restored({ ...plan, wasm: plan.marked }, bytes(plan.snapshot), bytes(plan.dictionary));
  const ran = () =>
    Object.entries(made.instance.exports)
      .filter(([name, { value }]) => name.startsWith(MARK) && value === 1)
      .map(([name]) => Number(name.slice(MARK.length)));
  const handle = made.pyodide.pyimport("youten.browser").resume();
  const start = ran();
  const ask = (request) => JSON.parse(handle(JSON.stringify(request)));
  let reply = ask({ action: "begin", text: plan.text });
  while (reply.state === "working") reply = ask({ action: "advance", job: reply.job, budgetMs: 40 });
  const before = new Set(start);
  const kept = JSON.parse(readFileSync(plan.list, "utf8")).functions;
  const isCold = (at) => !kept.some(([first, last]) => first <= at && at <= last);
  const { length: taken } = WebAssembly.Module.imports(new WebAssembly.Module(whole)).filter(
    ({ kind }) => kind === "function",
  );
  return {
    first: [Number(made.instance.exports.__wasm_call_ctors.name) - taken], // a function's name is its number
    start,
    summary: ran().filter((at) => !before.has(at)),
    cold: bodiesOf(whole)
      .map((_, at) => at)
      .filter(isCold),
  };
}

if (plan.out) writeFileSync(plan.out, withCall(bytes(plan.wasm), plan.place, plan.called));
else console.log(JSON.stringify(await lists()));
