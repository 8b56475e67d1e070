"""Pelican on the site that ``pelican-quickstart`` makes, with posts."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

# Every question is answered with its default, except the one for the site's address (none yet).
QUICKSTART = (
    "-m",
    "pelican.tools.pelican_quickstart",
    "--path",
    "site",
    "-t",
    "港町",
    "-a",
    "山田",
    "-l",
    "ja",
)


@pytest.fixture
def site(tmp_path: Path, run: Callable[..., object], posts: Mapping[str, tuple[str, list[str]]]) -> Path:
    """Make the starter site with the posts."""
    run(sys.executable, *QUICKSTART, cwd=tmp_path, stdin="\n" * 4 + "n" + "\n" * 20)
    folder = tmp_path / "site"
    for name, (title, paragraphs) in posts.items():
        head = f"Title: {title}\nDate: 2026-01-04\nSlug: {name}\n\n"
        (folder / "content" / f"{name}.md").write_text(head + "\n\n".join(paragraphs) + "\n", "utf-8")
    with (folder / "pelicanconf.py").open("a", encoding="utf-8") as file:
        file.write('\nPLUGINS = ["youten.plugins.pelican"]\n')
    return folder


def _build(site: Path, run: Callable[..., object], code: int = 0) -> object:
    return run(sys.executable, "-m", "pelican", "content", "--fatal", "warnings", cwd=site, code=code)


def test_a_box_on_every_post(
    site: Path, run: Callable[..., object], check_site: Callable[..., None], posts: Mapping[str, object]
) -> None:
    _build(site, run)
    assert "data-box" not in (site / "output" / "index.html").read_text("utf-8")  # a list of articles
    pages = {name: site / "output" / f"{name}.html" for name in posts}
    check_site(site / "output", lambda: _build(site, run), pages)


def test_options_and_an_article_that_opts_out(site: Path, run: Callable[..., object]) -> None:
    with (site / "pelicanconf.py").open("a", encoding="utf-8") as file:
        file.write('YOUTEN = {"sentences": 2, "style": False}\n')
    speech = site / "content" / "speech.md"
    speech.write_text("Youten: false\n" + speech.read_text("utf-8"), "utf-8")
    _build(site, run)
    assert "data-box" not in (site / "output" / "speech.html").read_text("utf-8")
    box = (site / "output" / "essay.html").read_text("utf-8").partition("<aside")[2].partition("</aside>")[0]
    assert box.count("<li>") == 2
    assert list((site / "output").rglob("youten.css")) == []


def test_invalid_options_fail(site: Path, run: Callable[..., object]) -> None:
    with (site / "pelicanconf.py").open("a", encoding="utf-8") as file:
        file.write('YOUTEN = {"sentence": 2}\n')
    result = _build(site, run, code=1)
    assert "YOUTEN: unknown option sentence" in result.stderr + result.stdout  # type: ignore[attr-defined]


def test_boxes_in_the_sources_follow_the_metadata(
    site: Path, run: Callable[..., object], posts: Mapping[str, object]
) -> None:
    run(sys.executable, "-m", "youten", "inject", "content", cwd=site)
    assert (site / "content" / "essay.md").read_text("utf-8").startswith("Title: ")
    run(sys.executable, "-m", "youten", "inject", "--check", "content", cwd=site)
    _build(site, run)
    for name in posts:
        assert (site / "output" / f"{name}.html").read_text("utf-8").count('<aside class="youten"') == 1
