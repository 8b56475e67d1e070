/** The engine's one exception, on pages that have frozen the language's own. */
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { EngineError } from "../../../static/shared/engine-error.js";

test("on a page that has frozen Error.prototype", () => {
  Object.freeze(Error.prototype);
  const { name, code, message } = new EngineError("damaged");
  deepEqual([name, code, message], ["EngineError", "damaged", "damaged"]);
});
