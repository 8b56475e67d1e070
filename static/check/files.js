/**
 * Compares the files that this browser gets of the site with the release's bill of materials (sbom.cdx.json).
 *
 * The files come the way they come to the page: from the service worker's store if it has them, else from the server.
 * The list comes from the same server, so its own hash is shown, to be compared with the one that the release's page
 * or the signature of the workflow has.
 */
import { sha256 } from "../shared/sha256.js";

/** @typedef {{hash: string, total: number, wrong: string[]}} Comparison `hash` of the list */

const LIST = "sbom.cdx.json";
// Changed by every deployment, or of no use to a page.
const OTHER = ["releases.json", ".nojekyll"];
// Where the service worker or the server has unpacked a file, its contents count.
const UNPACKED = "youten:sha256-unpacked";

/** @param {URL} address */
async function bytesOf(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.arrayBuffer();
}

/**
 * Return name -> valid hashes of the files that a page of this release may load, from the list.
 * @param {any} list
 * @param {string} release
 * @returns {Map<string, string[]>}
 */
export function expected(list, release) {
  const own = `r/${release}/`;
  const isOurs = (/** @type {string} */ name) =>
    name.includes("/") ? name.startsWith(own) && !name.startsWith(`${own}stock/`) : !OTHER.includes(name);
  const files = list.components.filter((/** @type {any} */ one) => one.type === "file" && isOurs(one.name));
  return new Map(
    files.map((/** @type {any} */ { name, hashes, properties = [] }) => [
      name,
      [...hashes.map((/** @type {any} */ { content }) => content), ...valuesOf(properties, UNPACKED)],
    ]),
  );
}

/** @param {{name: string, value: string}[]} properties @param {string} wanted */
const valuesOf = (properties, wanted) => properties.flatMap(({ name, value }) => (name === wanted ? [value] : []));

/**
 * Compare all files. Rejects if the list cannot be had, or is that of another release.
 * @param {(done: number, total: number) => void} progress
 * @returns {Promise<Comparison>}
 */
export async function compareFiles(progress) {
  const site = new URL("./", document.baseURI);
  const release = /\/r\/(\w+)\//.exec(import.meta.url)?.[1] ?? "";
  const bytes = await bytesOf(new URL(LIST, site));
  const files = expected(JSON.parse(new TextDecoder().decode(bytes)), release);
  if (![...files.keys()].some((name) => name.includes("/"))) throw new Error("the list is of another release");
  /** @type {string[]} */
  const wrong = [];
  let done = 0;
  for (const [name, hashes] of files) {
    const hash = await bytesOf(new URL(name, site)).then(sha256, () => "");
    if (!hashes.includes(hash)) wrong.push(name);
    progress((done += 1), files.size);
  }
  return { hash: await sha256(bytes), total: files.size, wrong };
}
