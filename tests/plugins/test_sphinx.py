"""Sphinx on the project that ``sphinx-quickstart`` makes, with posts."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest


@pytest.fixture
def site(tmp_path: Path, run: Callable[..., object], posts: Mapping[str, tuple[str, list[str]]]) -> Path:
    """Make the starter site with the posts."""
    quickstart = (
        "-m",
        "sphinx.cmd.quickstart",
        "-q",
        "-p",
        "港町",
        "-a",
        "山田",
        "-l",
        "ja",
        "--no-makefile",
    )
    run(sys.executable, *quickstart, "site", cwd=tmp_path)
    folder = tmp_path / "site"
    index = folder / "index.rst"
    entries = "".join(f"   {name}\n" for name in posts)
    index.write_text(
        index.read_text("utf-8").replace(":caption: Contents:\n", f":caption: Contents:\n\n{entries}"),
        "utf-8",
    )
    for name, (title, paragraphs) in posts.items():
        line = "=" * 2 * len(title)
        text = f"{title}\n{line}\n\n" + "\n\n".join(paragraphs) + "\n"
        (folder / f"{name}.rst").write_text(text, "utf-8")
    with (folder / "conf.py").open("a", encoding="utf-8") as file:
        file.write('\nextensions = ["youten.plugins.sphinx"]\n')
    return folder


def _build(site: Path, run: Callable[..., object], *options: str, code: int = 0) -> object:
    return run(sys.executable, "-m", "sphinx", "-W", *options, site, site / "_build", cwd=site, code=code)


def test_a_box_on_every_post(
    site: Path, run: Callable[..., object], check_site: Callable[..., None], posts: Mapping[str, object]
) -> None:
    """The boxes are also right after an incremental build and after a complete one."""
    _build(site, run)
    _build(site, run)
    page = (site / "_build" / "essay.html").read_text("utf-8")
    assert page.index("</h1>\n<aside") < page.index("data-box")
    pages = {name: site / "_build" / f"{name}.html" for name in posts}
    check_site(site / "_build", lambda: _build(site, run, "-E", "-a"), pages)


def test_options_and_a_document_that_opts_out(site: Path, run: Callable[..., object]) -> None:
    with (site / "conf.py").open("a", encoding="utf-8") as file:
        file.write('youten_options = {"sentences": 2}\n')
    speech = site / "speech.rst"
    speech.write_text(":youten: false\n\n" + speech.read_text("utf-8"), "utf-8")
    _build(site, run, "-b", "dirhtml")
    assert "data-box" not in (site / "_build" / "speech" / "index.html").read_text("utf-8")
    text = (site / "_build" / "essay" / "index.html").read_text("utf-8")
    assert text.partition("data-box")[2].partition("</aside>")[0].count("<li>") == 2


def test_invalid_options_fail(site: Path, run: Callable[..., object]) -> None:
    with (site / "conf.py").open("a", encoding="utf-8") as file:
        file.write('youten_options = {"position": "left"}\n')
    result = _build(site, run, code=2)
    assert "youten_options: position is one of" in result.stderr  # type: ignore[attr-defined]
