"""<youten-box> in pages that change it, move it and style it, in every browser."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.e2e import scripts
from tests.e2e.conftest import ARTICLE
from tests.e2e.embed.conftest import article_html

CASES_FILE = Path(__file__).with_name("box-cases.js")
CASES = scripts.values(CASES_FILE)["cases"]
RUN = "async (name) => (await import('./box-cases.js')).run(name)"


@pytest.mark.engines("chromium", "firefox")
@pytest.mark.parametrize("name", CASES)
def test_a_box_in_its_page(tab, host, name):
    case = CASES[name]
    shutil.copy(CASES_FILE, host.folder)
    body = case["body"].replace("%ARTICLE%", article_html(ARTICLE))
    tab.goto(host.page(body, head=host.script() + case.get("head", "")))
    assert tab.evaluate(RUN, name) == case["expected"]
