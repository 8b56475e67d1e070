/** The engine's one exception, on pages that have frozen the language's own. */
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { EngineError } from "../../../static/shared/engine-error.js";

test("on a page that has frozen Error.prototype", () => {
  Object.defineProperty(Error.prototype, "name", { writable: false });
  const { name, code, message } = new EngineError("damaged");
  Object.defineProperty(Error.prototype, "name", { writable: true });
  deepEqual([name, code, message], ["EngineError", "damaged", "damaged"]);
});
