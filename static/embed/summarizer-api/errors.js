/**
 * Exceptions of the interface.
 *
 * Source: https://webidl.spec.whatwg.org/#idl-DOMException-error-names and #quotaexceedederror.
 */

/**
 * @param {string} name
 * @param {string} message
 */
export const domError = (name, message) => new DOMException(message, name);

/** @typedef {new (message: string, options: {requested: number, quota: number}) => DOMException} Quota */

/**
 * A QuotaExceededError with what was asked for and what there is, also where the browser has no class for it.
 * @param {number} requested UTF-16 code units
 * @param {number} quota
 */
export function quotaError(requested, quota) {
  const message = `The input is too large: ${requested} of at most ${quota} UTF-16 code units.`;
  const known = /** @type {{QuotaExceededError?: Quota}} */ (/** @type {unknown} */ (globalThis)).QuotaExceededError;
  if (known) return new known(message, { requested, quota });
  const error = domError("QuotaExceededError", message);
  for (const [name, value] of Object.entries({ requested, quota })) {
    Object.defineProperty(error, name, { value, enumerable: true, configurable: true });
  }
  return error;
}

/**
 * Whatever the engine says about a text, as "Errors" of the specification names it.
 * @param {unknown} thrown
 */
export function summarizeError(thrown) {
  if (thrown instanceof DOMException) return thrown;
  const { code = "unknown" } = /** @type {{code?: string}} */ (thrown);
  return domError(code === "busy" ? "OperationError" : "UnknownError", `The text could not be summarised (${code}).`);
}

/**
 * Why the engine did not come: what the network is to blame for has a name of its own.
 * @param {unknown} thrown
 */
export function startError(thrown) {
  const { code = "unknown" } = /** @type {{code?: string}} */ (thrown);
  const network = ["unreachable", "missing", "damaged", "blocked"].includes(code);
  return domError(network ? "NetworkError" : "OperationError", `The summarizer could not start (${code}).`);
}
