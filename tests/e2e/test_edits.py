"""The reader edits the box, and nothing is lost: undo, drafts by tab, what leaves the page."""

from __future__ import annotations

import json

import pytest
from tests.e2e import whole
from tests.e2e.scripts import in_page
from tests.subsequence import is_subsequence

SUMMARISED = "() => performance.getEntriesByName('youten:summary').length > 0"
LINES = "() => Array.from(document.querySelectorAll('#lines .line'), (line) => line.textContent)"
CHANGED = in_page("changedLines")
DIFFER = "(lines) => document.querySelector('#lines .line')?.textContent !== lines[0]"
SELECT = in_page("selectInArticle")
DRAWN = in_page("recordDrawnText")
FIELD = "(text) => document.querySelector('#field').value === text"


def edit(line: int, action: str) -> str:
    """Return the selector of a line's button."""
    return f"#lines li:nth-child({line}) [data-edit={action}]"


def test_the_reader_edits_the_box(tab, server, article):
    """Another line, one that stays, the whole sentence, a selection: always the article's words."""
    tab.goto(server.url)
    tab.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
    tab.paste("#field", article)
    tab.until(SUMMARISED)
    seen = [first := tab.evaluate(LINES)]

    def press(selector: str, count: int = 3, times: int = 1) -> list[str]:
        """Press a button (the bar at the bottom may cover it) and return the lines once there are so many."""
        for _ in range(times):
            tab.evaluate("(selector) => document.querySelector(selector).click()", selector)
        seen.append(tab.until(CHANGED, seen[-1], count))
        return list(seen[-1])

    swapped = press(edit(1, "swap"))
    assert (first[0] in swapped, swapped[1:]) == (False, first[1:])
    written = press(edit(2, "shape"))
    assert (written[0], written[2]) == (swapped[0], swapped[2])
    assert written[1] in article
    assert is_subsequence(swapped[1], written[1])
    tab.evaluate("(selector) => document.querySelector(selector).click()", edit(3, "keep"))
    tab.until("() => Boolean(document.querySelector('#lines [aria-pressed=true]'))")
    assert press("#less", 1, times=2) == [first[2]]
    assert press("#more", 3, times=2) == written
    tab.evaluate(SELECT, "費用は年に約320万円")
    tab.until("() => document.querySelector('#bar').textContent.includes('選んだ文')")
    added = press("#bar button", 4)
    assert [line for line in added if line not in written] == [
        "費用は年に約320万円で、市とヨット協会が半分ずつ出す。"
    ]
    assert [line for lines in seen for line in lines if not is_subsequence(line, article)] == []
    tab.until(f"() => sessionStorage.getItem('{whole.OWN}draft').includes('\"kept\":true')")
    tab.reload()
    assert tab.until(CHANGED, [], 4) == added
    assert press("#reset") == first
    assert press("#bar button", 4) == added
    tab.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")


@pytest.fixture
def edited(returning, article):
    """Return a reader whose first line was swapped, and the lines."""
    before = returning.visit().paste(article).until_summary()
    returning.page.locator(edit(1, "swap")).click()
    returning.until(DIFFER, before)
    return returning, returning.page.evaluate(LINES)


def test_the_edited_box_is_what_leaves_the_page(edited):
    """Copy, text, Markdown, HTML, picture, JSON, every kind of code, and a link with the article."""
    reader, lines = edited
    page = reader.page
    page.locator("#copy").click()
    reader.until("() => navigator.clipboard.readText()")
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert [line for line in lines if line not in copied] == []
    page.locator("#use").click()
    for name in ("テキスト", "Markdown", "HTML"):
        page.evaluate("() => navigator.clipboard.writeText('')")
        page.get_by_role("dialog").get_by_role("button", name=name, exact=True).click()
        reader.until("(line) => navigator.clipboard.readText().then((text) => text.includes(line))", lines[0])
        copied = page.evaluate("() => navigator.clipboard.readText()")
        assert [line for line in lines if line not in copied] == []
    page.evaluate(f"() => {{ ({DRAWN})(); }}")
    page.get_by_role("button", name="画像を作る").click()
    drawn = page.evaluate("() => globalThis.drawn.join('')")
    assert [line for line in lines if line not in drawn] == []
    with page.expect_download() as download:
        page.get_by_role("button", name="JSON").click()
    saved = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert [sentence["text"] for sentence in saved["sentences"]] == lines
    for service in ("embed", "wordpress", "hatena", "note", "qiita", "zenn"):
        page.locator("#embed-service").select_option(service)
        reader.until("(line) => document.querySelector('textarea.code').value.includes(line)", lines[0])
        code = page.locator("textarea.code").input_value()
        assert [line for line in lines if line not in code] == []
        page.locator("textarea.code").evaluate("(area) => { area.value = ''; }")
    page.locator("#link-article").check()
    reader.until("() => document.querySelector('input.code').value.includes('#s=1.')")
    page.goto(str(page.locator("input.code").input_value()))
    page.reload()
    page.locator("#received").wait_for()
    assert page.locator("#received .lines li").all_text_contents() == lines


def test_the_edited_box_works_offline(edited):
    """Without a network, after a reload, and edited again."""
    reader, lines = edited
    page = reader.page
    reader.until("() => document.querySelector('#offline button')")
    page.context.set_offline(True)
    page.reload()
    reader.until_summary()
    assert page.evaluate(LINES) == lines
    page.locator(edit(1, "swap")).click()
    reader.until(DIFFER, lines)
    page.context.set_offline(False)


def test_ctrl_z_goes_back_step_by_step(edited, article):
    """An edit and a cleared article; typing is left to the browser."""
    reader, lines = edited
    page = reader.page
    page.locator("#clear").click()
    page.keyboard.press("ControlOrMeta+z")
    reader.until(FIELD, article)
    reader.until("() => document.querySelectorAll('#lines .line-tools').length === 3")
    assert page.evaluate(LINES) == lines
    page.locator("#title").click()
    page.keyboard.press("ControlOrMeta+z")
    reader.until(DIFFER, lines)
    assert page.locator("#reset").is_hidden()


def test_two_tabs_keep_their_articles(reader, article, other_article):
    """Each tab restores its own; a new one offers the last."""
    page = reader.visit().page
    reader.paste(article).until_summary()
    second = page.context.new_page()
    second.goto(reader.url)
    second.locator("#bar").get_by_role("button", name="続きを読む").wait_for()
    assert second.locator("#field").input_value() == ""
    second.locator("#field").fill(other_article)
    second.wait_for_function(FIELD, arg=other_article)
    second.wait_for_function(f"() => localStorage.getItem('{whole.OWN}draft').includes('無人駅')")
    for one, text in ((page, article), (second, other_article)):
        one.reload()
        one.wait_for_function(FIELD, arg=text)
    third = page.context.new_page()
    third.goto(reader.url)
    offer = third.locator("#bar")
    offer.get_by_text("無人駅").wait_for()
    offer.get_by_role("button", name="続きを読む").click()
    third.wait_for_function(FIELD, arg=other_article)
    second.locator("#clear").click()
    page.wait_for_function(f"() => localStorage.getItem('{whole.OWN}draft') === null")
    page.reload()
    page.wait_for_function(FIELD, arg=article)
