"""Pages that change the language's and the browser's built-in functions still get their box."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.e2e import scripts
from tests.e2e.conftest import ARTICLE
from tests.e2e.embed.conftest import article_html

FUNCTIONS = scripts.functions(Path(__file__).with_name("built-ins.js"))


@pytest.mark.engines("chromium", "firefox")
def test_pages_that_change_built_ins(tab, host):
    """Three sentences in each, no error, and no progress that goes on."""
    frames = []
    for number, (name, change) in enumerate(FUNCTIONS["changes"].items()):
        head = f"<script>({change})()</script>{host.script('auto.js')}"
        body = f"<article>{article_html(ARTICLE)}</article>"
        host.page(body, head=head, name=f"{number}.html")
        frames.append(f'<iframe name="{name}" src="{number}.html"></iframe>')
    tab.goto(host.page("".join(frames), head=""))
    found = tab.evaluate(FUNCTIONS["useAll"])
    assert found == {name: [3, "", False] for name in FUNCTIONS["changes"]}
