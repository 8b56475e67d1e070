"""Pages of other sites open, frame and feed the page; what is in it stays the reader's."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from tests.e2e import whole
from tests.e2e.test_ways_out import packed
from tests.server import Server

NUMBER = "abcdefgh1234"
TEXT = "港の新しい市場が開いた。魚は朝に届く。店は三十ある。"
# Opens the page like a bookmarklet and sends a text as soon as it asks for one.
SEND = """([app, number, text, html = '']) => {
    window.tab = open(`${app}#receive=${number}`);
    addEventListener('message', ({ source }) => source === window.tab &&
        window.tab.postMessage({ youten: 'article', number, title: '市場', html, text }, '*'));
}"""
OPEN = "(app) => { window.tab = open(app); }"
CLOSED = "() => window.tab.closed"
# Fields whose text a browser's own services could get, and shown texts that a translation could.
EXPOSED = """() => [
    ...document.querySelectorAll('textarea, input:is([type=text], :not([type])), [contenteditable]'),
].filter((field) => ['spellcheck', 'writingsuggestions', 'autocorrect', 'translate'].some((name) =>
        !['false', 'off', 'no'].includes(field.getAttribute(name))))
    .map((field) => field.id || field.className)"""
TRANSLATED = """(texts) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
        const { data, parentElement } = walker.currentNode;
        const seen = parentElement.checkVisibility() && !parentElement.closest('textarea');
        if (seen && parentElement.translate && texts.some((text) => data.includes(text))) found.push(data);
    }
    return found;
}"""


@pytest.fixture
def elsewhere(tmp_path):
    """Serve an empty page of another site."""
    (tmp_path / "index.html").write_text("<!doctype html><title>elsewhere</title>", encoding="utf-8")
    with Server(tmp_path, host="localhost") as server:
        yield server


@pytest.fixture
def kept(open_reader, article):
    """Return a reader whose page is stored and whose article is kept."""
    reader = open_reader()
    whole.settled(reader.visit().paste(article))
    reader.until("(key) => localStorage.getItem(key)", f"{whole.OWN}draft")
    reader.expected = ("404", "Cross-Origin-Opener-Policy")
    yield reader
    reader.foreign.clear()  # the other site is where these tests begin


def test_a_text_from_elsewhere_replaces_nothing_unasked(kept, elsewhere, article):
    """The reader is asked first; afterwards the sender has no hold on the tab."""
    other = kept.page.context.new_page()
    for answer, expected in (("いまの記事を残す", article), ("置き換える", TEXT)):
        other.goto(elsewhere.url)
        with other.expect_popup() as popup:
            other.evaluate(SEND, [kept.url, NUMBER, TEXT])
        opened = popup.value
        opened.locator("#taken").get_by_text("いまの記事と置き換えますか").wait_for()
        assert article.splitlines()[0] in str(
            opened.evaluate("(key) => localStorage.getItem(key)", f"{whole.OWN}draft")
        )
        opened.get_by_role("button", name=answer).click()
        if answer == "置き換える":
            expect(opened.locator("#field")).to_have_value(expected)
        else:
            assert TEXT not in opened.locator("#field").input_value()
            assert article.splitlines()[0] in str(
                opened.evaluate("(key) => localStorage.getItem(key)", f"{whole.OWN}draft")
            )
        assert opened.evaluate("() => window.opener === null")
        assert other.evaluate(CLOSED)  # the sender's handle; the tab itself is open
        opened.close()


def test_a_page_that_opens_this_one_has_no_hold_on_it(kept, elsewhere):
    """Its handle is cut before it could lead the reader elsewhere."""
    other = kept.page.context.new_page()
    other.goto(elsewhere.url)
    with other.expect_popup() as popup:
        other.evaluate(OPEN, kept.url)
    popup.value.locator("#field").wait_for()
    assert popup.value.evaluate("() => window.opener === null")
    assert other.evaluate(CLOSED)


def test_in_a_frame_of_another_page_nothing_is_shown(kept, elsewhere, article):
    """A frame of another site, or of another page of this origin, has a link in place of the article."""
    for url in (elsewhere.url, f"{kept.url}check.html"):
        page = kept.page.context.new_page()
        page.goto(url)
        page.evaluate(
            "(app) => document.body.append(Object.assign(document.createElement('iframe'), { src: app }))",
            kept.url,
        )
        frame = page.frame_locator("iframe")
        frame.get_by_role("link", name="新しいタブで開く").wait_for()
        assert frame.locator("textarea, button").count() == 0
        assert article[:10] not in frame.locator("body").inner_text()
        page.close()


def test_the_browsers_own_services_get_no_text(reader, article):
    """Fields and shown texts are marked against spelling services, suggestions and translation."""
    lines = reader.visit().paste(article).until_summary()
    reader.page.locator("#lines .why").first.click()
    reader.page.locator("#reasons dl").wait_for()
    reader.page.locator("#use").click()
    reader.page.locator("input.code").wait_for()
    assert reader.page.evaluate(EXPOSED) == []
    assert reader.page.evaluate(TRANSLATED, [*lines, article[:20], "青波市教育委員会"]) == []
    reader.visit(packed({"s": [["三文目。", 0, 0]], "t": "題名の一行"}))
    reader.page.locator("#received").wait_for()
    assert reader.page.evaluate(TRANSLATED, ["三文目。", "題名の一行"]) == []


def test_as_many_lines_as_an_article_may_have(reader):
    """A link's article has more lines than a function call has room for; it is shown without a complaint."""
    text = f"{TEXT}\n" + "\n".join("x" for _ in range(300_000))
    reader.visit(packed({"s": [[TEXT[:12], 0, 12]], "a": text}))
    reader.page.locator("#received").wait_for()
    assert "長すぎる" in str(reader.page.locator("#received").text_content())
    assert reader.page.evaluate("() => document.querySelectorAll('#received *').length") < 1000
    assert reader.page.locator("#error").text_content() == ""
