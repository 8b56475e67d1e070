/**
 * The receiving end of the bookmarklet: calls the window that opened this one, and takes one answer from it.
 *
 * The number in this page's address goes back and forth: only who opened the page knows it. Any site may send a
 * text this way; it is a text like any other, and what stood in the field can be put back.
 */

/** @typedef {{title: string, html: string, text: string}} Sent */

// The opener has been waiting since before this page began to load. ms
const PATIENCE_MS = 10_000;
// UTF-16 code units, of each part.
const MOST = 8_000_000;

/** @param {unknown} value @returns {string} */
const short = (value) => (typeof value === "string" && value.length <= MOST ? value : "");

/**
 * What the opener sends; undefined where nobody does.
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
    // Whoever it is gets nothing but the number that it made.
    opener.postMessage({ youten: "ready", number }, "*");
  });
}
