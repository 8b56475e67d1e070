"""The documentation is complete, linked and reproducible, and describes the public API."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import pytest

import youten
from sitebuild import documentation, steps
from sitebuild.paths import DIST, ROOT


class _Page(HTMLParser):
    """The addresses and anchors of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.anchors: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src") and value:
                self.addresses.append(value)
            elif name in ("id", "name") and value:
                self.anchors.add(value)


PAGES = {
    path.relative_to(DIST).as_posix(): _Page(path.read_text("utf-8"))
    for path in (DIST / "docs").rglob("*.html")
}


def test_every_document_has_its_page() -> None:
    """All Markdown files in docs/ become pages."""
    names = {
        path.relative_to(ROOT / "docs").with_suffix(".html").as_posix()
        for path in (ROOT / "docs").rglob("*.md")
    }
    names = {re.sub(r"README\.html$", "index.html", name) for name in names}
    assert {f"docs/{name}" for name in names} == set(PAGES)


@pytest.mark.parametrize("name", sorted(PAGES))
def test_every_link_leads_somewhere(name: str) -> None:
    """Relative addresses name files of the site, and their anchors are there."""
    missing = []
    for address in PAGES[name].addresses:
        if re.match(r"[a-z]+:", address):
            continue
        target, anchor = urldefrag(urljoin(f"http://y/{name}", address))
        path = unquote(target.removeprefix("http://y/"))
        found = DIST / (path + "index.html" if path.endswith("/") or not path else path)
        if not found.is_file() or (anchor and path in PAGES and unquote(anchor) not in PAGES[path].anchors):
            missing.append(address)
    assert missing == []


def test_the_api_names_what_the_package_gives() -> None:
    page = (DIST / "docs" / "api.html").read_text("utf-8")
    assert [name for name in youten.__all__ if f">{name}</span>" not in page] == []
    assert [name for name in youten.__all__ if not getattr(youten, name).__doc__] == []


def test_two_builds_are_identical(tmp_path: Path) -> None:
    """The second build does not use the cache."""
    kept = steps.read(documentation.site())
    documentation.make(tmp_path)
    assert steps.read(tmp_path) == kept
    assert [name for name, data in kept.items() if str(ROOT).encode() in data] == []


def test_lines_are_joined_between_japanese_letters_only() -> None:
    page = "<p>一。\n  二\nab\n三</p><pre>四\n五</pre>"
    assert documentation._without_gaps(page.encode()).decode() == "<p>一。二\nab\n三</p><pre>四\n五</pre>"
