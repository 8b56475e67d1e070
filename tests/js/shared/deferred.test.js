/** A promise that is settled from outside. */
import { equal, rejects } from "node:assert/strict";
import { test } from "node:test";
import { deferred } from "../../../static/shared/deferred.js";

test("it resolves and rejects once", async () => {
  const [good, bad] = [deferred(), deferred()];
  good.resolve(1);
  good.resolve(2);
  bad.reject(new Error("no"));
  bad.resolve(3);
  equal(await good.promise, 1);
  await rejects(bad.promise, { message: "no" });
});
