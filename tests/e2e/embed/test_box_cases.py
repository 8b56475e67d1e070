"""<youten-box> in pages that change it, move it and style it, in every browser."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.e2e.conftest import ARTICLE
from tests.e2e.embed.conftest import article_html

CASES_FILE = Path(__file__).with_name("box-cases.js")
LIST = "console.log(JSON.stringify((await import(process.argv[1])).cases))"
CASES = json.loads(
    subprocess.run(
        ["node", "--input-type=module", "--eval", LIST, CASES_FILE.as_uri()],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
)
RUN = "async (name) => (await import('./box-cases.js')).run(name)"


@pytest.mark.engines("chromium", "firefox")
@pytest.mark.parametrize("name", CASES)
def test_a_box_in_its_page(tab, host, name):
    case = CASES[name]
    shutil.copy(CASES_FILE, host.folder)
    body = case["body"].replace("%ARTICLE%", article_html(ARTICLE))
    tab.goto(host.page(body, head=host.script() + case.get("head", "")))
    assert tab.evaluate(RUN, name) == case["expected"]
