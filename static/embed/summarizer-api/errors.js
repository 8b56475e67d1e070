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
 * Make a QuotaExceededError, also in browsers without that class.
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
 * Convert an error of the engine about a text to one of the specification's section "Errors".
 * @param {unknown} thrown
 */
export function summarizeError(thrown) {
  if (thrown instanceof DOMException) return thrown;
  const { code = "unknown" } = /** @type {{code?: string}} */ (thrown);
  return domError(code === "busy" ? "OperationError" : "UnknownError", `The text could not be summarised (${code}).`);
}

/**
 * Convert an error of the engine's start; failures of the network have a name of their own.
 * @param {unknown} thrown
 */
export function startError(thrown) {
  const { code = "unknown" } = /** @type {{code?: string}} */ (thrown);
  const network = ["unreachable", "missing", "damaged", "blocked", "refused", "offline"].includes(code);
  return domError(network ? "NetworkError" : "OperationError", `The summarizer could not start (${code}).`);
}
