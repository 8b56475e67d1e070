/**
 * Where the memory snapshot is kept between visits: one cache with one entry, named by the release.
 *
 * The release's hash covers everything the snapshot was made of. Every function settles whatever the storage
 * does (none, full, forbidden): to have no snapshot is never an error.
 */

// Not the service worker's prefix: it removes what it does not know under its own.
const PREFIX = "snapshot-youten-";
const address = new URL("snapshot", document.baseURI).toString();
const name = PREFIX + (location.pathname.split("/").at(-2) ?? "");

/**
 * @template T
 * @param {T} otherwise
 * @param {() => Promise<T>} work
 */
async function attempt(otherwise, work) {
  try {
    return await work();
  } catch {
    return otherwise;
  }
}

/** The stored file, if any: empty where it was refused. */
const stored = async () => (await (await caches.open(name)).match(address))?.blob();

/**
 * The snapshot of this release. Without a service worker in front there is none: only with it are the files
 * for a start without the snapshot at hand, should that be needed.
 * @returns {Promise<Blob | undefined>}
 */
export const findSnapshot = () =>
  attempt(undefined, async () => {
    if (!navigator.serviceWorker?.controller || !(await caches.has(name))) return undefined;
    const blob = await stored();
    return blob?.size ? blob : undefined;
  });

/** Whether there is reason to make one: none is stored, and none was refused. */
export const wantsSnapshot = () => attempt(false, async () => !(await caches.has(name)) || !(await stored()));

/**
 * Stores the snapshot of this release.
 * @param {Blob} blob
 */
export const keepSnapshot = (blob) =>
  attempt(undefined, async () => {
    try {
      await (await caches.open(name)).put(address, new Response(blob));
    } catch {
      await caches.delete(name);
    }
  });

/** Removes the snapshot; another one may be made. */
export const dropSnapshot = () => attempt(false, () => caches.delete(name));

/** Notes that snapshots do not work here, so that this release makes no other. */
export const refuseSnapshot = () => keepSnapshot(new Blob());

/** Removes the snapshots of other releases. */
export const dropOthers = () =>
  attempt(undefined, async () => {
    const names = (await caches.keys()).filter((other) => other.startsWith(PREFIX) && other !== name);
    await Promise.all(names.map((other) => caches.delete(other)));
  });
