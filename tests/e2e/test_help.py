"""Aids: samples, furigana, reading aloud, text size, colours, language, print."""

from __future__ import annotations

from tests.e2e import whole
from tests.e2e.scripts import in_page
from tests.subsequence import is_subsequence

VOICES = in_page("fakeVoices")
LOCAL = {"name": "here", "lang": "ja-JP", "localService": True}
REMOTE = {"name": "elsewhere", "lang": "ja-JP", "localService": False}


def test_a_sample_is_one_click_away(returning):
    """Each sample gets its own headline and three sentences."""
    returning.visit()
    titles = set()
    for kind in ("ニュース", "科学", "議事録", "暮らし", "あいさつ"):
        returning.page.evaluate("() => performance.clearMarks('youten:summary')")
        returning.page.get_by_role("button", name=kind).click()
        lines = returning.until_summary()
        assert len(lines) == 3, kind
        text = returning.field.input_value()
        assert [line for line in lines if not is_subsequence(line, text)] == [], kind
        title = str(returning.page.locator("#title").text_content())
        assert title in text, kind
        titles.add(title)
        returning.field.fill("")
    assert len(titles) == 5


def test_furigana_come_on_request_and_go_again(reader, article, server):
    """The file is fetched at the first request only; the text below the furigana is unchanged."""
    lines = reader.visit().paste(article).until_summary()
    fetched = lambda: [path for path in server.requests if path.endswith("readings.bin.gz")]  # noqa: E731
    assert fetched() == []
    reader.page.locator("#furigana").click()
    reader.until("() => document.querySelectorAll('#source p:last-child rt').length > 0")
    assert len(fetched()) == 1
    assert reader.page.locator("#title ruby", has_text="海辺").locator("rt").text_content() == "うみべ"
    bare = in_page("linesWithoutReadings")
    assert reader.page.evaluate(bare) == lines
    assert "推定" in str(reader.page.locator("#furigana-note").text_content())
    reader.page.locator("#more").click()
    reader.until("() => document.querySelectorAll('#lines li:nth-child(4) rt').length > 0")
    reader.page.locator("#furigana").click()
    assert reader.page.locator("rt").count() == 0
    assert len(fetched()) == 1


def test_furigana_that_cannot_be_had_are_a_sentence(reader, article):
    """Without the file there is a message, the switch goes back, and the page is as before."""
    reader.expected = ("Failed to load resource",)
    reader.page.route("**/readings.bin.gz", lambda route: route.fulfill(status=404))
    lines = reader.visit().paste(article).until_summary()
    reader.page.locator("#furigana").click()
    reader.until("() => document.querySelector('#error').textContent.includes('ふりがな')")
    assert not reader.page.locator("#furigana").is_checked()
    assert reader.summary() == lines


def test_the_summary_is_read_aloud_by_a_voice_of_this_device(returning, article):
    """It is read line by line, and never by a voice that sends the text away."""
    lines = returning.visit().paste(article).until_summary()
    returning.page.evaluate(VOICES, [REMOTE, LOCAL])
    returning.page.get_by_role("button", name="読み上げ").click()
    returning.until("() => window.spoken.length === 3")
    assert returning.page.evaluate("() => window.spoken") == [[line, "here"] for line in lines]
    returning.until("() => document.querySelector('#speak').getAttribute('aria-pressed') === 'false'")


def test_without_a_voice_of_this_device_nothing_is_read(returning, article):
    """A message gives the reason, and the page goes on."""
    returning.visit().paste(article).until_summary()
    returning.page.evaluate(VOICES, [REMOTE])
    returning.page.get_by_role("button", name="読み上げ").click()
    returning.until("() => document.querySelector('#error').textContent.includes('音声がありません')")
    assert returning.page.evaluate("() => window.spoken") == []


def test_settings_hold_at_once_and_over_a_reload(returning, article):
    """Text size and colours are kept; a change of language keeps the article, with or without drafts."""
    returning.visit().paste(article).until_summary()
    page = returning.page
    size = "() => getComputedStyle(document.documentElement).fontSize"
    ground = "() => getComputedStyle(document.documentElement).backgroundColor"
    before = page.evaluate(size), page.evaluate(ground)
    page.locator("#settings").click()
    page.locator(".dialog label", has_text="特大").click()
    page.locator(".dialog label", has_text="暗い").click()
    page.locator(".dialog .switch input").first.click()
    assert (page.evaluate(size), page.evaluate(ground)) != before
    assert page.evaluate(f"() => localStorage.getItem('{whole.OWN}draft')") is None
    page.locator(".dialog label", has_text="English").click()
    returning.until("() => document.documentElement.lang === 'en'")
    returning.until_summary()
    assert returning.field.input_value() == article
    assert page.evaluate(size) == "20px"
    assert page.get_by_role("button", name="Why sentence 1 was chosen").is_visible()


def test_damaged_settings_are_the_usual_ones(returning, article):
    """With any stored value the page opens and gives three lines."""
    returning.visit()
    for stored in ("{", "[]", '{"lines":99,"view":"x","size":"2"}', "null"):
        returning.page.evaluate("(pair) => localStorage.setItem(...pair)", [f"{whole.OWN}settings", stored])
        assert len(returning.visit().paste(article).until_summary()) == 3, stored


def test_forbidden_storage_is_no_error(reader, article):
    """Nothing is stored, there is no message, and everything works."""
    reader.page.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])"
        " Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError'); } });"
    )
    reader.visit().paste(article).until_summary()
    reader.page.locator("#more").click()
    reader.until("() => document.querySelectorAll('#lines li').length === 4")
    assert reader.page.locator("#error").text_content() == ""


def test_on_paper_stand_headline_box_and_article(reader, article):
    """No controls; the box has the width of the paper, also of wide paper, and no empty room."""
    reader.visit().paste(article).until_summary()
    reader.page.locator("#box").evaluate("(box) => { box.style.minHeight = '999px'; }")
    reader.page.emulate_media(media="print")
    size = reader.page.locator("#box").bounding_box()
    assert size["width"] > 0.9 * reader.page.viewport_size["width"]
    assert size["height"] < 900
    shown = {name: reader.page.locator(name).is_visible() for name in ("#title", "#box", "#source", "#lines")}
    unprinted = (".field-area", ".controls", "#copy", "#curve", ".curve-ends", ".footer")
    hidden = {name: reader.page.locator(name).is_visible() for name in unprinted}
    assert (set(shown.values()), set(hidden.values())) == ({True}, {False})


def test_typing_goes_on_while_the_engine_loads(reader):
    """The page accepts input before the engine is ready, and options chosen meanwhile apply."""
    held = []
    reader.page.route("**/dictionary.bin.gz", lambda route: held.append(route))
    reader.visit()
    reader.page.get_by_role("button", name="ニュース").click()
    reader.until("() => document.querySelectorAll('#lines li').length === 3")
    reader.page.locator("#less").click()
    held.pop().continue_()
    reader.until("() => document.querySelectorAll('#lines li .why').length === 2")


def test_controls_stay_under_the_pointer(reader, article):
    """More lines make the box taller, but the pressed button stays where it was."""
    reader.visit().paste(article).until_summary()
    page = reader.page
    page.set_viewport_size({"width": 1280, "height": 700})
    more = page.locator("#more")
    more.scroll_into_view_if_needed()
    scrolled = page.evaluate("() => scrollY")
    page.mouse.wheel(0, 150)
    reader.until("(before) => scrollY !== before", scrolled)
    page.evaluate(in_page("comeToRest"))
    before = more.bounding_box()["y"]
    more.click()
    reader.until("() => document.querySelectorAll('#lines li').length === 4")
    assert abs(more.bounding_box()["y"] - before) <= 1
