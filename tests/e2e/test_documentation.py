"""The documentation in a browser: no foreign requests, no errors, and a search that works in Japanese."""

from __future__ import annotations

from tests.e2e.conftest import Reader


def test_search_finds_japanese(reader: Reader) -> None:
    reader.page.goto(f"{reader.url}docs/index.html")
    field = reader.page.locator(".md-search__input")
    field.click()  # its script loads from then on
    field.fill("フロントマター")
    field.press("End")  # it searches when a key is released
    found = reader.page.locator(".md-search-result__link").first
    found.wait_for(state="attached")
    assert "docs/guides/publishing.html" in str(found.evaluate("link => link.href"))
