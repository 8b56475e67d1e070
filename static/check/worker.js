/** Tries to send a random string from a worker: channel -> whether it worked. The address need not exist. */
import { ownName } from "../shared/own.js";

const PATIENCE_MS = 3000;

/**
 * @param {(out: () => void, held: () => void) => void} start
 * @returns {Promise<boolean>}
 */
const attempt = (start) =>
  new Promise((resolve) => {
    setTimeout(() => resolve(false), PATIENCE_MS);
    try {
      start(
        () => resolve(true),
        () => resolve(false),
      );
    } catch {
      resolve(false);
    }
  });

/** Any answer, even a 404, means that the test string left the device. @type {Record<string, (url: string) => Promise<boolean>>} */
const ways = {
  fetch: (url) => attempt((out, held) => fetch(url).then(out, held)),
  "fetch (POST)": (url) => attempt((out, held) => fetch(url, { method: "POST", body: url }).then(out, held)),
  XMLHttpRequest: (url) =>
    attempt((out, held) => {
      // eslint-disable-next-line no-restricted-globals -- to show that this is blocked too
      const request = new XMLHttpRequest();
      request.onload = out;
      request.onerror = held;
      request.open("GET", url);
      request.send();
    }),
  "Cache API": (url) =>
    attempt((out, held) => {
      const name = ownName("check", url);
      const store = caches.open(name);
      store
        .then((cache) => cache.add(url))
        // A 404 is not stored but is an answer; a refusal by the policy is not.
        .then(out, (error) =>
          /policy|CSP|refused|Failed to fetch|NetworkError|Load failed/i.test(String(error)) ? held() : out(),
        )
        .finally(() => caches.delete(name));
    }),
};

onmessage = async ({ data: url }) => {
  /** @type {Record<string, boolean>} */
  const results = {};
  for (const [name, way] of Object.entries(ways)) results[name] = await way(`${url}${encodeURIComponent(name)}`);
  /** @type {WorkerScope} */ (/** @type {unknown} */ (self)).postMessage(results);
};
