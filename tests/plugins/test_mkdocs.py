"""MkDocs on the site that ``mkdocs new`` makes, with posts."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

MKDOCS = (sys.executable, "-m", "mkdocs")


@pytest.fixture
def site(tmp_path: Path, run: Callable[..., object], posts: Mapping[str, tuple[str, list[str]]]) -> Path:
    """Make the starter site with the posts."""
    run(*MKDOCS, "new", "site", cwd=tmp_path)
    folder = tmp_path / "site"
    for name, (title, paragraphs) in posts.items():
        (folder / "docs" / f"{name}.md").write_text(f"# {title}\n\n" + "\n\n".join(paragraphs), "utf-8")
    (folder / "mkdocs.yml").write_text("site_name: 港町\nplugins: [youten]\n", "utf-8")
    return folder


def test_a_box_on_every_post(
    site: Path, run: Callable[..., object], check_site: Callable[..., None], posts: Mapping[str, object]
) -> None:
    def build() -> object:
        return run(*MKDOCS, "build", "--strict", cwd=site)

    build()
    assert "data-box" not in (site / "site" / "index.html").read_text("utf-8")  # the starter page is English
    page = (site / "site" / "essay" / "index.html").read_text("utf-8")
    assert page.index("</h1>\n<aside") < page.index("data-box")
    check_site(site / "site", build, {name: site / "site" / name / "index.html" for name in posts})


def test_boxes_in_the_sources_show_without_the_plugin(
    site: Path, run: Callable[..., object], posts: Mapping[str, object]
) -> None:
    """Boxes in the Markdown show without the plugin; with it, each page still has only one box."""
    for plugins in ("[]", "[youten]"):
        (site / "mkdocs.yml").write_text(f"site_name: 港町\nplugins: {plugins}\n", "utf-8")
        run(sys.executable, "-m", "youten", "inject", "docs", cwd=site)
        run(*MKDOCS, "build", "--strict", cwd=site)
        for name in posts:
            page = (site / "site" / name / "index.html").read_text("utf-8")
            assert (page.count('<aside class="youten"'), page.count("youten:begin")) == (1, 1)
    run(sys.executable, "-m", "youten", "inject", "--check", "docs", cwd=site)


def test_options_and_a_page_that_opts_out(site: Path, run: Callable[..., object]) -> None:
    (site / "mkdocs.yml").write_text(
        "site_name: 港町\nplugins:\n  - youten:\n      sentences: 2\n      headline: true\n", "utf-8"
    )
    speech = site / "docs" / "speech.md"
    speech.write_text(f"---\nyouten: false\n---\n{speech.read_text('utf-8')}", "utf-8")
    run(*MKDOCS, "build", cwd=site)
    assert "data-box" not in (site / "site" / "speech" / "index.html").read_text("utf-8")
    box = (
        (site / "site" / "essay" / "index.html")
        .read_text("utf-8")
        .partition("<aside")[2]
        .partition("</aside>")[0]
    )
    assert box.count("<li>") == 2


@pytest.mark.parametrize(
    ("option", "message"),
    [("sentences: 11", "sentences = 1..10"), ("selector: 'p:hover'", "p:hover"), ("sentense: 2", "sentense")],
)
def test_invalid_options_fail(site: Path, run: Callable[..., object], option: str, message: str) -> None:
    (site / "mkdocs.yml").write_text(f"site_name: 港町\nplugins:\n  - youten:\n      {option}\n", "utf-8")
    result = run(*MKDOCS, "build", "--strict", cwd=site, code=1)
    assert message in result.stderr  # type: ignore[attr-defined]
