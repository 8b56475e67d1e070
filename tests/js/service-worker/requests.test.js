/** What the service worker answers itself, and when it may take over. */
import { equal } from "node:assert/strict";
import { test } from "node:test";
import { inUse, isOfRelease, storedUnder } from "../../../static/service-worker/requests.js";

const BASE = "https://example.org/repo/";
const APP = `${BASE}r/0123456789ab/app.js`;
const FILES = new Map([BASE, APP, `${BASE}check.html`].map((url) => [url, []]));

/** @type {[request: Request, expected: string | undefined, reason: string][]} */
const REQUESTS = [
  [new Request(BASE), BASE, "the page"],
  [new Request(`${BASE}index.html`), BASE, "the page by its file name"],
  [new Request(`${BASE}?engine=stock#s=1`), BASE, "the page with a query and a fragment"],
  [new Request(`${APP}?v=1`), APP, "a file with a query"],
  [new Request(`${BASE}check.html`), `${BASE}check.html`, "another page"],
  [new Request(`${BASE}r/ba9876543210/app.js`), undefined, "a file of another release"],
  [new Request(`${BASE}docs/`), undefined, "a page that is not stored"],
  [new Request("https://example.org/"), undefined, "outside of the scope"],
  [new Request("https://other.example/repo/"), undefined, "another origin"],
  [new Request(BASE, { method: "POST", body: "x" }), undefined, "not a GET"],
  [new Request(APP, { headers: { Range: "bytes=0-1" } }), undefined, "a part of a file"],
];

for (const [request, expected, reason] of REQUESTS) {
  test(`stored under: ${reason}`, () => equal(storedUnder(request, BASE, FILES), expected));
}

test("addresses of a release", () => {
  equal(isOfRelease(APP, BASE), true);
  equal(isOfRelease(BASE, BASE), false);
  equal(isOfRelease("https://example.org/r/0123456789ab/app.js", BASE), false);
});

test("pages in use: of this scope, and no frames", () => {
  /** @type {[string, WindowClient["frameType"]][]} */
  const pages = [
    [BASE, "top-level"],
    [`${BASE}check.html`, "auxiliary"],
    [`${BASE}r/0123456789ab/engine.html`, "nested"],
    ["https://example.org/other/", "top-level"],
  ];
  equal(
    inUse(
      pages.map(([url, frameType]) => ({ url, frameType })),
      BASE,
    ),
    2,
  );
});
