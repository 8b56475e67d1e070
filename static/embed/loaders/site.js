/**
 * Where this project's site is, seen from a script that was loaded from it.
 *
 * Scripts lie in embed/<version>/, two folders below the page and frame.html.
 */

/** @param {string | URL} script address of a script in embed/<version>/ */
export const frameBeside = (script) => new URL("../../frame.html", script);

/** Address of the classic script that is running; throws for a module, which has its own way to know. */
export function runningScript() {
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement) || !script.src) throw new Error("youten: load this with <script src>");
  return script;
}
