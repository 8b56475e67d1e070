/** Which way of starting works in this browser, where the usual one does not: noted until the next release. */
import { isShared, ownName } from "../../shared/own.js";
import { siteOf } from "../files/store.js";
import { VARIANTS } from "../protocol.js";

/** @typedef {import("../protocol.js").Variant} Variant */

/** Key in localStorage; the value is "<path of engine.html, which names the release> <variant>". @param {URL} address */
const noteOf = (address) => ownName("variant", siteOf(address));

/**
 * Return the way to start.
 * @param {URL} address of engine.html
 * @returns {Variant}
 */
export function usualVariant(address) {
  try {
    const [release, noted] = localStorage.getItem(noteOf(address))?.split(" ") ?? [];
    return VARIANTS.find((variant) => release === address.pathname && variant === noted) ?? VARIANTS[0];
  } catch {
    return VARIANTS[0]; // Storage is not available.
  }
}

/**
 * Note the way to start for later visits.
 * @param {URL} address of engine.html
 * @param {Variant} variant
 */
export function noteVariant(address, variant) {
  if (isShared(siteOf(address))) return;
  try {
    localStorage.setItem(noteOf(address), `${address.pathname} ${variant}`);
  } catch {
    // The next visit finds out again.
  }
}
