"""The text below a box does not move, before and after it is used, where a page has reserved the room."""

from __future__ import annotations

import re

import pytest
from tests.e2e.conftest import ARTICLE
from tests.e2e.embed.conftest import IN_PAGE, article_html, sentences

from sitebuild.paths import ROOT

LARGEST_SHIFT = 0.02  # of the 0.1 that counts as good
GUIDE = ROOT / "docs" / "guides" / "embedding.md"
# Loads the script when the page has long been drawn.
LATE = """<script type="module">
    await new Promise((resolve) => setTimeout(resolve, 400));
    const script = document.createElement("script");
    Object.assign(script, { src: "%s" });
    for (const [name, value] of Object.entries(%s)) script.dataset[name] = value;
    document.head.append(script);
</script>"""
LOOK = "<style>body { margin: 0 auto; max-width: 44em; font: 16px/1.8 sans-serif } %s</style>"
# Name -> before the text of the article, script, its data attributes.
MODES = {
    "click": ("<youten-box></youten-box>", "box.js", "{}"),
    "visible": ('<youten-box load="visible"></youten-box>', "box.js", "{}"),
    "auto, click": ("", "auto.js", '{ target: ".entry-content" }'),
    "auto, visible": ("", "auto.js", '{ target: ".entry-content", load: "visible" }'),
}


def recipe(mode: str) -> str:
    """Return the styles that the guide gives for a mode."""
    blocks = re.findall(r"```css\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    click, visible = [block for block in blocks if "min-height" in block]
    return click + visible if "visible" in mode else click


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves(visit, host, width):
    """From the first paint to the sentences, for each way to load."""
    moved = {}
    for mode, (box, script, data) in MODES.items():
        title, *lines = article_html(ARTICLE).split("</h1>")
        body = f'{title}</h1><div class="entry-content">{box}{"".join(lines)}</div>'
        head = LOOK % recipe(mode) + LATE % (host.address(script), data)
        page = visit(host.page(body, head=head), viewport={"width": width, "height": 844})
        page.evaluate(IN_PAGE["collectShifts"])
        page.locator("youten-box .box").wait_for()
        if "visible" not in mode:
            page.locator("youten-box .button").click()
        sentences(page, click=False)
        page.wait_for_timeout(300)
        moved[mode] = sum(page.evaluate("() => shifts"))
        page.context.close()
    assert {mode: shift for mode, shift in moved.items() if shift > LARGEST_SHIFT} == {}
