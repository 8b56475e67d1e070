/**
 * The bookmarklet: runs on the page that is being read, and sends the selection there, or the page, to youten.
 *
 * The text goes from window to window: youten's window opens and asks for it. The answer is addressed to youten's
 * origin and has the number that was in youten's address. The text is in no address and passes no server.
 * Source: https://html.spec.whatwg.org/multipage/web-messaging.html (check source and origin; name the target).
 */

/**
 * Self-contained, because its source is bookmarked. Never called on youten's page.
 * @param {string} app address of youten's page
 */
function bring(app) {
  const number = Array.from(crypto.getRandomValues(new Uint32Array(4)), (word) => word.toString(36)).join("");
  const selection = getSelection();
  const box = document.createElement("div");
  if (selection && !selection.isCollapsed) {
    for (let i = 0; i < selection.rangeCount; i += 1) box.append(selection.getRangeAt(i).cloneContents());
  }
  // Without a selection the whole page, in which youten finds the article.
  const html = new XMLSerializer().serializeToString(box.hasChildNodes() ? box : document.documentElement);
  const text = String(selection ?? "");
  // eslint-disable-next-line no-restricted-globals -- runs on the page that is read, not on youten's
  const tab = open(`${app}#receive=${number}`);
  const { origin } = new URL(app);
  addEventListener("message", function answer({ source, origin: from, data }) {
    if (!tab || source !== tab || from !== origin || data?.youten !== "ready" || data.number !== number) return;
    removeEventListener("message", answer);
    tab.postMessage({ youten: "article", number, title: document.title, html, text }, origin);
  });
}

/**
 * Return the address of the bookmark.
 * @param {string} app
 */
export const bookmarkletAddress = (app) => `javascript:${encodeURIComponent(`(${bring})(${JSON.stringify(app)})`)}`;
