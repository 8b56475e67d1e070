/** Collecting, unpacking and checking of the engine's files. */
import { deepEqual, equal, rejects } from "node:assert/strict";
import { test } from "node:test";
import { gather } from "../../../static/engine/files/gather.js";
import { unpacked, unpacker } from "../../../static/engine/files/gzip.js";
import { check, checked, hashesOf } from "../../../static/engine/files/integrity.js";
import { sha256 } from "../../../static/shared/sha256.js";

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

const encode = (/** @type {string} */ text) => /** @type {Bytes} */ (new TextEncoder().encode(text));
const CONTENTS = encode("要点 ".repeat(5000));

/** @param {readonly Bytes[]} pieces @returns {ReadableStream<Bytes>} */
const streamOf = (pieces) =>
  new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });

/** @param {Bytes} bytes */
async function packed(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const PIECES = [encode("記事"), encode("の"), encode("要点")];
for (const [expected, reason] of /** @type {[number, string][]} */ ([
  [15, "the expected length"],
  [100, "less than expected"],
  [4, "more than expected"],
  [0, "nothing expected"],
])) {
  test(`a stream is collected: ${reason}`, async () => {
    /** @type {number[]} */
    const sizes = [];
    const bytes = await gather(streamOf(PIECES), expected, (piece) => sizes.push(piece.length));
    equal(new TextDecoder().decode(bytes), "記事の要点");
    deepEqual(sizes, [6, 3, 6]);
  });
}

test("gzip is unpacked, and contents that are unpacked already stay", async () => {
  deepEqual(await unpacked(await packed(CONTENTS)), CONTENTS);
  deepEqual(await unpacked(CONTENTS), CONTENTS);
  deepEqual(await unpacked(encode("")), encode(""));
});

for (const size of [CONTENTS.length, 1, 10 * CONTENTS.length]) {
  test(`gzip is unpacked while it arrives; announced size ${size}`, async () => {
    const bytes = await packed(CONTENTS);
    const { write, end } = unpacker(size);
    for (let at = 0; at < bytes.length; at += 50) write(bytes.slice(at, at + 50));
    deepEqual(await end(bytes), CONTENTS);
  });
}

test("an interrupted gzip file is an error", async () => {
  const bytes = (await packed(CONTENTS)).slice(0, -20);
  await rejects(unpacked(bytes));
});

test("hashes: packed or unpacked, nothing else", async () => {
  const asset = { sha256: await sha256(await packed(CONTENTS)), sha256Unpacked: await sha256(CONTENTS) };
  const hashes = hashesOf(/** @type {Asset} */ (/** @type {unknown} */ (asset)));
  await check(await packed(CONTENTS), "a.gz", hashes);
  await check(CONTENTS, "a.gz", hashes);
  await rejects(check(encode("記事"), "a.gz", hashes), { code: "damaged" });
  deepEqual(hashesOf(/** @type {Asset} */ ({ sha256: "x" })), ["x"]);
});

test("damage is the error, not what it led to", async () => {
  const broken = Promise.reject(new Error("no gzip"));
  await rejects(checked(broken, encode("記事"), "a.gz", ["0"]), { code: "damaged" });
  const good = await sha256(encode("記事"));
  equal(await checked(Promise.resolve("made"), encode("記事"), "a", [good]), "made");
});
