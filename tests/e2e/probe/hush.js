/** A worker that starts and never says a word: what it was told to begin with, and all that follows, is lost. */

/** @param {string[]} variants ways to start in which it is silent */
export function hush(variants) {
  const listen = self.onmessage;
  self.onmessage = (event) => {
    if (event.data.type === "boot" && variants.includes(event.data.variant)) self.onmessage = null;
    else return listen(event);
  };
}
