"""The first frames: language and colours are the reader's from the first frame on, and little moves.

The page is served slowly and its script is held back, so that there are frames to look at.
"""

from __future__ import annotations

import importlib.util
import json
import re

import pytest
from tests.e2e import whole
from tests.e2e.scripts import in_page

from sitebuild.paths import ROOT

WATCH = f"({in_page('watchFrames')})()"
NOTE_HELD = f"({in_page('watchHidden')})()"
# A worker of the engine that never sends a message; a first script of the page that fails.
NO_WORKER = """
    if (location.pathname.endsWith('engine.html')) {
        window.Worker = class extends EventTarget { postMessage() {} terminate() {} };
    }
"""
NO_START = """
    Object.defineProperty(HTMLScriptElement.prototype, 'src', { get() { throw new Error('no start'); } });
"""
# The field's name has the Japanese word in both languages; every Japanese text has a Japanese letter.
WORDS = {"en": re.compile(r"[\x20-\x7e“”’]+(?:\(記事\))?"), "ja": re.compile(r".*[ぁ-んァ-ヶ一-龠].*")}
CHOICES = {
    "japanese": ("ja-JP", {}, "ja"),
    "english": ("en-US", {}, "en"),
    "english by choice": ("ja-JP", {"language": "en", "theme": "dark", "size": 2}, "en"),
    "japanese by choice": ("en-US", {"language": "ja", "theme": "light"}, "ja"),
}


def choose(page, settings):
    """Store the settings before the page is opened."""
    script = f"localStorage.setItem('{whole.OWN}settings', {json.dumps(json.dumps(settings))})"
    page.add_init_script(script if settings else "")


@pytest.mark.parametrize("choice", CHOICES)
def test_no_frame_is_in_another_language_or_other_colours(open_reader, choice):
    """All frames are checked, before and after the page's script arrives."""
    locale, settings, expected = CHOICES[choice]
    reader = open_reader(locale=locale, viewport={"width": 412, "height": 823})
    page = reader.page
    choose(page, settings)
    page.add_init_script(WATCH)
    held = []
    page.route("**/app.js", lambda route: held.append(route))
    page.goto(reader.url, wait_until="commit")
    reader.until("() => (window.frames_ ?? []).length > 5")
    assert held
    held.pop().continue_()
    reader.until_ready()
    frames = page.evaluate("() => window.frames_")
    assert {(lang, theme, size) for lang, theme, size, _ in frames} == {
        (expected, settings.get("theme", "auto"), str(settings.get("size", 0)))
    }
    words = {word for *_, found in frames for word in found if word}
    assert len(words) > 20
    assert [word for word in words if not WORDS[expected].fullmatch(word)] == []


@pytest.mark.parametrize("size", [(360, 740), (412, 823), (1280, 900)], ids=str)
@pytest.mark.parametrize("locale", ["ja-JP", "en-US"])
def test_nothing_moves_while_the_page_comes(open_reader, locale, size):
    """On a slow line there is no layout shift until the engine is ready and storage is reported."""
    reader = open_reader(locale=locale, viewport={"width": size[0], "height": size[1]})
    page = reader.page
    page.add_init_script(WATCH)
    line = page.context.new_cdp_session(page)
    slow = {"offline": False, "latency": 60, "downloadThroughput": 2_000_000, "uploadThroughput": 200_000}
    line.send("Network.emulateNetworkConditions", slow)
    reader.visit().until_ready()
    reader.until("() => document.querySelector('#offline').textContent !== ''")
    assert page.evaluate("() => window.shifts") == []


SPEC = importlib.util.spec_from_file_location("shifts", ROOT / "bench" / "page" / "shifts.py")
assert SPEC
assert SPEC.loader
shifts = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(shifts)
LARGEST_SHIFT = 0.05  # of the 0.1 that counts as good


@pytest.mark.parametrize("size", shifts.SIZES)
def test_little_moves_until_the_summary_is_drawn(open_reader, size):
    """Short and long texts of several kinds, on a first visit where the engine comes late."""
    moved = {}
    texts = shifts.texts(ROOT / "tests" / "articles")
    for name in ("two sentences", "interview", "english", "speech"):
        reader = open_reader(permissions=["clipboard-read", "clipboard-write"], **shifts.SIZES[size])
        score, window = shifts.worst(shifts.visit(reader.page, reader.url, texts[name], reader.until, WATCH))
        reader.page.close()
        if score > LARGEST_SHIFT:
            moved[name] = window
    assert moved == {}


SEEN = "() => document.querySelector('.brand').getClientRects().length > 0"


def test_a_first_visit_is_never_held_back(reader):
    """Nothing is stored yet, so waiting would gain nothing."""
    reader.page.add_init_script(NOTE_HELD)
    reader.visit().until_ready()
    assert reader.page.evaluate("() => window.held") == []


@pytest.mark.parametrize("fault", ["", NO_WORKER, NO_START], ids=["none", "no worker", "no script"])
def test_a_later_visit_is_drawn_once_the_engine_has_begun(reader, fault):
    """If the engine does not begin, the page is drawn a moment later."""
    whole.settled(reader.visit())
    reader.expected = ("no start",)
    reader.page.add_init_script(NOTE_HELD + fault)
    reader.visit()
    reader.until(SEEN)
    assert reader.page.evaluate("() => window.held") == [True, False]
    if not fault:
        reader.until_ready()
