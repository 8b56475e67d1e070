# ruff: noqa: E501 -- Japanese text and one-line JavaScript
"""<youten-box> for authors and readers: attributes, events, methods, and the page without scripts."""

from __future__ import annotations

import re

from tests.e2e.conftest import ARTICLE
from tests.e2e.embed.conftest import IN_PAGE, article_html, sentences

STATIC = """<aside class="youten" lang="ja" aria-label="AI要約" data-youten="0.9.0" data-source="sha256:0">
<p><strong>AI要約</strong> <small>抽出型・端末内で処理</small></p>
<ul><li>これまでに延べ210人の児童が参加し、事故は一度も起きていない。</li><li>記事にない文。</li></ul></aside>"""


def blog(host, box, text=ARTICLE, **more):
    """Make a page with a box before an article."""
    return host.page(f"<article>{box}{article_html(text)}</article>", **more)


def test_events_and_the_summary(visit, host):
    """ready, progress and summary come in this order; offsets are the sentences' places in the article."""
    page = visit(blog(host, "<youten-box></youten-box>"))
    page.evaluate(IN_PAGE["collectEvents"])
    lines = sentences(page)
    events = page.evaluate("() => events")
    kinds = [event["type"] for event in events]
    assert {"ready", "progress", "summary"} == set(kinds)
    assert kinds[-1] == "summary"
    assert {event["tag"] for event in events} == {"youten-box"}
    progress = [event["detail"] for event in events if event["type"] == "progress"]
    assert {entry["stage"] for entry in progress} >= {"download", "start"}
    assert all(0 <= entry["value"] <= 1 for entry in progress)
    detail = events[-1]["detail"]
    assert [sentence["text"] for sentence in detail["sentences"]] == lines
    assert (detail["engine"], detail["version"].count(".")) == ("youten", 2)
    for sentence in detail["sentences"]:
        assert "".join(detail["text"][a:b] for a, b in sentence["segments"]) == sentence["text"]
    shown = page.evaluate("() => CSS.highlights?.has('youten') ?? false")
    assert shown is False or page.evaluate("() => CSS.highlights.get('youten').size") == 0


def test_attributes(visit, host):
    """sentences, max-chars, format, label and ui-lang work; invalid values are ignored."""
    box = '<youten-box sentences="2" ui-lang="en" label="この記事の要点"></youten-box>'
    page = visit(blog(host, box))
    assert page.locator("youten-box .button").text_content() == "Summarise"
    assert page.locator("youten-box .label").text_content() == "この記事の要点"
    assert len(sentences(page)) == 2
    set_attribute = "([name, value]) => document.querySelector('youten-box').setAttribute(name, value)"
    wait = "(count) => document.querySelector('youten-box').shadowRoot.querySelectorAll('.text').length === count"
    page.evaluate(set_attribute, ["sentences", "1"])
    page.wait_for_function(wait, arg=1)
    page.evaluate(set_attribute, ["sentences", "eleventy"])
    page.wait_for_function(wait, arg=3)
    page.evaluate(set_attribute, ["max-chars", "60"])
    page.wait_for_function(
        "() => Array.from(document.querySelector('youten-box').shadowRoot.querySelectorAll('.text'),"
        "(item) => item.textContent).join('').length <= 60"
    )
    page.evaluate(set_attribute, ["format", "paragraph"])
    page.wait_for_function(
        "() => document.querySelector('youten-box').shadowRoot.querySelector('.paragraph')"
    )


def test_static_text_is_taken_over(visit, host):
    """The author's text becomes the box without an engine, and its places in the article are marked."""
    page = visit(blog(host, f"<youten-box highlight>{STATIC}</youten-box>"))
    assert sentences(page, click=False) == [
        "これまでに延べ210人の児童が参加し、事故は一度も起きていない。",
        "記事にない文。",
    ]
    assert page.locator("youten-box button:visible").count() == 1  # the way to the one sentence that is found
    assert page.evaluate("() => [...CSS.highlights.get('youten')].map(String)") == [
        "これまでに延べ210人の児童が参加し、事故は一度も起きていない。"
    ]
    assert len(host.site.requests) == 1
    page.locator("youten-box button.seal").click()
    page.evaluate("() => document.querySelector('youten-box').remove()")
    assert page.evaluate("() => CSS.highlights.get('youten').size") == 0


def test_without_a_script_the_text_is_there(chromium, host):
    """An unknown element shows its contents."""
    page = chromium.new_context(java_script_enabled=False).new_page()
    page.goto(blog(host, f"<youten-box>{STATIC}</youten-box>"))
    assert page.get_by_text("記事にない文。").is_visible()
    page.context.close()


def test_load_never_and_visible(visit, host):
    """never: hidden until the page calls summarize(); visible: starts when it is scrolled to."""
    tall = '<div style="height: 3000px"></div>'
    body = f'<youten-box id="n" for="article" load="never"></youten-box><article>{article_html(ARTICLE)}</article>'
    page = visit(host.page(f'{body}{tall}<youten-box id="v" for="article" load="visible"></youten-box>'))
    page.wait_for_function("() => document.querySelectorAll('youten-box:defined').length === 2")
    assert page.locator("#n").is_hidden()
    page.wait_for_timeout(300)
    assert len(host.site.requests) == 1
    page.evaluate("() => document.querySelector('#v').scrollIntoView()")
    assert len(sentences(page, "#v", click=False)) == 3
    assert page.locator("#n").is_hidden()
    found = page.evaluate("async () => (await document.querySelector('#n').summarize()).sentences.length")
    assert (found, page.locator("#n").is_visible()) == (3, True)


def test_cancel_and_again(visit, host):
    """After a stop the box is as before; two calls are one; the next one gives the summary."""
    page = visit(blog(host, "<youten-box></youten-box>", ARTICLE * 300))
    page.evaluate(IN_PAGE["collectEvents"])
    same = """async () => {
        const box = document.querySelector('youten-box');
        const [a, b] = [box.summarize(), box.summarize()];
        setTimeout(() => box.cancel(), 100);
        return [a === b, await a.catch((error) => error.name)];
    }"""
    assert page.evaluate(same) == [True, "AbortError"]
    assert page.locator("youten-box .button").text_content() == "要約する"
    assert page.evaluate("() => events.filter(({type}) => type === 'error' || type === 'summary')") == []
    assert len(sentences(page)) == 3


# Pages with nothing to summarise.
EMPTY = {
    "no such element": "<youten-box for='#nowhere'></youten-box>",
    "no selector": "<youten-box for='[['></youten-box>",
    "no text": "<article><youten-box></youten-box></article>",
}


def test_what_cannot_be_summarised_is_told(visit, host):
    """The box shows a message, the page gets an event, and nothing is loaded."""
    page = visit(host.page(""))
    for name, body in EMPTY.items():
        page.goto(host.page(body, name=f"{name}.html".replace(" ", "-")))
        page.wait_for_function("() => document.querySelector('youten-box').shadowRoot")
        page.evaluate(IN_PAGE["collectEvents"])
        page.evaluate(IN_PAGE["click"], "youten-box")
        page.wait_for_function("() => events.some(({type}) => type === 'error')")
        error = page.evaluate("() => events.find(({type}) => type === 'error').detail")
        assert (error["code"], error["recoverable"]) == ("no_article", True), name
        assert page.locator("youten-box .error").text_content() == error["message"]
    assert [request.rsplit("/", 1)[-1] for request in host.site.requests] == ["box.js"]


def test_a_failed_start_can_be_repeated(visit, host):
    """The box shows the reason, and the button tries again."""
    page = visit(blog(host, "<youten-box></youten-box>"))
    page.route("**/dictionary.bin.gz*", lambda route: route.fulfill(status=404, body="404"))
    page.wait_for_function("() => document.querySelector('youten-box').shadowRoot")
    page.evaluate(IN_PAGE["click"], "youten-box")
    page.locator("youten-box .error", has_text="見つかりませんでした").wait_for()
    page.unroute("**/dictionary.bin.gz*")
    assert len(sentences(page)) == 3
    assert page.locator("youten-box .error").text_content() == ""


# The page's style, what the reader prefers, the theme of the box
GROUNDS = [
    ("", "light", "light"),
    ("", "dark", "light"),  # a page without a colour scheme is light, even if the reader prefers dark
    (":root { color-scheme: light dark; }", "dark", "dark"),
    ("body { background: #101418; }", "light", "dark"),
    ("article { background: rgb(250 250 245); } body { background: #000; }", "dark", "light"),
]


def test_the_theme_follows_the_ground(visit, host):
    """The theme follows any cause of a light or dark background, and its changes."""
    page = visit(host.page(""))
    for number, (style, scheme, expected) in enumerate(GROUNDS):
        page.emulate_media(color_scheme=scheme)
        head = host.script() + f"<style>{style}</style>"
        page.goto(blog(host, "<youten-box></youten-box>", head=head, name=f"{number}.html"))
        page.locator(f"youten-box .box.{expected}").wait_for()
        other = {"light": "dark", "dark": "light"}[expected]
        colour = {"light": "#fff", "dark": "#000"}[other]
        page.evaluate("(colour) => document.querySelector('article').style.background = colour", colour)
        page.evaluate("(name) => document.documentElement.classList.add(name)", other)
        page.locator(f"youten-box .box.{other}").wait_for()


def test_ruby_code_and_breaks_of_the_source(visit, host):
    """Readings and code are left out, wrapped lines are joined, and places are still found."""
    text = "港町市の<ruby>鮏川<rt>さけかわ</rt></ruby>港で朝市が\n    十年ぶりに開かれた。open\n source の店も出た。"
    rest = "<pre>code。</pre><p>市によると千人が訪れた。</p><p>来月も開く予定だと市は話した。</p>"
    body = f"<h1>題</h1><p>{text}</p>{rest}"
    page = visit(host.page(f"<article><youten-box highlight></youten-box>{body}</article>"))
    lines = sentences(page)
    assert "港町市の鮏川港で朝市が十年ぶりに開かれた。" in lines
    assert not any("code" in line or "さけかわ" in line for line in lines)
    marked = page.evaluate(
        "() => [...CSS.highlights.get('youten')].map((range) => range.startContainer.data)"
    )
    assert marked[0].startswith("港町市の")


def test_one_line_in_the_footer(visit, host):
    """auto.js finds the article, puts the box below its headline and passes its attributes on."""
    script = host.script("auto.js", 'data-sentences="2" data-theme="dark"')
    page = visit(host.page(f"<nav>menu</nav><article>{article_html(ARTICLE)}</article>{script}", head=""))
    page.locator("youten-box .button").wait_for()
    assert (
        page.evaluate("() => document.querySelector('youten-box').previousElementSibling.localName") == "h1"
    )
    assert page.locator("youten-box .box.dark").count() == 1
    assert len(sentences(page)) == 2


# body, attributes of the script
OTHERS = {
    "no article": ("<p>短い。</p>", ""),
    "a box already": (f"<article>{STATIC}{article_html(ARTICLE)}</article>", ""),
    "no such target": (f"<article>{article_html(ARTICLE)}</article>", 'data-target="#nowhere"'),
    "no selector": (f"<article>{article_html(ARTICLE)}</article>", 'data-target="[["'),
}


def test_auto_leaves_other_pages_alone(visit, host):
    """There is no box and no error."""
    page = visit(host.page(""))
    for name, (body, attributes) in OTHERS.items():
        page.goto(
            host.page(
                body + host.script("auto.js", attributes), head="", name=f"{name}.html".replace(" ", "-")
            )
        )
        page.wait_for_function("() => customElements.get('youten-box')")
        assert page.locator("youten-box").count() == 0, name


GALLERY = [
    "solo",
    "several",
    "lazy",
    "upgrade",
    "strict",
    "dark",
    "themes",
    "long",
    "auto",
    "frame",
    "api",
    "static",
]


def test_every_page_of_the_gallery_opens_without_a_complaint(chromium, server):
    """There is no console error and no policy violation, and the box is drawn."""
    page = chromium.new_context(locale="ja-JP").new_page()
    said: list[tuple[str, str]] = []
    page.on(
        "console", lambda message: said.append((page.url, message.text)) if message.type == "error" else None
    )
    page.on("pageerror", lambda error: said.append((page.url, str(error))))
    for name in [*GALLERY, "index"]:
        page.goto(f"{server.url}gallery/{name}.html")
        if name not in ("static", "index", "frame", "api"):
            page.locator("youten-box section.box").first.wait_for()
        if name == "frame":
            page.frame_locator("iframe").locator("textarea").wait_for()
    assert said == []
    page.context.close()


def test_the_gallery_copies_lines_with_the_address_of_its_site(chromium, server):
    """What each button copies names files that this site has; the clipboard may also be refused."""
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{server.url}gallery/")
    buttons = page.locator("button[data-copy]")
    for index in range(buttons.count()):
        buttons.nth(index).click()
        page.get_by_text("コピーしました").first.wait_for()
        line = page.evaluate("() => navigator.clipboard.readText()")
        address = re.findall(r'(?:src|href)="([^"]+)"', line)[0]
        assert address.startswith(server.url)
        assert server.resolve(address.removeprefix(server.url.removesuffix("/repo/"))) is not None
    context.clear_permissions()
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
    buttons.first.click()
    assert "auto.js" in page.evaluate("() => String(getSelection())")
    assert (buttons.count(), page.locator("iframe").count()) == (5, 5)
    context.close()
