"""The documentation in a browser: nothing from elsewhere, no fault, and its search knows Japanese."""

from __future__ import annotations

from tests.e2e.conftest import Reader


def test_search_finds_japanese(reader: Reader) -> None:
    reader.page.goto(f"{reader.url}docs/index.html")
    reader.page.locator(".md-search__input").fill("フロントマター")
    found = reader.page.locator(".md-search-result__link").first
    found.wait_for(state="attached")
    assert "docs/guides/publishing.html" in str(found.evaluate("link => link.href"))
