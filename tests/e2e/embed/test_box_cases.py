"""<youten-box> and auto.js in pages that change them, move them and style them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.e2e import scripts
from tests.e2e.conftest import ARTICLE, OTHER_ARTICLE
from tests.e2e.embed.conftest import article_html

CASES_FILE = Path(__file__).with_name("box-cases.js")
CASES = scripts.values(CASES_FILE)["cases"]
RUN = "async (given) => (await import('./box-cases.js')).runAll(given)"


@pytest.mark.engines("chromium", "firefox")
def test_boxes_in_their_pages(tab, host):
    """One page and one engine for all of them; box-cases.js says what each must give."""
    shutil.copy(CASES_FILE, host.folder)
    tab.goto(host.page(""))
    given = {
        "article": article_html(ARTICLE),
        "other": article_html(OTHER_ARTICLE),
        "script": host.address("auto.js"),
    }
    found = tab.evaluate(RUN, given)
    assert found == {name: case["expected"] for name, case in CASES.items()}
