/**
 * The receiving end of the bookmarklet: asks the window that opened this one, and accepts one answer from it.
 *
 * Both messages carry the number in this page's address, which only the opener knows. Any site may send a text this
 * way; it is treated like any other text, and the earlier text of the field can be restored.
 */

/** @typedef {{title: string, html: string, text: string}} Sent */

// The opener has been listening since before this page began to load. ms
const PATIENCE_MS = 10_000;
// UTF-16 code units of each part.
const MOST = 8_000_000;

/** @param {unknown} value @returns {string} */
const short = (value) => (typeof value === "string" && value.length <= MOST ? value : "");

/**
 * Return what the opener sends; undefined if it sends nothing.
 * @param {string} number from the address
 * @returns {Promise<Sent | undefined>}
 */
export async function receive(number) {
  const opener = /** @type {Window | null} */ (window.opener);
  if (!opener || opener === window || !/^\w{8,64}$/.test(number)) return undefined;
  return new Promise((resolve) => {
    /** @param {Sent} [sent] */
    const finish = (sent) => {
      clearTimeout(patience);
      removeEventListener("message", onMessage);
      window.opener = null;
      resolve(sent);
    };
    /** @param {MessageEvent} event */
    const onMessage = ({ source, data }) => {
      if (source !== opener || data?.youten !== "article" || data.number !== number) return;
      finish({ title: short(data.title), html: short(data.html), text: short(data.text) });
    };
    const patience = setTimeout(finish, PATIENCE_MS);
    addEventListener("message", onMessage);
    // Any origin may receive this: it is only the number that the opener chose.
    opener.postMessage({ youten: "ready", number }, "*");
  });
}
