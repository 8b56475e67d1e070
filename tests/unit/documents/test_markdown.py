"""Markdown as prose: what readers see, in time that grows with its length."""

from __future__ import annotations

import pytest

from youten.documents.markdown import _NOTATION


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("文[^1]だ。", "文だ。"),
        ("文{: .x }だ。", "文だ。"),
        ("文{:\n .x }だ。", "文だ。"),
        ("文{.x}だ。", "文だ。"),
        ("文{{< a >}}だ。", "文だ。"),
        ("[^" * 200_000, "[^" * 200_000),  # a search of quadratic time takes minutes
        ("{:" + " " * 200_000, "{:" + " " * 200_000),
        ("{%" * 20_000, "{%" * 20_000),
    ],
    ids=["footnote", "attributes", "over a line end", "pandoc", "shortcode", "footnotes", "spaces", "Liquid"],
)
def test_notations_are_left_out(text: str, expected: str) -> None:
    assert _NOTATION.sub("", text) == expected
