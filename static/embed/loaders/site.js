/** Finds the youten site that a script was loaded from: scripts are in embed/<version>/, two folders below it. */

/** Return the address of frame.html. @param {string | URL} script address of a script in embed/<version>/ */
export const frameBeside = (script) => new URL("../../frame.html", script);

/** Return the classic script that is running; throws in a module, which has import.meta.url. */
export function runningScript() {
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement) || !script.src) throw new Error("youten: no <script src>");
  return script;
}
