"""In Chromium, Firefox and WebKitGTK: explanations of the summary, changing it, and what is stored."""

from __future__ import annotations

import pytest
from tests.e2e import whole
from tests.e2e.scripts import in_page
from tests.subsequence import is_subsequence

SUMMARISED = "() => performance.getEntriesByName('youten:summary').length > 0"
CHANGED = "(count) => performance.getEntriesByName('youten:changed').length >= count"
READY = "() => document.documentElement.dataset.engine === 'ready'"
SHOWN = "(word) => document.querySelector('#lines').textContent.includes(word)"
LINES = "() => Array.from(document.querySelectorAll('#lines li'), (line) => line.textContent)"
FOCUSED = in_page("focusIsAt")
STILL = in_page("scrollInstantly")
MARKED = in_page("markedLine")
FILL = in_page("fillIn")
CHOOSE = in_page("choose")
DRAFT = f"() => localStorage.getItem('{whole.OWN}draft')"
ENTRIES = "() => document.querySelectorAll('.entries .entry').length"


@pytest.fixture
def reading(shared_tab, shared_server, article):
    """Open the page with nothing stored but its files, and summarise the article."""
    shared_tab.goto(f"{shared_server.url}check.html")  # a page of this origin that stores nothing
    shared_tab.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
    shared_tab.goto(shared_server.url)
    shared_tab.paste("#field", article)
    shared_tab.until(SUMMARISED)
    return shared_tab


def changed(tab, work):
    """Do something that changes the summary and return the new lines."""
    before = tab.evaluate("() => performance.getEntriesByName('youten:changed').length")
    work()
    tab.until(CHANGED, before + 1)
    return tab.evaluate(LINES)


def test_every_line_leads_to_its_place_and_back(reading):
    """The numbers are links in both directions; focus follows them, and the place has the line's words."""
    reading.evaluate(STILL)
    lines = reading.evaluate(LINES)
    for number, line in enumerate(lines, 1):
        assert reading.evaluate(MARKED, number) == line
        reading.click(f"#lines li:nth-child({number}) .line-number")
        reading.until(FOCUSED, f"{number}source")
        reading.click(f'#source .line-number[data-line="{number}"]')
        reading.until(FOCUSED, f"{number}lines")
    assert reading.evaluate("() => document.querySelectorAll('.current').length") >= 2


def test_why_a_line_was_chosen(reading):
    """The reasons add up to the shown score, and closing returns the focus."""
    reading.click("#lines li:nth-child(1) .why")
    reading.until("() => !document.querySelector('#reasons').hidden")
    shares = reading.evaluate(
        "() => Array.from(document.querySelectorAll('#reasons .share'), (share) =>"
        " Number(share.textContent.replace('−', '-')))"
    )
    total = reading.evaluate(
        "() => document.querySelector('#reasons .quiet').textContent.match(/[0-9.]+/)[0]"
    )
    assert sum(shares) == pytest.approx(float(total), abs=0.01 * (len(shares) + 1))
    assert "番目" in reading.text("#reasons")
    reading.click("#reasons button")
    assert reading.evaluate("() => document.activeElement.matches('.why')")


def test_three_ways_to_look_at_the_article(reading):
    """Markers, heat map and plain differ in drawing, not in text; the choice survives a reload."""
    ground = "() => getComputedStyle(document.querySelector('#source mark')).background"
    text = reading.evaluate("() => document.querySelector('#source').textContent")
    seen = []
    for view in ("markers", "heat", "plain"):
        reading.evaluate(CHOOSE, "view", view)
        seen.append(reading.evaluate(ground))
        assert reading.evaluate("() => document.querySelector('#source').textContent") == text
    assert len(set(seen)) == 3
    assert reading.evaluate("() => document.querySelectorAll('#curve .line-number').length") == 3
    reading.reload()
    reading.until("() => document.querySelector('#source')?.dataset.view === 'plain'")


def test_what_was_left_out_is_seen_on_request(reading, trimmed_article):
    """With the switch on, cuts are struck through in the source; the text is the same."""
    reading.evaluate("() => performance.clearMarks('youten:summary')")
    reading.paste("#field", trimmed_article)
    reading.until(SUMMARISED)
    struck = (
        "() => Array.from(document.querySelectorAll('#source .trim:not(.silent)')).filter((trim) =>"
        " getComputedStyle(trim).textDecorationLine.includes('line-through')).map((trim) => trim.textContent)"
    )
    text = reading.evaluate("() => document.querySelector('#source').textContent")
    assert reading.evaluate(struck) == []
    assert not reading.evaluate("() => document.querySelector('#trims-row').hidden")
    reading.click("#trims")
    found = reading.evaluate(struck)
    assert found != []
    assert [part for part in found if part not in trimmed_article] == []
    assert [part for part in found if any(part in line for line in reading.evaluate(LINES))] == []
    assert reading.evaluate("() => document.querySelector('#source').textContent") == text
    reading.reload()
    reading.until("() => document.querySelectorAll('#source .trim:not(.silent)').length > 0")
    assert reading.evaluate(struck) == found


def test_the_curve_leads_to_its_places(reading):
    """A number on the curve of importance scrolls to its sentence."""
    label = reading.evaluate("() => document.querySelector('#curve').getAttribute('aria-label')")
    assert label.count("%") == 3
    reading.evaluate(STILL)
    reading.click('#curve .line-number[data-line="2"]')
    reading.until("() => document.querySelector('#source .current')?.dataset.line === '2'")


def test_length_shape_and_focus_answer_without_reading_anew(reading, article):
    """More lines, fewer characters, a paragraph, a key phrase, free words: every line is the article's."""
    lines = reading.evaluate(LINES)
    four = changed(reading, lambda: reading.click("#more"))
    assert (len(four), set(lines) <= set(four)) == (4, True)
    short = changed(reading, lambda: reading.evaluate(CHOOSE, "unit", "characters"))
    assert sum(map(len, short)) <= 140
    reading.evaluate(FILL, "#amount", "")
    assert reading.evaluate("() => document.querySelector('#amount').value") == "140"  # emptied by mistake
    reading.evaluate(CHOOSE, "unit", "lines")
    reading.evaluate(CHOOSE, "shape", "paragraph")
    assert reading.evaluate("() => getComputedStyle(document.querySelector('#lines li')).display") == "inline"
    reading.type("#word", "320万円")  # every character changes the summary, the first ones too
    reading.until(SHOWN, "320万円")
    focused = reading.evaluate(LINES)
    assert [line for line in focused if not is_subsequence(line, article)] == []
    phrase = reading.text("#phrases button")
    assert phrase in article
    changed(reading, lambda: reading.click("#phrases button"))
    assert (
        reading.evaluate(
            "() => document.querySelector('#phrases button').ariaPressed ??"
            " document.querySelector('#phrases button').getAttribute('aria-pressed')"
        )
        == "true"
    )
    assert reading.evaluate("() => performance.getEntriesByName('youten:summary').length") == 1


def test_a_draft_outlives_a_reload_and_goes_when_it_is_wiped(reading, article):
    """Article and summary return after a reload; 別の記事 deletes everything, and can be undone."""
    lines = reading.evaluate(LINES)
    reading.until(f"(text) => JSON.parse(localStorage.getItem('{whole.OWN}draft'))?.text === text", article)
    reading.reload()
    reading.until(SUMMARISED)
    assert reading.evaluate(LINES) == lines
    assert reading.evaluate("() => document.querySelector('#field').value") == article
    reading.click("#clear")
    assert reading.evaluate(DRAFT) is None
    reading.click("#bar button")
    reading.until("(text) => document.querySelector('#field').value === text", article)
    reading.click("#clear")
    reading.reload()
    reading.until(READY)
    assert reading.evaluate("() => document.querySelector('#field').value") == ""


def test_history_is_off_until_asked_for_and_wiped_in_one_tap(reading):
    """Nothing is stored before; then the article on the screen; after one tap, nothing again."""
    assert reading.evaluate("() => document.querySelector('#history').hidden")
    reading.click("#settings")
    reading.until("() => document.querySelectorAll('.dialog .switch').length === 3")
    reading.evaluate("() => document.querySelectorAll('.dialog .switch input')[1].click()")
    reading.click(".dialog-head button")
    assert not reading.evaluate("() => document.querySelector('#history').hidden")
    reading.evaluate("() => new Promise((resolve) => setTimeout(resolve, 500))")
    reading.click("#history")
    reading.until(f"() => ({ENTRIES})() === 1")
    reading.click(".dialog-body > .urgent")
    reading.until(f"() => ({ENTRIES})() === 0")
    reading.click(".dialog-head button")


MINUTES = """駐輪場運営委員会 議事録

日時：令和7年5月12日 午後2時
場所：第2会議室
出席者：委員5名

事務局から、駐輪場の使用料を月300円とする案の説明があった。委員からは反対の意見があった。
協議の結果、使用料は月200円とすることに決定した。次回の会議は6月16日に市役所で開く。
"""


def test_minutes_can_be_read_as_an_article(reader):
    """The page says as what it read the text, and reads it as an article at one press."""
    reader.visit().paste(MINUTES).until_summary()
    notices = reader.page.locator("#notices")
    assert "議事録として読みました。" in notices.inner_text()
    assert all("300円" not in line for line in reader.summary())
    notices.get_by_role("button", name="記事として読む").click()
    reader.until("() => !document.querySelector('#notices').textContent.includes('議事録')")
    assert reader.summary()
    reader.check()
