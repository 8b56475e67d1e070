/**
 * Removes from a page what is the site's and not the article's, as far as markup shows it.
 *
 * Menus, share bars, rankings, related articles, comments, consent, subscriptions and advertisements are named by
 * elements, roles, classes, headings, or by coming again and again. What holds much of the page's prose stays, whatever
 * its name. What only the words of a line show is left to the engine.
 */
const ALWAYS =
  "nav, footer, form, dialog, ins.adsbygoogle, amp-ad, amp-embed, amp-auto-ads, amp-sticky-ad, amp-sidebar, " +
  "amp-consent, amp-user-notification, amp-social-share, sup.reference, .mw-editsection, .noprint, .navbox, .reflist, " +
  "[role=navigation], [role=banner], [role=contentinfo], [role=dialog], [role=alertdialog], [role=search], [aria-modal]";
const MOSTLY = "aside, [role=complementary], [role=alert]";

// Parts of names of classes and ids.
const NAMES = new RegExp(
  `^(?:${[
    "ads?|adsense|adslot|advert\\w*|sponsor\\w*|promo\\w*|pr|banner|bnr",
    "share\\w*|sns|social|follow\\w*|tweet|bookmark|like|clap|reactions?",
    "relat\\w*|recommend\\w*|osusume|rank\\w*|popular|trending|pickup|latest|recent|archives?|series|next|prev\\w*",
    "comments?|disqus|trackbacks?",
    "cookie\\w*|consent|gdpr|cmp|notices?|alerts?|infobar|emergency|modal|popup|overlay",
    "paywall|gate|subscri\\w*|unsubscribe|member\\w*|login|signup|regist\\w*|kaiin|premium|upsell|campaign|donat\\w*",
    "breadcrumbs?|pankuzu|topicpath|menu|gnav|lnav|nav\\w*|pager|pagination|pagenavi|sidebar|side|sub|widgets?|toc|tags?",
    "newsletter|mailmag\\w*|app|appbanner|download|skip\\w*|copyright|sitemap|contact|inquiry|enquete|feedback|profile|author|fontsize|ticker|tools|pagetop|video|movie|player",
  ].join("|")})$`,
);
// The same, but an article may have its own.
const EDGES = /^(?:header|masthead|hd|foot|footer|ft)$/;
// Headings of lists that are no part of the article.
const HEADINGS =
  /^[■◆●▼▶【\s]*(?:関連|あわせて読|合わせて読|おすすめ|オススメ|お薦め|注目|人気|ランキング|アクセス|よく読まれ|こちらも|最新|新着|最近の|コメント|トラックバック|この記事を(?:シェア|書いた|読んだ)|シェア|フォロー|タグ|カテゴリ|アーカイブ|バックナンバー|次に読|ほかの記事|他の記事|特集|連載|スポンサー|広告|PR\b|おことわり|お問い?合わせ|問い?合わせ先|ピックアップ|トピックス|読者の|みんなの|話題の|月別|プロフィール|ご意見|みなさま|より良い|ひとこと解説|写真で見る|目次$)/;
const LONGEST_HEADING = 30;
// Words of a notice, which is no prose of the article.
const NOTICE =
  /会員|有料|登録|ログイン|購読|無料|Cookie|クッキー|同意|プライバシー|アプリ|通知|メルマガ|メールマガジン|広告|スポンサー|セール|キャンペーン|利用規約|フォロー|シェア|続きを読/i;
// Share of the page's prose that makes a part one of the article.
const MOST_PROSE = 0.4;
// Share of a list's text in links, and its fewest links.
const LINKED = 0.7;
const FEWEST_LINKS = 2;
// Repetitions of a paragraph after which it says nothing, and the shortest paragraph for which that holds.
const REPEATED = 3;
const SHORTEST_REPEATED = 8;
const HEADERS = "h1, h2, h3, h4, h5, h6, dt, [class*=title], [class*=heading], [class*=ttl], summary";

/** @param {string | null | undefined} text */
const squeezed = (text) => (text ?? "").replace(/\s+/g, "");

/** @param {Element} element @returns {string[]} */
const nameParts = (element) =>
  `${element.getAttribute("class") ?? ""} ${element.id ?? ""}`
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[\s_-]+/);

/** Knows how much prose of the article the parts of a page hold. */
class Prose {
  /** @type {Map<Element, number>} characters of an element and all in it */
  #in = new Map();
  #all = 0;

  /** @param {Element} body */
  constructor(body) {
    for (const element of body.querySelectorAll("p, div, section, article, td, li, blockquote, span")) {
      const own = Array.from(element.childNodes).filter(
        (node) =>
          node.nodeType === 3 ||
          /^(?:b|i|em|strong|span|ruby|rb|a|font|u|br|wbr)$/.test(/** @type {Element} */ (node).localName ?? ""),
      );
      if (element.localName === "span" || !own.length) continue;
      const text = squeezed(
        own.map((node) => (/** @type {Element} */ (node).localName === "a" ? "" : node.textContent)).join(""),
      );
      if (/[。！？」]/.test(text) && !NOTICE.test(text)) this.#count(element, text.length);
    }
  }

  /** @param {Element} element @param {number} characters */
  #count(element, characters) {
    this.#all += characters;
    for (let at = /** @type {Element | null} */ (element); at; at = at.parentElement) {
      this.#in.set(at, (this.#in.get(at) ?? 0) + characters);
    }
  }

  /** Whether a part holds much of the prose. @param {Element} element */
  much(element) {
    return (this.#in.get(element) ?? 0) > this.#all * MOST_PROSE;
  }
}

/** Whether an element may be removed as furniture. @param {Element} element @param {Prose} prose */
const removable = (element, prose) => !prose.much(element) && !element.querySelector("h1, main");

/** @param {Element} body @param {Prose} prose */
function removeNamed(body, prose) {
  for (const element of body.querySelectorAll(ALWAYS)) if (removable(element, prose)) element.remove();
  for (const element of body.querySelectorAll(MOSTLY)) if (removable(element, prose)) element.remove();
  for (const element of body.querySelectorAll("[class], [id]")) {
    if (/^(?:h1|article|main|body)$/.test(element.localName)) continue;
    const parts = nameParts(element);
    const named = parts.some((part) => NAMES.test(part));
    const edge = parts.some((part) => EDGES.test(part)) && !element.closest("article, main");
    if ((named || edge) && removable(element, prose)) element.remove();
  }
  for (const element of body.querySelectorAll("header")) {
    if (!element.closest("article, main") && removable(element, prose)) element.remove();
  }
}

/** @param {Element} body @param {Prose} prose */
function removeUnderHeadings(body, prose) {
  for (const heading of body.querySelectorAll(HEADERS)) {
    const text = (heading.textContent ?? "").trim();
    if (heading.localName === "h1" || text.length > LONGEST_HEADING || !HEADINGS.test(text)) continue;
    const parent = heading.parentElement;
    const leads = parent && parent.firstElementChild === heading;
    if (leads && /^(?:section|div|dl|details|li)$/.test(parent.localName) && removable(parent, prose)) parent.remove();
    else removeBelow(heading, prose);
  }
}

/** Remove a heading and what follows up to the next one. @param {Element} heading @param {Prose} prose */
function removeBelow(heading, prose) {
  for (let next = heading.nextElementSibling; next && !/^h[1-6]$/.test(next.localName);) {
    const one = next;
    next = next.nextElementSibling;
    if (prose.much(one) || (one.matches("p") && !one.querySelector("a"))) break;
    one.remove();
  }
  heading.remove();
}

/** Remove lists and rows of links. @param {Element} body @param {Prose} prose */
function removeLinkLists(body, prose) {
  for (const list of body.querySelectorAll("ul, ol, dl, table, td, div, section, p")) {
    const links = Array.from(list.querySelectorAll("a[href]"), (link) => squeezed(link.textContent).length);
    const linked = links.reduce((sum, length) => sum + length, 0);
    const enough = links.length >= FEWEST_LINKS && linked > squeezed(list.textContent).length * LINKED;
    if (enough && removable(list, prose)) list.remove();
  }
}

/** Remove paragraphs that come again and again. @param {Element} body */
function removeRepeated(body) {
  /** @type {Map<string, Element[]>} */
  const seen = new Map();
  for (const element of body.querySelectorAll("p, div, li, section, figure")) {
    const text = squeezed(element.textContent);
    if (text.length < SHORTEST_REPEATED || text.length > 300) continue;
    const same = seen.get(text);
    if (!same) seen.set(text, [element]);
    // What holds the same text alone comes before it and is no repetition of it.
    else if (!same.at(-1)?.contains(element)) same.push(element);
  }
  for (const same of seen.values()) if (same.length >= REPEATED) for (const element of same) element.remove();
}

/**
 * Remove the site's furniture from a document.
 * @param {Element} body
 */
export function removeFurniture(body) {
  const prose = new Prose(body);
  removeNamed(body, prose);
  removeUnderHeadings(body, prose);
  removeLinkLists(body, prose);
  removeRepeated(body);
}
