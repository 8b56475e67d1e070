/**
 * Large files of a release in the origin's private file system (OPFS). A worker reads them directly; from Cache
 * Storage they arrive in pieces from another process, which takes several times as long.
 *
 * Each release has one folder, named like its cache. A browser may have no such file system, may refuse it (private
 * windows), or may be out of space: the functions return that, and the callers fall back to Cache Storage.
 * Source: https://fs.spec.whatwg.org/
 */

/** @typedef {import("../protocol.js").Bytes} Bytes */

/**
 * Do something in the file system; returns undefined where there is none.
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
 * Return a stored file, which may be damaged or empty.
 * @param {string} folder
 * @param {string} name
 * @returns {Promise<FileSystemFileHandle | undefined>}
 */
export const storedFile = (folder, name) =>
  within(async (root) => (await root.getDirectoryHandle(folder)).getFileHandle(name));

// A file cannot be written while a worker reads it, or shortly after such a worker was ended. Tries, and ms between them.
const TRIES = 10;
const PAUSE = 100;

/**
 * Open a file for writing, which empties it.
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
 * Store a file, replacing one of that name.
 * @param {string} folder
 * @param {string} name
 * @param {ArrayBuffer} bytes
 * @returns {Promise<boolean>} whether it is stored now
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
 * Read a file, directly where this is a worker. Rejects if the file is gone.
 * @param {FileSystemFileHandle} file
 * @returns {Promise<Bytes>}
 */
export async function contentsOf(file) {
  /** @type {FileSystemSyncAccessHandle} */
  let access;
  try {
    // Read-only, so that another page of the release can read it at the same time.
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
 * Empty a file. Workers only.
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
 * Return the names of all folders.
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
 * Return the size of each file in a folder.
 * @param {string} folder
 * @returns {Promise<Map<string, number>>} name -> bytes
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
 * Remove a folder with everything in it.
 * @param {string} folder
 */
export async function removeFolder(folder) {
  await within((root) => root.removeEntry(folder, { recursive: true }));
}
