"""Accessibility: axe finds nothing in any state, in both colour schemes; pictures of each state are saved.

The pictures go to test-results/screenshots/. Source: https://www.w3.org/TR/WCAG22/, as far as axe-core can
check it.
"""

from __future__ import annotations

import pytest
from tests.e2e.scripts import in_page

from sitebuild.paths import NODE_MODULES

AXE = NODE_MODULES / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FAULTS = in_page("axeFaults")
STICKS_OUT = in_page("sticksOut")
REST = in_page("comeToRest")
SCHEMES = ("light", "dark")
SIZES = {"phone": (360, 740), "desktop": (1280, 900)}
PATIENTLY = ("engine:", "Failed to load resource")
LEAST_STATES = 12


class Look:
    """Goes from state to state, runs axe in each and in both colour schemes, and takes pictures."""

    def __init__(self, reader, folder, name):
        self.reader, self.folder, self.name = reader, folder, name
        self.faults = {}

    def at(self, state):
        """Run axe and record its findings, and what sticks out of a dialog."""
        page, number = self.reader.page, len(self.faults)
        found = []
        for scheme in self._schemes():
            path = self.folder / f"{self.name}-{scheme}-{number:02}-{state}.png"
            page.screenshot(path=path, animations="disabled")
            found += [(scheme, *fault) for fault in page.evaluate(FAULTS, RULES)]
        self.faults[state] = found + page.evaluate(STICKS_OUT)

    def settle(self, least=LEAST_STATES):
        """Check that axe found nothing in all states."""
        assert {state: found for state, found in self.faults.items() if found} == {}
        assert len(self.faults) >= least

    def whole(self, state):
        """Take pictures of the whole page."""
        for scheme in self._schemes():
            path = self.folder / f"{self.name}-{scheme}-{state}.png"
            self.reader.page.screenshot(path=path, full_page=True, animations="disabled")

    def _schemes(self):
        """Yield each colour scheme once the page is drawn in it."""
        for scheme in SCHEMES:
            self.reader.page.emulate_media(color_scheme=scheme)
            self.reader.page.evaluate(REST)
            yield scheme


def choose(page, name, value):
    page.evaluate(
        "([name, value]) => document.querySelector(`input[name='${name}'][value='${value}']`).click()",
        [name, value],
    )


def dialog(reader, button):
    reader.page.locator(button).click()
    reader.until("() => document.querySelector('.dialog .dialog-body')")


@pytest.fixture(params=SIZES)
def size(request):
    """Return the name of a screen size."""
    return request.param


@pytest.fixture
def open_look(open_reader, request, size):
    """Return a function that opens the page with axe on this screen: (reader, look)."""

    def make(before=lambda reader: None, query="", **options):
        width, height = SIZES[size]
        phone = size == "phone"
        reader = open_reader(
            viewport={"width": width, "height": height},
            has_touch=phone,
            is_mobile=phone,
            device_scale_factor=2 if phone else 1,
            bypass_csp=True,  # for axe alone
            **options,
        )
        before(reader)
        reader.visit(query)
        reader.page.add_script_tag(path=AXE)
        folder = request.config.rootpath / "test-results" / "screenshots"
        return reader, Look(reader, folder, f"{request.function.__name__.split('_', 4)[-1]}-{size}")

    return make


def test_axe_finds_nothing_from_the_first_sight_to_the_last_control(open_look, article):
    """States: empty page, summary, reasons, views, dialogs, largest text, failure."""
    held = []

    def hold(reader):
        reader.expected = PATIENTLY
        reader.page.route("**/dictionary.bin.gz", lambda route: held.append(route))

    reader, look = open_look(hold)
    page = reader.page
    look.at("empty")
    dialog(reader, "#proof")
    look.at("proof")
    page.keyboard.press("Escape")
    reader.paste(article)
    reader.until("() => performance.getEntriesByName('youten:preview').length > 0")
    look.at("provisional")
    page.locator("#stop").click()
    look.at("stopped")
    held.pop().fulfill(status=404)
    reader.until("() => document.documentElement.dataset.engine === 'failed'")
    look.at("failed")
    page.unroute("**/dictionary.bin.gz")
    page.locator("#retry").click()
    reader.until_summary()
    look.at("summary")
    look.whole("summary-whole")
    page.locator(".why").nth(1).click()
    reader.until("() => !document.querySelector('#reasons').hidden")
    look.at("reasons")
    page.locator("#lines .line-number").nth(2).click()
    look.at("place")
    choose(page, "view", "heat")
    look.whole("heat-whole")
    look.at("heat")
    choose(page, "view", "plain")
    page.locator("#phrases button").first.click()
    look.at("focus")
    choose(page, "shape", "paragraph")
    choose(page, "unit", "characters")
    look.at("paragraph")
    dialog(reader, "#settings")
    page.locator(".dialog .switch input").nth(1).click()
    look.at("settings")
    page.locator(".dialog label", has_text="最大").click()
    page.keyboard.press("Escape")
    look.at("largest")
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    dialog(reader, "#history")
    look.at("history")
    page.keyboard.press("Escape")
    reader.field.fill("")
    look.at("cleared")
    look.settle()


def test_axe_finds_nothing_in_ways_in_and_out(open_look, trimmed_article, tmp_path):
    """States: import notes, all output dialogs, stored files, a received link, readings, trims."""
    reader, look = open_look()
    page = reader.page
    reader.until_ready()
    reader.until("() => document.querySelector('#offline button')")
    look.at("offline")
    dialog(reader, "#bookmarklet")
    look.at("bookmarklet")
    page.keyboard.press("Escape")
    dialog(reader, "#offline button")
    look.at("storage")
    page.get_by_role("dialog").get_by_role("button", name="すべて消す").click()
    look.at("storage-sure")
    page.keyboard.press("Escape")
    (tmp_path / "記事.txt").write_text(trimmed_article, encoding="cp932")
    page.locator("#file").set_input_files(tmp_path / "記事.txt")
    reader.until_summary()
    look.whole("file-whole")
    look.at("file")
    page.locator("#copy").click()
    look.at("copied")
    (tmp_path / "壊れた.docx").write_bytes(b"PK not much")
    page.locator("#file").set_input_files(tmp_path / "壊れた.docx")
    reader.until("() => document.querySelector('#error').textContent")
    look.at("broken-file")
    page.locator("#furigana").check()
    page.locator("#trims").check()
    reader.until("() => document.querySelector('#source ruby')")
    look.whole("furigana-whole")
    look.at("furigana")
    page.locator("#furigana").uncheck()
    for _ in range(7):
        page.locator("#more").click()
    reader.until("() => document.querySelectorAll('#lines li').length > 3")
    look.whole("ten-whole")
    look.at("ten")
    dialog(reader, "#use")
    reader.until("() => document.querySelector('textarea.code').value")
    look.at("ways-out")
    page.locator("#link-article").check()
    reader.until("() => document.querySelector('input.code').value.includes('#s=1.')")
    page.locator("input.code").scroll_into_view_if_needed()
    look.at("link")
    page.locator("textarea.code").scroll_into_view_if_needed()
    look.at("code")
    address = str(page.locator("input.code").input_value())
    page.keyboard.press("Escape")
    page.goto(address)
    page.reload()
    page.add_script_tag(path=AXE)
    page.locator("#received").wait_for()
    look.whole("received-whole")
    look.at("received")
    look.settle()


def test_axe_finds_nothing_in_english(open_look, article):
    """In English words are longer, and some words are Japanese."""
    reader, look = open_look(locale="en-US")
    page = reader.page
    reader.until_ready()
    look.at("empty")
    reader.paste(article).until_summary()
    page.locator(".why").first.click()
    reader.until("() => !document.querySelector('#reasons').hidden")
    look.whole("reasons-whole")
    look.at("reasons")
    dialog(reader, "#use")
    look.at("ways-out")
    page.keyboard.press("Escape")
    dialog(reader, "#settings")
    look.at("settings")
    look.settle(least=4)


@pytest.mark.parametrize("locale", ["ja-JP", "en-US"])
def test_nothing_sticks_out_at_320_pixels_or_200_percent(open_reader, article, locale):
    """A zoom of 200 % on a small window is a page of 320 pixels; the largest text is included."""
    reader = open_reader(locale=locale, viewport={"width": 320, "height": 568})
    reader.visit().paste(article).until_summary()
    page = reader.page
    width = "() => document.documentElement.scrollWidth"
    assert page.evaluate(width) <= 320
    page.locator(".why").first.click()
    reader.until("() => !document.querySelector('#reasons').hidden")
    choose(page, "view", "heat")
    page.evaluate("() => { document.documentElement.dataset.size = 3; }")
    assert page.evaluate(width) <= 320


def test_who_wants_no_motion_gets_none(open_reader, article):
    """With reduced motion, scrolling is immediate and nothing fades."""
    reader = open_reader(reduced_motion="reduce", viewport={"width": 390, "height": 500})
    reader.visit().paste(article).until_summary()
    page = reader.page
    page.evaluate(
        "() => { const { scrollTo } = window; window.slid = [];"
        " Element.prototype.scrollIntoView = function (how) { window.slid.push(how.behavior); }; }"
    )
    page.locator("#lines .line-number").first.click()
    assert page.evaluate("() => window.slid") == ["auto"]
    moving = "() => document.getAnimations().length"
    assert page.evaluate(moving) == 0


def test_results_are_announced_politely(reader, article):
    """The live region announces the summary and the result of a change."""
    reader.visit().paste(article).until_summary()
    announcer = reader.page.locator("#announcer")
    assert announcer.get_attribute("role") == "status"
    assert "3文" in str(announcer.text_content())
    reader.page.locator("#less").click()
    reader.until("() => document.querySelector('#announcer').textContent.includes('2文')")
