/** Tells when something that should make progress stands still, and when it goes on. */

export class Watchdog {
  #patience;
  #tell;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** Whether it was told that nothing moves. */
  still = false;

  /**
   * @param {number} patience ms without progress
   * @param {(still: boolean) => void} tell called at each change of `still`
   */
  constructor(patience, tell) {
    this.#patience = patience;
    this.#tell = tell;
  }

  /** Note progress; more is expected. */
  feed() {
    this.rest();
    this.#timer = setTimeout(() => this.#set(true), this.#patience);
  }

  /** Expect no more progress. */
  rest() {
    clearTimeout(this.#timer);
    this.#set(false);
  }

  /** @param {boolean} still */
  #set(still) {
    if (still === this.still) return;
    this.still = still;
    this.#tell(still);
  }
}
