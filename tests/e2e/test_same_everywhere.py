"""The same text gives the same summary, byte for byte, in the browser and on CPython."""

from __future__ import annotations

from pathlib import Path

import youten

ARTICLES = Path(__file__).resolve().parents[1] / "articles"


def test_browser_and_cpython_agree(reader):
    """All sentences of all articles in the repository are compared."""
    pages = {path.parent.name: path.read_text(encoding="utf-8") for path in ARTICLES.glob("*/page.txt")}
    expected = {slug: [s.text for s in youten.summarize(page).sentences] for slug, page in pages.items()}
    reader.visit()
    shown = {slug: reader.paste(page).until_summary() for slug, page in pages.items()}
    assert expected == shown
