"""Any input gets a summary that is part of it, or a message. Nothing raises or hangs."""

from __future__ import annotations

from tests.e2e.conftest import Reader
from tests.subsequence import is_subsequence

BODY = "港の朝市が十年ぶりに開かれた。市によると、千人が訪れた。来月も開く予定だと話した。"
FIELD = "() => document.querySelector('#field').value"
FORM = "() => document.querySelector('#error').textContent + document.querySelector('#notices').textContent"

# what it is -> text, exact number of lines, or None if both a summary and a notice are acceptable
INPUTS = {
    "white space only": (" \n\t　\n", 0),
    "one character": ("あ", None),
    "one sentence": ("港の朝市が十年ぶりに開かれた。", 1),
    "no full stop": ("港の朝市が十年ぶりに開かれて千人が訪れたという話を聞いた", None),
    "lone surrogate": ("港の朝市\ud842が開かれた。" + BODY, 3),
    "NUL": ("港の\0朝市が開かれた。\0" + BODY, 3),
    "emoji": ("朝市🐟に🏴‍☠️の旗が立った👩‍👩‍👧‍👦。" + BODY, 3),
    "half-open quote": ("「また来たいと話したのは近くの人で、列は港まで続いた。" + BODY, None),
    "HTML source": ("<p>港の朝市が<b>十年ぶり</b>に開かれた。</p><script>alert(1)</script>\n" + BODY, 3),
    "English": ("The market opened again. A thousand people came. It will open next month.", None),
    "outside the BMP": (
        "𠮷野の𩸽市に人が集まった。𠮷田さんは「𩸽がうまい」と話した。来月も𠮷野で開く予定だ。",
        3,
    ),
    "only exclamation marks": ("！" * 3000, None),
    "carriage returns": (BODY.replace("。", "。\r\n"), 3),
}


def faults(reader: Reader, text: str, lines: int | None) -> list[object]:
    """Paste a text and return what is wrong with the answer."""
    summary = reader.paste(text).until_summary()
    source = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    wrong: list[object] = [line for line in summary if not is_subsequence(line, source)]
    if lines is not None and len(summary) != lines:
        wrong.append(f"{len(summary)} lines")
    if sorted(reader.marks()) != sorted(summary):
        wrong.append(("marked", reader.marks()))
    if not summary and not reader.page.evaluate(FORM).strip():
        wrong.append("no word")
    return wrong


def test_any_input_is_answered(returning):
    """There is a marked summary that is a subsequence of the text, or the reason why there is none."""
    returning.visit()
    found = {name: faults(returning, text, lines) for name, (text, lines) in INPUTS.items()}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_an_empty_field_is_the_page_as_it_was(returning, article):
    """An empty field gives no summary and no error."""
    returning.visit().paste(article).until_summary()
    returning.field.fill("")
    assert not returning.page.locator("#result").is_visible()
    assert returning.page.locator("#error").text_content() == ""
    assert returning.engine() == "ready"


def test_too_long_an_article_is_refused_in_words(returning):
    """With 600,001 characters there is a message with the limit, and the text stays."""
    returning.visit().paste("あ" * 600_001).until_ready()
    assert "600,000字まで" in returning.said()
    assert returning.page.evaluate("() => document.querySelector('#field').value.length") == 600_001
    returning.paste("港\n" * 50_000).until_ready()
    assert "40,000行まで" in returning.said()


def test_two_hundred_thousand_characters(returning, article):
    """A very long text is summarised, and the page stays usable meanwhile."""
    text = "\n".join(f"第{number}章。{article}" for number in range(200_000 // len(article)))
    lines = returning.visit().paste(text).until_summary()
    assert len(lines) == 3
    assert returning.marks() == lines


def test_a_long_article_is_not_laid_out_as_a_whole(returning, article):
    """The field shows its beginning until it is edited; all parts are there, and those in sight are drawn."""
    text = "\n".join(f"第{number}章。{article}" for number in range(100_000 // len(article)))
    returning.visit().paste(text).until_summary()
    beginning = returning.page.locator(".beginning")
    assert "長い記事なので" in str(beginning.text_content())
    assert not returning.field.is_visible()
    assert returning.page.evaluate(FIELD) == text
    # Every paragraph is there for the browser's search, a few of them are drawn.
    there = "() => document.querySelectorAll('#source p').length"
    paragraphs = len([line for line in text.split("\n") if line.strip()])
    returning.until(f"(count) => ({there})() === count", paragraphs)
    drawn = """() => [...document.querySelectorAll('#source p')]
        .filter((node) => node.checkVisibility({ contentVisibilityAuto: true })).length"""
    assert 0 < returning.page.evaluate(drawn) < paragraphs / 4
    returning.page.locator("#lines .line-number").last.click()
    returning.until("() => document.activeElement.closest('#source mark')")
    beginning.get_by_role("button", name="全文を編集する").click()
    assert returning.field.is_visible()
    returning.paste(article).until_summary()
    assert returning.field.is_visible()
    assert not beginning.is_visible()


def test_a_long_paste_is_not_left_to_the_browser(returning, article):
    """It would lay out all of it. What was there can be had again."""
    text = article * (60_000 // len(article))
    returning.visit().paste(article).until_summary()
    returning.field.select_text()
    returning.page.evaluate(
        """(text) => {
            const clipboardData = new DataTransfer();
            clipboardData.setData('text/plain', text);
            document.querySelector('#field').dispatchEvent(
                new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
        }""",
        text,
    )
    returning.until(f"(text) => ({FIELD})() === text", text)
    returning.until_summary()
    returning.page.get_by_role("button", name="元の文章に戻す").click()
    assert returning.field.input_value() == article
    assert returning.field.is_visible()
