"""The plugin for remark and markdown-it as npm packs it, with the compilers that the generators use."""

from __future__ import annotations

import html
import json
import re
import subprocess
import tarfile
from pathlib import Path
from typing import Any

import pytest
from tests.unit.inject.articles import BODY, PARAGRAPHS, TITLE

from sitebuild import eleventy
from sitebuild.paths import NODE_MODULES, ROOT, STATIC

ENGLISH = "# Harbour\n\n" + "The harbour opens again in spring, says the city. " * 8 + "\n"
PAGES = {
    "a.md": f"# {TITLE}\n\n{BODY}",
    "b.mdx": f"export const year = 2026;\n\n# {TITLE}\n\n{BODY}",
    "english.md": ENGLISH,
    "two.mdx": f"{{/* youten:begin */}}\n{{/* youten:end */}} no\n\n{BODY}",  # marks that cannot be read
}
ONE = "".join(PARAGRAPHS)  # without a line end
JOBS = {
    "pages": {"texts": PAGES, "options": {}, "frontmatter": {}},
    "options": {
        "texts": {"a.md": BODY},
        "options": {"sentences": 2, "place": "lead"},
        "frontmatter": {"title": TITLE},
    },
    "end": {
        "texts": {"a.md": ONE, "b.md": f"{ONE}\n"},
        "options": {"place": "lead"},
        "frontmatter": {"title": TITLE},
    },
    "off": {"texts": {"a.md": BODY}, "options": {}, "frontmatter": {"youten": False}},
    "wrong": {"texts": {"a.md": BODY}, "options": {"sentence": 2}, "frontmatter": {}},
}


@pytest.fixture(scope="module")
def made(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Pack and unpack the plugin, and render all texts in one process: job -> way -> path -> HTML."""
    folder = tmp_path_factory.mktemp("packed")
    built = eleventy.assemble(wheel, eleventy.MARKDOWN)
    packed = subprocess.run(
        ["npm", "pack", "--json", "--pack-destination", folder, built],
        check=True,
        capture_output=True,
        text=True,
    )
    entry = json.loads(packed.stdout)
    name = (entry[0] if isinstance(entry, list) else next(iter(entry.values())))["filename"]
    with tarfile.open(folder / name) as archive:
        archive.extractall(folder, filter="data")
    package = folder / "package"
    (package / "node_modules").mkdir()
    (package / "node_modules" / "pyodide").symlink_to(NODE_MODULES / "pyodide")
    asked = json.dumps({"plugin": str(package / "markdown.js"), "jobs": list(JOBS.values())})
    script = Path(__file__).with_name("markdown.mjs")
    ran = subprocess.run(["node", script], input=asked, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return dict(zip(JOBS, json.loads(ran.stdout), strict=True))


def _without_box(page: str) -> str:
    return re.sub(r"<aside.*?</aside>\n?", "", page, flags=re.DOTALL)


def test_the_box_stands_below_the_headline_and_changes_nothing_else(made: dict[str, Any]) -> None:
    for way, pages in made["pages"].items():
        for path, page in pages.items():
            expected = 1 if path in ("a.md", "b.mdx") else 0
            assert page.count("<aside") == expected, (way, path)
            if expected:
                assert re.search(r"</h1>\n?<aside[^>]*youten", page), (way, path)
                assert page.count("<li>") == 3
                plain = html.unescape(_without_box(page))
                assert [f"<p>{paragraph}</p>" in plain for paragraph in PARAGRAPHS] == [True] * 3


def test_options_titles_and_pages_that_opt_out(made: dict[str, Any]) -> None:
    for pages in made["options"].values():
        page = pages["a.md"]
        assert page.count("<li>") == 2
        assert page.index(PARAGRAPHS[0][:8]) < page.index("<aside") < page.rindex(PARAGRAPHS[1][:8])
    assert [pages["a.md"].count("<aside") for pages in made["off"].values()] == [0, 0]


def test_a_text_of_one_paragraph_has_the_box_at_its_end(made: dict[str, Any]) -> None:
    for pages in made["end"].values():
        assert [page.index("<aside") > page.index(PARAGRAPHS[2][-8:]) for page in pages.values()] == [
            True,
            True,
        ]


def test_invalid_options_fail(made: dict[str, Any]) -> None:
    assert made["wrong"]["error"].startswith("youten: unknown option sentence")


def test_versions_agree() -> None:
    """The version is the project's, and its Pyodide is the page's."""
    package = json.loads((STATIC / "eleventy" / "markdown" / "package.json").read_text("utf-8"))
    ours = json.loads((ROOT / "package.json").read_text("utf-8"))
    assert package["version"] == ours["version"]
    assert package["dependencies"]["pyodide"] == ours["devDependencies"]["pyodide"]
