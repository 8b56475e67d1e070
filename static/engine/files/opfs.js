/**
 * Large files of a release in the origin's private file system. A worker reads those by itself; what is in Cache
 * Storage comes to it in pieces, from one process to the next, and takes several times as long.
 *
 * One folder per release, named as its cache is. A browser may have no such file system, or may not give it (a
 * private window), or have no room left: everything here says so by its answer, and whoever asks has another way.
 * Source: https://fs.spec.whatwg.org/
 */

/** @typedef {import("../protocol.js").Bytes} Bytes */

/**
 * Work in the file system, or undefined where that is not to be had.
 * @template T
 * @param {(root: FileSystemDirectoryHandle) => Promise<T>} work
 * @returns {Promise<T | undefined>}
 */
async function within(work) {
  try {
    return await work(await navigator.storage.getDirectory());
  } catch {
    return undefined;
  }
}

/**
 * A stored file; what is in it may be damaged, or nothing at all.
 * @param {string} folder
 * @param {string} name
 * @returns {Promise<FileSystemFileHandle | undefined>}
 */
export const storedFile = (folder, name) =>
  within(async (root) => (await root.getDirectoryHandle(folder)).getFileHandle(name));

// While a worker reads a file, or has just been ended while it did, nobody can write to it. Times, and ms between them.
const TRIES = 10;
const PAUSE = 100;

/**
 * Opens a file to be written anew.
 * @param {FileSystemFileHandle} file
 */
async function writable(file) {
  for (let tries = TRIES; ; tries -= 1) {
    try {
      return await file.createWritable();
    } catch (error) {
      if (tries <= 1 || !(error instanceof DOMException && error.name === "NoModificationAllowedError")) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}

/**
 * Stores a file, in place of one of that name.
 * @param {string} folder
 * @param {string} name
 * @param {ArrayBuffer} bytes
 * @returns {Promise<boolean>} whether it is there now
 */
export async function storeFile(folder, name, bytes) {
  if (!("createWritable" in (globalThis.FileSystemFileHandle?.prototype ?? {}))) return false;
  const stored = await within(async (root) => {
    const directory = await root.getDirectoryHandle(folder, { create: true });
    try {
      const stream = await writable(await directory.getFileHandle(name, { create: true }));
      await stream.write(bytes);
      await stream.close();
      return true;
    } catch (error) {
      await directory.removeEntry(name);
      throw error;
    }
  });
  return stored ?? false;
}

/**
 * All that is in a file, read by this worker itself where it can be. Rejects where the file is gone.
 * @param {FileSystemFileHandle} file
 * @returns {Promise<Bytes>}
 */
export async function contentsOf(file) {
  /** @type {FileSystemSyncAccessHandle} */
  let access;
  try {
    // Not to be written to, so that another page of the release can read it at the same time.
    access = await file.createSyncAccessHandle({ mode: "read-only" });
  } catch {
    return new Uint8Array(await (await file.getFile()).arrayBuffer());
  }
  try {
    const bytes = new Uint8Array(access.getSize());
    access.read(bytes, { at: 0 });
    return bytes;
  } finally {
    access.close();
  }
}

/**
 * Leaves nothing in a file; only in a worker.
 * @param {FileSystemFileHandle} file
 */
export async function clearFile(file) {
  try {
    const access = await file.createSyncAccessHandle({ mode: "readwrite" });
    access.truncate(0);
    access.close();
  } catch {
    // Another page is reading it: the next visit tries again.
  }
}

/**
 * Names of the folders that are there.
 * @returns {Promise<string[]>}
 */
export async function folders() {
  /** @type {string[]} */
  const names = [];
  await within(async (root) => {
    for await (const [name, entry] of root.entries()) if (entry.kind === "directory") names.push(name);
  });
  return names;
}

/**
 * Bytes of each file in a folder, by name.
 * @param {string} folder
 * @returns {Promise<Map<string, number>>}
 */
export async function sizesIn(folder) {
  /** @type {Map<string, number>} */
  const sizes = new Map();
  await within(async (root) => {
    for await (const [name, entry] of (await root.getDirectoryHandle(folder)).entries()) {
      if (entry instanceof FileSystemFileHandle) sizes.set(name, (await entry.getFile()).size);
    }
  });
  return sizes;
}

/**
 * Removes a folder with all that is in it.
 * @param {string} folder
 */
export async function removeFolder(folder) {
  await within((root) => root.removeEntry(folder, { recursive: true }));
}
