"""Offsets: edits with their map, and code points to UTF-16 and back against the codec."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from youten.offsets import Edit, code_point_offset, rewrite, unchanged, utf16_offset

PASSES = [
    # id, source, passes of edits, text, spans of the source
    ("no-edit", "港町", [[]], "港町", [(0, 1), (1, 2)]),
    ("dropped", "a-b", [[(1, 2, "")]], "ab", [(0, 1), (2, 3)]),
    ("merged", "か\u3099い", [[(0, 2, "が")]], "がい", [(0, 2), (2, 3)]),
    ("shorter", "&amp;x", [[(0, 5, "&")]], "&x", [(0, 5), (5, 6)]),
    ("the-last-from-one-each", "abcd", [[(0, 4, "xy")]], "xy", [(0, 3), (3, 4)]),
    ("a-modifier-widens", "葛\ufe00城", [[(1, 2, "")]], "葛城", [(0, 2), (2, 3)]),
    ("no-modifier-after-space", " \ufe00城", [[(1, 2, "")]], " 城", [(0, 1), (2, 3)]),
    ("second-pass-on-the-first", "a--b", [[(1, 3, "-")], [(1, 2, "")]], "ab", [(0, 1), (3, 4)]),
    ("all-gone", "--", [[(0, 2, "")]], "", []),
]


@pytest.mark.parametrize(
    ("source", "passes", "text", "spans"), [row[1:] for row in PASSES], ids=[row[0] for row in PASSES]
)
def test_rewrite(source: str, passes: list[list[Edit]], text: str, spans: list[tuple[int, int]]) -> None:
    result = rewrite(unchanged(source), *(lambda _text, edits=edits: edits for edits in passes))
    assert (result.source, result.text) == (source, text)
    assert list(zip(result.starts, result.ends, strict=True)) == spans


@given(st.text("あ𠮷😊\ud800\udc00x", max_size=20))
def test_utf16_offset_against_the_codec(text: str) -> None:
    offset = utf16_offset(text)
    expected = [len(text[:i].encode("utf-16-le", "surrogatepass")) // 2 for i in range(len(text) + 1)]
    assert expected == [offset(i) for i in range(len(text) + 1)]


@given(st.text("あ𠮷😊x", max_size=20))
def test_code_point_offset_is_the_inverse(text: str) -> None:
    there, back = utf16_offset(text), code_point_offset(text)
    assert [back(there(i)) for i in range(len(text) + 1)] == list(range(len(text) + 1))
