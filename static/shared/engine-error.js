/** The one exception of the engine and its clients: programs switch on `code`, `message` is for the console. */

export class EngineError extends Error {
  // A field and no assignment, which fails on a page that has frozen Error.prototype.
  name = "EngineError";

  /**
   * @param {string} code
   * @param {string} [message]
   */
  constructor(code, message = code) {
    super(message);
    this.code = code;
  }
}

/**
 * Return anything that was thrown as an EngineError.
 * @param {unknown} thrown
 * @param {string} code for errors that have none
 */
export const engineError = (thrown, code) =>
  thrown instanceof EngineError ? thrown : new EngineError(code, String(thrown));
