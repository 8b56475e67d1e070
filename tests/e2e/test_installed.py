"""The installed page lists what it has stored and deletes it; a newer version never interrupts."""

from __future__ import annotations

import re

import pytest
from tests.e2e import whole
from tests.e2e.scripts import in_page
from tests.server import Server

STORED_BYTES = in_page("storedBytes")
RELEASES = f"{whole.OWN}release-"
ROWS = """() => Object.fromEntries(Array.from(document.querySelectorAll('.inventory dt'), (name) =>
    [name.textContent, name.nextElementSibling.textContent]))"""
STICKS_OUT = in_page("sticksOut")
LEFT = in_page("storedNames")
DIALOG = "() => document.querySelector('.dialog .inventory')"


def megabytes(text):
    """Return the number in a text like 11.3 MB; 0 if there is none."""
    found = re.search(r"([\d.]+) MB", text)
    return float(found[1]) if found else 0.0


@pytest.fixture
def settled(reader):
    """Return a page that has stored everything and says so."""
    return whole.settled(reader.visit())


def test_the_notice_of_offline_use_says_how_much_is_stored(settled):
    """The size is that of the stored files, and the notice appears unasked."""
    said = megabytes(str(settled.page.locator("#offline").text_content()))
    assert said == pytest.approx(settled.page.evaluate(STORED_BYTES, RELEASES) / 1e6, abs=0.06)
    assert said > 5


def test_what_is_stored_is_listed_and_deleted_in_two_taps(settled, article):
    """Files, readings, article and history are deleted; other applications' data stays."""
    page = settled.page
    page.evaluate(
        "async ([key, settings]) => { localStorage.setItem('somebody:else', '1');"
        " localStorage.setItem(key, settings); await caches.open('somebody-else'); }",
        [f"{whole.OWN}settings", '{"history":true}'],
    )
    settled.visit().paste(article).until_summary()
    page.locator("#furigana").check()
    settled.until("() => document.querySelector('#source rt')")
    settled.until("async () => (await indexedDB.databases()).length > 0")
    settled.until("(key) => localStorage.getItem(key)", f"{whole.OWN}draft")
    page.locator("#settings").click()
    page.get_by_role("dialog").get_by_role("button", name="保存しているもの").click()
    settled.until(DIALOG)
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.get_by_role("dialog").get_by_role("button", name="Wordもオフラインで").count() == 1
    assert page.evaluate(STICKS_OUT) == []
    rows = page.evaluate(ROWS)
    kept = sum(page.evaluate(STORED_BYTES, prefix) for prefix in (RELEASES, f"{whole.OWN}readings-")) / 1e6
    files, readings = rows["ページと要約の仕組み（オフライン用）"], rows["ふりがなの辞書"]
    assert megabytes(files) + megabytes(readings) == pytest.approx(kept, abs=0.11)
    assert megabytes(readings) > 0.2
    assert rows["下書き・履歴・設定"] != rows["ファイルを読む部品"] == "なし"
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="すべて消す").click()
    # A single tap deletes nothing: the harmless answer has the focus.
    assert page.evaluate("() => document.activeElement.textContent") == "やめる"
    dialog.get_by_role("button", name="消す", exact=True).click()
    settled.until("() => document.querySelector('.dialog').textContent.includes('すべて消しました')")
    assert page.evaluate(LEFT) == {
        "local": ["somebody:else"],
        "session": [],
        "folders": [],
        "caches": ["somebody-else"],
        "databases": [],
    }
    assert settled.field.input_value() == article


def test_on_a_shared_computer_nothing_is_left(settled, article):
    """Everything stored is deleted at once; an article read afterwards leaves nothing in the browser."""
    page = settled.page
    settled.paste(article).until_summary()
    settled.until("(key) => localStorage.getItem(key)", f"{whole.OWN}draft")
    page.locator("#settings").click()
    page.get_by_role("checkbox", name="共用の端末で使う").check()
    settled.until("async () => !(await navigator.serviceWorker.getRegistrations()).length")
    settled.until("() => document.querySelector('dialog input[type=checkbox]')?.checked === false")
    settled.visit().paste(article).until_summary()
    page.locator("#furigana").check()
    settled.until("() => document.querySelector('#source rt')")
    context = page.context
    page.close()
    other = context.new_page()
    other.goto(f"{settled.url}check.html")
    left = other.evaluate(LEFT)
    assert left == {"local": [], "session": [], "folders": [], "caches": [], "databases": []}
    assert other.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length") == 0


def test_doubt_deletes_nothing(settled):
    """Without a confirmation everything stays."""
    page = settled.page
    before = page.evaluate(STORED_BYTES, RELEASES)
    page.locator("#offline button").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="すべて消す").click()
    dialog.get_by_role("button", name="やめる").click()
    settled.until(DIALOG)
    assert page.evaluate(STORED_BYTES, RELEASES) == before


WHERE = in_page("placeOfField")


def test_a_newer_version_never_interrupts_typing(dist, tmp_path, open_reader, article):
    """Focus, caret, scroll position and text stay when the notice comes; switching keeps the text."""
    newer = whole.next_release(dist, tmp_path / "newer", "newer")
    with Server(dist, prefix="/repo/") as server:
        reader = open_reader(viewport={"width": 390, "height": 700})
        reader.url = server.url
        page = reader.page
        for _ in range(2):  # the second visit is one with a service worker
            whole.settled(reader.visit())
        reader.field.press_sequentially("川上町の駅に図書室ができた。")
        reader.until_summary()
        before = page.evaluate(WHERE)
        server.folder = newer
        page.evaluate("async () => void (await navigator.serviceWorker.getRegistration()).update()")
        reader.until("() => !document.querySelector('#update').hidden")
        assert page.evaluate(WHERE) == before
        assert "新しい版" in str(page.locator("#announcer").text_content())
        page.keyboard.type("町が発表した。")
        assert reader.field.input_value() == "川上町の駅に図書室ができた。町が発表した。"
        assert page.evaluate(whole.LOADED) == [whole.name_of(dist)]
        reader.paste(article).until_summary()
        with page.expect_navigation():
            page.get_by_role("button", name="切り替える").click()
        reader.until("(text) => document.querySelector('#field').value === text", article)
        reader.until_summary()
        assert page.evaluate(whole.LOADED) == [whole.name_of(newer)]
        assert page.locator("#update").is_hidden()
