/** The one exception of the engine and its clients: programs switch on `code`, `message` is for the console. */

export class EngineError extends Error {
  /**
   * @param {string} code
   * @param {string} [message]
   */
  constructor(code, message = code) {
    super(message);
    this.name = "EngineError";
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
