"""Measures how far a page moves under its reader: layout shifts of a first visit, without those after input.

Source: https://web.dev/articles/cls. The engine is held back until the provisional box has been there for a
while, as on a slow line; otherwise the summary comes so soon that the browser does not count what it moves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

Shift = tuple[float, float, list[str]]  # value, ms from navigation, the elements that moved

# A window of shifts ends before a pause this long, and after this time; ms.
PAUSE_MS, WINDOW_MS = 1000, 5000
# What was asked for by a key no longer excuses what moves then; ms.
AFTER_INPUT_MS = 700
SIZES: dict[str, dict[str, Any]] = {
    "phone": {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True},
    "desktop": {"viewport": {"width": 1280, "height": 900}},
}
# Folders of tests/articles, and how often their text is repeated.
TEXTS = {
    "court": 1,
    "news-harbor": 1,
    "interview": 3,
    "minutes": 1,
    "howto-steps": 1,
    "english": 1,
    "speech": 40,
}
SHORT = "図書館が開いた。初日に三百人が来た。"
HELD = "**/dictionary.bin.gz"
PREVIEWED = "() => performance.getEntriesByName('youten:preview').length > 0"
SUMMARISED = "() => performance.getEntriesByName('youten:summary').length > 0"


def texts(articles: Path) -> dict[str, str]:
    """Return name -> text, short and long, of several kinds."""
    found = {"two sentences": SHORT}
    for name, times in TEXTS.items():
        text = (articles / name / "page.txt").read_text("utf-8")
        found[name] = "\n\n".join([text] * times)
    return found


def windows(shifts: list[Shift]) -> Iterator[list[Shift]]:
    """Divide shifts, in order of time, into session windows."""
    window: list[Shift] = []
    for shift in shifts:
        if window and (shift[1] - window[-1][1] >= PAUSE_MS or shift[1] - window[0][1] >= WINDOW_MS):
            yield window
            window = []
        window.append(shift)
    if window:
        yield window


def worst(shifts: list[Shift]) -> tuple[float, list[Shift]]:
    """Return the score of a visit, which is that of its worst window, and the shifts of that window."""
    scored = [(sum(value for value, *_ in window), window) for window in windows(shifts)]
    return max(scored, key=lambda one: one[0], default=(0.0, []))


def visit(page: Any, url: str, text: str, until: Callable[[str], None], watch: str) -> list[Shift]:
    """Open the page, paste with the keyboard, and wait for the drawn summary; return what has shifted.

    ``until`` waits for a script of the page; ``watch`` is what collects shifts.
    """
    held: list[Any] = []
    page.route(HELD, lambda route: held.append(route))
    page.add_init_script(watch)
    page.goto(url)
    until("() => performance.getEntriesByName('youten:interactive').length > 0")
    page.evaluate("(text) => navigator.clipboard.writeText(text)", text)
    page.locator("#field").focus()
    page.keyboard.press("ControlOrMeta+V")
    until(PREVIEWED)
    page.wait_for_timeout(AFTER_INPUT_MS)
    for route in held:
        route.continue_()
    page.unroute(HELD)
    until(SUMMARISED)
    page.wait_for_timeout(AFTER_INPUT_MS)
    found: list[Shift] = page.evaluate("() => window.shifts")
    return found
