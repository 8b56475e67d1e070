"""For everyone: axe finds nothing in any state, in both themes; pictures of each state are left for the eye.

The pictures go to test-results/screenshots/.
Source: https://www.w3.org/TR/WCAG22/, as far as axe-core can tell.
"""

from __future__ import annotations

import pytest

from buildsteps.paths import NODE_MODULES

AXE = NODE_MODULES / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FAULTS = """async (tags) => {
    const { violations } = await axe.run(document, { runOnly: tags });
    const shown = (node) => node.html.slice(0, 120);
    return violations.map(({ id, nodes }) => [id, ...nodes.slice(0, 3).map(shown)]);
}"""
SIZES = {"phone": (390, 844), "desktop": (1280, 900)}
LEAST_STATES = 12


class Look:
    """Goes from state to state, has each looked at by axe, and takes its picture."""

    def __init__(self, reader, folder, name):
        self.reader, self.folder, self.name = reader, folder, name
        self.faults = {}

    def at(self, state):
        """Note what axe finds here."""
        page = self.reader.page
        page.wait_for_timeout(150)
        page.screenshot(
            path=self.folder / f"{self.name}-{len(self.faults):02}-{state}.png", animations="disabled"
        )
        self.faults[state] = page.evaluate(FAULTS, RULES)

    def whole(self, state):
        """Take the picture of the whole page."""
        self.reader.page.screenshot(
            path=self.folder / f"{self.name}-{state}.png", full_page=True, animations="disabled"
        )


def choose(page, name, value):
    page.evaluate(
        "([name, value]) => document.querySelector(`input[name='${name}'][value='${value}']`).click()",
        [name, value],
    )


def dialog(reader, button):
    reader.page.locator(button).click()
    reader.until("() => document.querySelector('.dialog .dialog-body')")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_nothing_in_any_state(open_reader, request, article, size, scheme):
    """From the empty page to the summary, its reasons, views, dialogs, largest text and a failure."""
    width, height = SIZES[size]
    phone = size == "phone"
    reader = open_reader(
        viewport={"width": width, "height": height},
        color_scheme=scheme,
        has_touch=phone,
        is_mobile=phone,
        bypass_csp=True,  # for axe alone
    )
    reader.expected = ("engine:", "Failed to load resource")
    page = reader.page
    held = []
    page.route("**/dictionary.bin.gz", lambda route: held.append(route))
    reader.visit()
    page.add_script_tag(path=AXE)
    look = Look(reader, request.config.rootpath / "test-results" / "screenshots", f"{size}-{scheme}")
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
    page.locator("#lines .seal").nth(2).click()
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
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width
    dialog(reader, "#history")
    look.at("history")
    page.keyboard.press("Escape")
    reader.field.fill("")
    look.at("cleared")
    assert {state: found for state, found in look.faults.items() if found} == {}
    assert len(look.faults) >= LEAST_STATES


@pytest.mark.parametrize("locale", ["ja-JP", "en-US"])
def test_nothing_sticks_out_at_320_pixels_or_200_percent(open_reader, article, locale):
    """A zoom of 200 % on a small window is a page half as wide: 320 pixels, largest text included."""
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
    """Going to a place is a jump, and nothing fades."""
    reader = open_reader(reduced_motion="reduce", viewport={"width": 390, "height": 500})
    reader.visit().paste(article).until_summary()
    page = reader.page
    page.evaluate(
        "() => { const { scrollTo } = window; window.slid = [];"
        " Element.prototype.scrollIntoView = function (how) { window.slid.push(how.behavior); }; }"
    )
    page.locator("#lines .seal").first.click()
    assert page.evaluate("() => window.slid") == ["auto"]
    moving = "() => document.getAnimations().length"
    assert page.evaluate(moving) == 0


def test_results_are_announced_politely(reader, article):
    """The live region says that the summary is there, and what a change made of it."""
    reader.visit().paste(article).until_summary()
    announcer = reader.page.locator("#announcer")
    assert announcer.get_attribute("role") == "status"
    assert "3文" in str(announcer.text_content())
    reader.page.locator("#less").click()
    reader.until("() => document.querySelector('#announcer').textContent.includes('2文')")
