/** SHA-256 against a published value. */
import { equal } from "node:assert/strict";
import { test } from "node:test";
import { sha256 } from "../../../static/shared/sha256.js";

test("FIPS 180-4, the example of one block", async () => {
  const digest = await sha256(new TextEncoder().encode("abc"));
  equal(digest, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});
