"""Excerpts consist of the source's characters; segments and trims together make up the sentence."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from youten.model import Sentence, SourceText
from youten.writing.compression import Cut
from youten.writing.excerpt import excerpt

DROPPED = "\u200b\x00\r\ud800"  # what the normalization of these tests leaves out


def _source(source: str) -> SourceText:
    """Normalize like reading, as far as these tests need it: some characters are dropped."""
    kept = [offset for offset, character in enumerate(source) if character not in DROPPED]
    return SourceText(source, "".join(source[o] for o in kept), kept, [offset + 1 for offset in kept])


def _whole(source: SourceText) -> Sentence:
    return Sentence(source.text, 0, len(source.text), 0, "body")


@pytest.mark.parametrize(
    ("raw", "cut", "expected", "rules"),
    [
        ("港が開いた。", [], "港が開いた。", []),
        ("また、港が開いた。", [Cut(0, 3, "connective")], "港が開いた。", ["connective"]),
        ("平壌(ピョン)で", [Cut(2, 7, "reading")], "平壌で", ["reading"]),
        ("長い文が行を\nまたぐ。", [], "長い文が行をまたぐ。", ["line_break"]),
        ("長い文が行を \n　またぐ。", [], "長い文が行をまたぐ。", ["line_break"]),
        ("長い文が行を\r\nまたぐ。", [], "長い文が行をまたぐ。", ["invisible", "line_break"]),
        ("使うのはopen\nsourceだ。", [], "使うのはopen\nsourceだ。", []),
        ("使うのはopen\n  sourceだ。", [], "使うのはopen\nsourceだ。", ["line_break"]),
        ("港\u200bが開\x00いた。", [], "港が開いた。", ["invisible", "invisible"]),
        ("港が\ud800開いた。", [], "港が開いた。", ["invisible"]),
        ("平壌(ピ\u200bョン)で", [Cut(2, 7, "reading")], "平壌で", ["reading"]),
        ("𠮷野家(よしのや)次", [Cut(3, 9, "reading")], "𠮷野家次", ["reading"]),
    ],
    ids=[
        "untouched", "cut at the beginning", "cut inside", "line break", "line break with indent", "CRLF",
        "line break between Latin words", "indent between Latin words", "zero-width and NUL",
        "lone surrogate",
        "invisible inside a cut", "beyond the BMP",
    ],
)  # fmt: skip
def test_excerpt(raw: str, cut: list[Cut], expected: str, rules: list[str]) -> None:
    source = _source(raw)
    shown = excerpt(source, _whole(source), cut)
    assert expected == shown.text
    assert rules == [trim.rule for trim in shown.trims]


def test_what_became_one_character_is_shown_as_it_was_written() -> None:
    raw = "葛\U000e0100城でか\u3099く展。"
    source = SourceText(raw, "葛城でがく展。", [0, 2, 3, 4, 6, 7, 8], [2, 3, 4, 6, 7, 8, 9])
    assert raw == excerpt(source, _whole(source), []).text


def test_offsets_are_the_sources() -> None:
    source = _source("\u200b前文。\u200bまた、港が開いた。")
    sentence = Sentence("また、港が開いた。", 3, 12, 0, "body")
    shown = excerpt(source, sentence, [Cut(0, 3, "connective")])
    assert (shown.start, shown.end) == (5, 14)
    assert shown.segments == ((8, 14),)
    assert [tuple(trim) for trim in shown.trims] == [(5, 8, "connective")]


@given(
    st.text("港が、\n 　aZ開いた。" + DROPPED + "𠮷", min_size=1, max_size=30),
    st.sets(st.tuples(st.integers(0, 29), st.integers(1, 5))),
)
def test_segments_and_trims_tile_the_sentence(raw: str, wishes: set[tuple[int, int]]) -> None:
    source = _source(raw)
    text = source.text.strip()
    if not text:
        return
    start = source.text.index(text)
    cuts: list[Cut] = []
    for begin, length in sorted(wishes):
        end = min(begin + length, len(text))
        if begin < end and (not cuts or begin >= cuts[-1].end):
            cuts.append(Cut(begin, end, "test"))
    shown = excerpt(source, Sentence(text, start, start + len(text), 0, "body"), cuts)
    tiles = sorted([*shown.segments, *((trim.start, trim.end) for trim in shown.trims)])
    assert shown.start == tiles[0][0]
    assert shown.end == tiles[-1][1]
    assert all(earlier[1] == later[0] for earlier, later in pairwise(tiles))
    assert shown.text == "".join(raw[a:b] for a, b in shown.segments)
    assert not set(shown.text) & set("\u200b\x00\r\ud800")
