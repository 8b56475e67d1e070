"""Pictures of every state for a person to judge, and the few layout properties that can be tested.

The pictures go to test-results/screenshots/; the README's picture comes from there.
"""

from __future__ import annotations

import pytest
from tests.e2e.scripts import in_page

SIZES = {"phone": (390, 844), "desktop": (1280, 900)}


def the_one(reader, held):
    """Return the request that is held back; a busy machine sends it late."""
    while not held:
        reader.page.wait_for_timeout(20)
    return held.pop()


PLACES = """() => ['field', 'status', 'result'].map((id) => {
    const { x, y } = document.getElementById(id).getBoundingClientRect();
    return [id, x + scrollX, y + scrollY].join(' ');
})"""

STOP = in_page("focusStop")


@pytest.fixture
def shoot(request):
    folder = request.config.rootpath / "test-results" / "screenshots"

    def take(reader, name, *, full_page=False):
        reader.page.screenshot(path=folder / f"{name}.png", full_page=full_page, animations="disabled")

    return take


@pytest.mark.parametrize("size", SIZES)
def test_states_for_the_eye(open_reader, shoot, article, size):
    """Empty, provisional, summarised, failed, in both colour schemes: no horizontal overflow in any state."""
    width, height = SIZES[size]
    reader = open_reader(
        viewport={"width": width, "height": height},
        device_scale_factor=2,
        has_touch=size == "phone",
        is_mobile=size == "phone",
    )
    reader.expected = ("engine:", "Failed to load resource")
    held = []
    reader.page.route("**/dictionary.bin.gz", lambda route: held.append(route))
    reader.visit()

    def see(state, *, full_page=False):
        for scheme in ("light", "dark"):
            reader.page.emulate_media(color_scheme=scheme)
            shoot(reader, f"{size}-{scheme}-{state}", full_page=full_page)
            assert reader.page.evaluate("() => document.documentElement.scrollWidth") <= width

    reader.until("() => document.querySelector('#status').textContent !== ''")
    see("1-empty")
    reader.paste(article)
    reader.until("() => performance.getEntriesByName('youten:preview').length > 0")
    see("2-provisional")
    the_one(reader, held).fulfill(status=404)
    reader.until("() => document.documentElement.dataset.engine === 'failed'")
    see("4-failed")
    reader.page.unroute("**/dictionary.bin.gz")
    reader.page.get_by_role("button", name="もう一度読み込む").click()
    reader.until_summary()
    see("3-summary", full_page=True)


@pytest.mark.parametrize("locale", ["ja-JP", "en-US"])
def test_the_smallest_phone(open_reader, article, locale):
    """At 320 pixels there is no sideways scrolling, and buttons have the minimum size (WCAG 2.2, 2.5.8)."""
    screen = {"viewport": {"width": 320, "height": 568}, "is_mobile": True, "has_touch": True}
    reader = open_reader(locale=locale, **screen)
    reader.visit().paste(article).until_summary()
    assert reader.page.evaluate("() => document.documentElement.scrollWidth") <= 320
    boxes = [button.bounding_box() for button in reader.page.get_by_role("button").all()]
    assert len(boxes) >= 3
    assert [box for box in boxes if box["width"] < 24 or box["height"] < 24] == []


MISSED = in_page("missedTargets")


def test_a_finger_hits_what_it_means(open_reader, article):
    """Every control is at least 44 pixels high, on the empty page and with a summary."""
    reader = open_reader(viewport={"width": 360, "height": 740}, is_mobile=True, has_touch=True)
    reader.visit().until_ready()
    assert reader.page.evaluate(MISSED) == []
    reader.paste(article).until_summary()
    reader.page.locator(".why").first.click()
    reader.until("() => !document.querySelector('#reasons').hidden")
    assert reader.page.evaluate(MISSED) == []
    reader.page.locator("#settings").click()
    reader.until("() => document.querySelector('.dialog .dialog-body')")
    dialog = MISSED.replace("controls)]", "controls)].filter((node) => node.closest('.dialog'))")
    assert reader.page.evaluate(dialog) == []


def test_on_a_phone_the_summary_comes_before_other_ways_in(open_reader, article):
    """With an article, the other inputs are hidden until the field is opened or emptied."""
    reader = open_reader(viewport={"width": 360, "height": 740}, is_mobile=True, has_touch=True)
    ways = reader.visit().page.locator("#ways-in")
    assert ways.is_visible()
    reader.paste(article).until_summary()
    assert ways.is_hidden()
    assert reader.list.bounding_box()["y"] < 600
    reader.page.locator("#resize").click()
    assert ways.is_visible()
    reader.page.locator("#clear").click()
    assert ways.is_visible()


@pytest.mark.parametrize("size", SIZES)
def test_nothing_moves_when_the_engine_arrives(open_reader, article, size):
    """Field, status line, sheet and controls keep their positions from the provisional box to the summary."""
    width, height = SIZES[size]
    reader = open_reader(viewport={"width": width, "height": height})
    held = []
    reader.page.route("**/dictionary.bin.gz", lambda route: held.append(route))
    reader.visit()
    empty = reader.page.evaluate(PLACES)[:2]
    reader.paste(article)
    reader.until("() => performance.getEntriesByName('youten:preview').length > 0")
    before = reader.page.evaluate(PLACES)
    controls = reader.page.locator("#controls").bounding_box()["y"]
    the_one(reader, held).continue_()
    reader.until_summary()
    assert reader.page.evaluate(PLACES) == before
    assert reader.page.locator("#controls").bounding_box()["y"] == controls
    reader.page.get_by_role("button", name="別の記事").click()
    assert reader.page.evaluate(PLACES)[:2] == empty


def test_everything_can_be_reached_by_keyboard(reader, article):
    """Tab goes through the page in visual order, and every stop has a name."""
    reader.visit().paste(article).until_summary()
    reader.page.evaluate("() => document.activeElement.blur()")
    seen = []
    for _ in range(120):  # more stops than the page has; after the last one it starts again
        reader.page.keyboard.press("Tab")
        seen.append(reader.page.evaluate(STOP))
    places = [place for place, _ in seen if place]
    order = ["settings", "clear", "field", "lines", "copy", "unit", "view", "source", "proof"]
    assert [places.index(place) for place in order] == sorted(places.index(place) for place in order)
    assert [place for place, named in seen if place and not named] == []
