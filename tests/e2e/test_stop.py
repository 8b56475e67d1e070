"""Stopping, and replacing a lost worker: the text stays, and the engine is back without a reload."""

from __future__ import annotations

import pytest
from tests.subsequence import is_subsequence

# The worker looks for messages between steps; this many characters keep it busy for seconds.
LONG = 200_000
# Whether the engine has become ready again, or has failed for good.
ANOTHER_START = """(before) => document.documentElement.dataset.engine === 'failed'
    || performance.getEntriesByName('youten:ready').length > before"""


@pytest.fixture
def long_text(article):
    return (article * (LONG // len(article) + 1))[:LONG]


def test_a_long_article_can_be_stopped(returning, article, long_text):
    """The box says that it was stopped, work ends, and the next article is summarised."""
    returning.visit().until_ready()
    returning.paste(long_text)
    stop = returning.page.get_by_role("button", name="止める")
    stop.click()
    assert "止めました" in returning.said()
    assert not stop.is_visible()
    assert returning.page.evaluate("() => document.querySelector('#field').value") == long_text
    assert len(returning.paste(article).until_summary()) == 3
    assert [line for line in returning.summary() if not is_subsequence(line, article)] == []


def test_a_stopped_article_can_be_taken_up_again(reader, article):
    """要約する replaces 止める."""
    reader.page.route("**/dictionary.bin.gz", lambda route: None)
    reader.visit().paste(article)
    reader.page.get_by_role("button", name="止める").click()
    assert "止めました" in reader.said()
    reader.page.get_by_role("button", name="要約する").click()
    assert reader.page.get_by_role("button", name="止める").is_visible()
    assert reader.page.locator("#badge").is_visible()


def test_a_worker_that_does_not_obey_is_replaced(returning, article):
    """Stop ends a worker in an endless loop, and a new one takes over."""
    returning.visit().until_ready()
    worker = returning.worker()
    returning.page.evaluate("() => performance.clearMarks()")
    worker.evaluate("() => void setTimeout(() => { for (;;); })")
    returning.paste(article)
    returning.page.get_by_role("button", name="止める").click()
    returning.until("() => performance.getEntriesByName('youten:ready').length > 0")
    assert len(returning.paste(article).until_summary()) == 3


def test_a_crashed_worker_is_replaced_and_the_article_still_summarised(returning, article):
    """The current article goes to the new worker without user action."""
    returning.visit().until_ready()
    worker = returning.worker()
    busy_then_broken = """() => void setTimeout(() => {
        for (const end = Date.now() + 200; Date.now() < end; );
        throw new RangeError('stack');
    })"""
    worker.evaluate(busy_then_broken)
    assert len(returning.paste(article).until_summary()) == 3
    assert returning.engine() == "ready"


def test_a_worker_that_keeps_crashing_ends_in_a_sentence(returning, article):
    """After the last attempt the page shows a message, keeps the text, and can load the engine again."""
    returning.visit().until_ready()
    returning.expected = ("engine:",)
    for _ in range(3):
        returning.until_ready()
        worker = returning.worker()
        starts = returning.page.evaluate("() => performance.getEntriesByName('youten:ready').length")
        worker.evaluate("() => void setTimeout(() => { throw new RangeError('stack'); })")
        returning.until(ANOTHER_START, starts)
    returning.until("() => document.documentElement.dataset.engine === 'failed'")
    assert "問題が起きました" in returning.said()
    returning.paste(article)
    assert returning.field.input_value() == article
    returning.page.get_by_role("button", name="もう一度読み込む").click()
    assert len(returning.until_summary()) == 3
