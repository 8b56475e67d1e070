"""Any input gets a summary that is part of it, or a message. Nothing raises or hangs."""

from __future__ import annotations

import pytest
from tests.subsequence import is_subsequence

BODY = "港の朝市が十年ぶりに開かれた。市によると、千人が訪れた。来月も開く予定だと話した。"
FIELD = "() => document.querySelector('#field').value"
FORM = "() => document.querySelector('#error').textContent + document.querySelector('#notices').textContent"

# (name, text, exact number of lines, or None if both a summary and a notice are acceptable)
INPUTS = [
    pytest.param(" \n\t　\n", 0, id="white space only"),
    pytest.param("あ", None, id="one character"),
    pytest.param("港の朝市が十年ぶりに開かれた。", 1, id="one sentence"),
    pytest.param("港の朝市が十年ぶりに開かれて千人が訪れたという話を聞いた", None, id="no full stop"),
    pytest.param("港の朝市\ud842が開かれた。" + BODY, 3, id="lone surrogate"),
    pytest.param("港の\0朝市が開かれた。\0" + BODY, 3, id="NUL"),
    pytest.param("朝市🐟に🏴‍☠️の旗が立った👩‍👩‍👧‍👦。" + BODY, 3, id="emoji"),
    pytest.param("「また来たいと話したのは近くの人で、列は港まで続いた。" + BODY, None, id="half-open quote"),
    pytest.param(
        "<p>港の朝市が<b>十年ぶり</b>に開かれた。</p><script>alert(1)</script>\n" + BODY, 3, id="HTML source"
    ),
    pytest.param(
        "The market opened again. A thousand people came. It will open next month.", None, id="English"
    ),
    pytest.param(
        "𠮷野の𩸽市に人が集まった。𠮷田さんは「𩸽がうまい」と話した。来月も𠮷野で開く予定だ。",
        3,
        id="outside the BMP",
    ),
    pytest.param("！" * 3000, None, id="only exclamation marks"),
    pytest.param(BODY.replace("。", "。\r\n"), 3, id="carriage returns"),
]


@pytest.mark.parametrize(("text", "lines"), INPUTS)
def test_any_input_is_answered(reader, text, lines):
    """There is a marked summary that is a subsequence of the text, or the reason why there is none."""
    summary = reader.visit().paste(text).until_summary()
    if lines is not None:
        assert len(summary) == lines
    source = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    assert [line for line in summary if not is_subsequence(line, source)] == []
    assert sorted(reader.marks()) == sorted(summary)
    assert summary or reader.page.evaluate(FORM).strip()


def test_an_empty_field_is_the_page_as_it_was(reader, article):
    """An empty field gives no summary and no error."""
    reader.visit().paste(article).until_summary()
    reader.field.fill("")
    assert not reader.page.locator("#result").is_visible()
    assert reader.page.locator("#error").text_content() == ""
    assert reader.engine() == "ready"


def test_too_long_an_article_is_refused_in_words(reader):
    """With 600,001 characters there is a message with the limit, and the text stays."""
    reader.visit().paste("あ" * 600_001).until_ready()
    assert "600,000字まで" in reader.said()
    assert reader.page.evaluate("() => document.querySelector('#field').value.length") == 600_001
    reader.paste("港\n" * 50_000).until_ready()
    assert "50,000行まで" in reader.said()


def test_two_hundred_thousand_characters(reader, article):
    """A very long text is summarised, and the page stays usable meanwhile."""
    text = "\n".join(f"第{number}章。{article}" for number in range(200_000 // len(article)))
    lines = reader.visit().paste(text).until_summary()
    assert len(lines) == 3
    assert reader.marks() == lines


def test_a_long_article_is_not_laid_out_as_a_whole(reader, article):
    """The field shows its beginning until it is edited; all parts are there, and those in sight are drawn."""
    text = "\n".join(f"第{number}章。{article}" for number in range(100_000 // len(article)))
    reader.visit().paste(text).until_summary()
    beginning = reader.page.locator(".beginning")
    assert "長い記事なので" in str(beginning.text_content())
    assert not reader.field.is_visible()
    assert reader.page.evaluate(FIELD) == text
    # Every paragraph is there for the browser's search, a few of them are drawn.
    there = "() => document.querySelectorAll('#source p').length"
    paragraphs = len([line for line in text.split("\n") if line.strip()])
    reader.until(f"(count) => ({there})() === count", paragraphs)
    drawn = """() => [...document.querySelectorAll('#source p')]
        .filter((node) => node.checkVisibility({ contentVisibilityAuto: true })).length"""
    assert 0 < reader.page.evaluate(drawn) < paragraphs / 4
    reader.page.locator("#lines .line-number").last.click()
    reader.until("() => document.activeElement.closest('#source mark')")
    beginning.get_by_role("button", name="全文を編集する").click()
    assert reader.field.is_visible()
    reader.paste(article).until_summary()
    assert reader.field.is_visible()
    assert not beginning.is_visible()


def test_a_long_paste_is_not_left_to_the_browser(reader, article):
    """It would lay out all of it. What was there can be had again."""
    text = article * (60_000 // len(article))
    reader.visit().paste(article).until_summary()
    reader.field.select_text()
    reader.page.evaluate(
        """(text) => {
            const clipboardData = new DataTransfer();
            clipboardData.setData('text/plain', text);
            document.querySelector('#field').dispatchEvent(
                new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
        }""",
        text,
    )
    reader.until(f"(text) => ({FIELD})() === text", text)
    reader.until_summary()
    reader.page.get_by_role("button", name="元の文章に戻す").click()
    assert reader.field.input_value() == article
    assert reader.field.is_visible()
