"""The guide's recipes work on the front matter that ``youten inject`` writes."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import yaml

from sitebuild.paths import ROOT

GUIDE = (ROOT / "docs" / "guides" / "publishing.md").read_text("utf-8")
ARTICLE = ROOT / "tests" / "articles" / "essay" / "page.txt"


def _rendered(page: dict[str, object]) -> str:
    template = re.findall(r"```liquid\n(.*?)```", GUIDE, re.DOTALL)
    assert len(template) == 1
    asked = json.dumps({"template": template[0], "page": page})
    script = Path(__file__).with_name("liquid.mjs")
    return subprocess.run(["node", script], input=asked, capture_output=True, text=True, check=True).stdout


def test_jekyll(tmp_path: Path, run: Callable[..., object]) -> None:
    """The template shows the list from the front matter, and nothing on a page without one."""
    (tmp_path / "_posts").mkdir()
    post = tmp_path / "_posts" / "2026-01-04-a.md"
    post.write_text(f"---\nlayout: post\n---\n\n{ARTICLE.read_text('utf-8')}", "utf-8")
    commands = re.findall(r"```sh\nyouten (inject --into front-matter _posts)\n```", GUIDE)
    assert len(commands) == 1
    run(sys.executable, "-m", "youten", *commands[0].split(), cwd=tmp_path)
    page = yaml.safe_load(post.read_text("utf-8").split("---\n")[1])
    assert page["layout"] == "post"
    html = _rendered(page)
    assert [f"<li>{line}</li>" in html for line in page["summary"]] == [True] * 3
    assert _rendered({"layout": "post"}).strip() == ""
    assert "<b>" not in _rendered({"summary": ["<b>"]})
