"""The main journey: paste an article, get three sentences, with their places marked."""

from __future__ import annotations

import re

from tests.e2e.scripts import in_page
from tests.subsequence import is_subsequence

PASTE = in_page("pasteIntoField")
ORDER = ["youten:interactive", "youten:preview", "youten:ready", "youten:summary"]


def test_a_pasted_article_becomes_three_of_its_sentences(returning, article):
    """Each of the three is exactly a part of the article and no headline or subhead."""
    returning.visit().field.fill(article)
    lines = returning.until_summary()
    assert len(lines) == 3
    assert [line for line in lines if not is_subsequence(line, article)] == []
    assert all(line.endswith(("。", "」")) for line in lines)
    assert (
        returning.page.locator("#title").text_content()
        == "海辺の小学校、ヨットの授業を正式な科目に　来年度から"
    )
    assert returning.engine() == "ready"


def test_the_sentences_are_marked_in_the_article(returning, article):
    """The article below the box reads as pasted, and its marks are the summary."""
    lines = returning.visit().paste(article).until_summary()
    assert returning.marks() == lines
    paragraphs = returning.page.locator("#source p").all_text_contents()
    assert paragraphs == [line for line in article.split("\n") if line.strip()]


def test_hooks_fire_once_and_in_order(reader, article):
    """The provisional box comes before the engine; ready and summary carry phase times and heap bytes."""
    reader.visit().paste(article).until_summary()
    timings = reader.timings()
    assert [timing["name"] for timing in timings] == ORDER
    ready, summary = timings[2]["detail"], timings[3]["detail"]
    assert list(ready["phases"]) == ["download", "compile", "restore"]
    assert list(summary["phases"]) == ["read", "analyze", "rank", "write"]
    assert 10_000_000 < ready["heapBytes"] <= summary["heapBytes"] < 80_000_000


def test_the_beginning_is_shown_until_the_engine_is_ready(reader, article):
    """The first three sentences are shown, marked 仮, and there is no list called summary."""
    reader.page.route("**/dictionary.bin.gz", lambda route: None)
    reader.visit().paste(article)
    reader.until("() => performance.getEntriesByName('youten:preview').length > 0")
    assert reader.page.locator("#badge").is_visible()
    assert reader.summary() == []
    shown = reader.page.locator("#lines li").all_text_contents()
    assert shown == [
        "青波市教育委員会は3日、市立浜口小学校のヨットの授業を来年度から正式な科目にすると決めた。",
        "対象は5年生と6年生の計48人で、年に12時間を当てる。",
        "授業は2026年に地元の船大工、遠藤岬さん（67）の呼びかけで始まった。",
    ]
    assert "読み込み中" in reader.said()
    assert reader.engine() == "loading"


def test_typing_before_the_engine_is_ready_is_kept_and_summarised(reader):
    """Keys pressed during loading become part of the summarised text."""
    typed = "図書館が開いた。初日に三百人が来た。館長は驚いたと話した。"
    reader.visit()  # on a quick machine the engine may be ready before the last key
    reader.field.press_sequentially(typed)
    reader.until("(text) => document.querySelector('#source').textContent === text", typed)
    lines = reader.until_summary()
    reader.until("() => document.querySelectorAll('#lines li').length === 3")
    assert "".join(reader.summary() or lines) == typed
    assert reader.field.input_value() == typed


def test_a_real_paste_from_the_clipboard(returning, article):
    """Uses Ctrl+V, not a script's assignment."""
    returning.visit().until_ready()
    returning.page.evaluate("(text) => navigator.clipboard.writeText(text)", article)
    returning.field.focus()
    returning.page.keyboard.press("ControlOrMeta+V")
    assert len(returning.until_summary()) == 3


def test_a_paste_waits_for_no_more_keys(returning, article, other_article):
    """The run has begun when the event ends, also where the length of the text hardly changes."""
    returning.visit().until_ready().paste(article).until_summary()
    begun = "() => !document.querySelector('#stop').hidden"
    of_equal_length = other_article[: len(article)].ljust(len(article), "了")
    for text in (of_equal_length, of_equal_length + "了"):
        assert returning.page.evaluate(f"(text) => {{ ({PASTE})(text); return ({begun})(); }}", text)
        returning.until_summary()


def test_the_shrunk_field_shows_how_the_article_begins(open_reader, article):
    """On a phone, where the field keeps two lines; after a paste the caret is at the article's end."""
    phone = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
    reader = open_reader(permissions=["clipboard-read", "clipboard-write"], **phone)
    reader.visit().until_ready()
    reader.page.evaluate("(text) => navigator.clipboard.writeText(text)", article)
    reader.field.focus()
    reader.page.keyboard.press("ControlOrMeta+V")
    reader.until_summary()
    scrolled, hidden = reader.field.evaluate(
        "(field) => [field.scrollTop, field.scrollHeight - field.clientHeight]"
    )
    assert hidden > 0
    assert scrolled == 0


def test_one_article_after_another(returning, article, other_article):
    """Each article gets its own summary; 別の記事 empties everything."""
    returning.visit().paste(article).until_summary()
    second = returning.paste(other_article).until_summary()
    assert [line for line in second if not is_subsequence(line, other_article)] == []
    returning.page.get_by_role("button", name="別の記事").click()
    assert returning.field.input_value() == ""
    assert not returning.page.locator("#result").is_visible()
    assert returning.paste(article).until_summary() == returning.summary() != second


def test_the_same_article_pasted_again_is_summarised_again(returning, article):
    """Each paste gets an answer, and the same one."""
    first = returning.visit().paste(article).until_summary()
    assert returning.paste(article).until_summary() == first


def test_a_typed_change_renews_the_summary(returning, article):
    """A sentence removed from the article also leaves the summary."""
    first = returning.visit().paste(article).until_summary()
    shorter = article.replace(first[0], "")
    assert first[0] not in returning.paste(shorter).until_summary()


def test_the_summary_can_be_copied(returning, article):
    """It has the headline, one sentence per line and the date; rich text has the same."""
    lines = returning.visit().paste(article).until_summary()
    returning.page.get_by_role("button", name="コピー").click()
    returning.until("() => document.querySelector('#copy').textContent === 'コピーしました'")
    copied = returning.page.evaluate("() => navigator.clipboard.readText()")
    title, body, date = copied.split("\n\n")
    assert title == returning.page.locator("#title").text_content()
    assert body == "\n".join(f"・{line}" for line in lines)
    assert re.fullmatch(r"（\d{4}年\d{1,2}月\d{1,2}日に要約）", date)
    html = returning.page.evaluate(in_page("copiedHtml"))
    assert [line for line in lines if f"<li>{line}</li>" not in html] == []


def test_an_english_reader_gets_an_english_page_with_the_same_names(open_reader, article):
    """Field and list also keep their Japanese names; the summary is the same."""
    english, japanese = open_reader(locale="en-GB"), open_reader()
    lines = english.visit().paste(article).until_summary()
    assert english.page.locator("html").get_attribute("lang") == "en"
    assert english.page.get_by_role("button", name="New", exact=True).is_visible()
    assert lines == japanese.visit().paste(article).until_summary()
