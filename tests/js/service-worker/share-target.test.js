/** The share sheet's form is kept until the page takes it, once. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { isShare, receiveShare, takeShare } from "../../../static/service-worker/share-target.js";

const BASE = "https://example.org/repo/";

/**
 * The form as the browser posts it.
 * @param {BodyInit} body
 * @param {string} [address]
 */
const posted = (body, address = `${BASE}share`) => new Request(address, { method: "POST", body });

/** @param {[string, string | File][]} fields */
function form(fields) {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

/** Deliver a request; returns the number in the address that the browser is sent to. @param {Request} request */
async function delivered(request) {
  /** @type {Promise<unknown>[]} */
  const kept = [];
  const event = /** @type {FetchEvent} */ ({ request, waitUntil: (work) => void kept.push(work) });
  const response = await receiveShare(event, BASE);
  equal(response.status, 303);
  const number = /^https:\/\/example\.org\/repo\/#shared=([\w-]+)$/.exec(response.headers.get("Location") ?? "")?.[1];
  ok(number);
  return { number, kept };
}

test("requests of the share sheet", () => {
  equal(isShare(posted("x"), BASE), true);
  equal(isShare(posted("x", `${BASE}share?a=1`), BASE), true);
  equal(isShare(posted("x", `${BASE}shared`), BASE), false);
  equal(isShare(new Request(`${BASE}share`), BASE), false);
});

test("a share is taken once, with all of its fields", async () => {
  const file = new File(["記事"], "記事.txt", { type: "text/plain" });
  const fields = /** @type {[string, string | File][]} */ ([
    ["title", "見出し"],
    ["text", "一"],
    ["text", "二"],
    ["file", file],
  ]);
  const { number, kept } = await delivered(posted(form(fields)));
  const share = takeShare(number);
  deepEqual([share?.title, share?.text, share?.url], ["見出し", "一\n二", ""]);
  deepEqual(
    share?.files.map(({ name }) => name),
    ["記事.txt"],
  );
  equal(takeShare(number), undefined);
  await Promise.all(kept); // the worker may end
});

test("a body that is not a form leaves nothing", async () => {
  const { number } = await delivered(posted("x"));
  equal(takeShare(number), undefined);
});

test("the oldest of too many shares is dropped", async () => {
  const numbers = [];
  for (const text of ["1", "2", "3", "4", "5"]) numbers.push((await delivered(posted(form([["text", text]])))).number);
  deepEqual(
    numbers.map((number) => takeShare(number)?.text),
    [undefined, "2", "3", "4", "5"],
  );
});
