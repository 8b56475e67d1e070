"""normalize() gives the expected text and a correct map to the source."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from youten.reading import normalize

ROWS = [
    # id, source, normalized
    ("nothing-to-do", "港の岸壁ABC（１）。\n次の行　！", "港の岸壁ABC（１）。\n次の行　！"),
    ("kana-with-combining-mark", "か\u3099き\u3099は\u309a", "がぎぱ"),
    ("half-width-kana", "ｶﾞｷﾞﾊﾟｱｲｳ", "ガギパアイウ"),
    ("half-width-vu", "ｳﾞｧｲｵﾘﾝ", "ヴァイオリン"),
    ("mark-that-composes-with-nothing", "ｱﾞ", "ア゛"),
    ("lone-half-width-marks", "ﾞﾟ", "゛゜"),
    ("half-width-kana-with-combining-mark", "ｶ\u3099", "ガ"),
    ("half-width-punctuation", "｢ﾐﾅﾄ｣､ｲﾘｴ｡･", "「ミナト」、イリエ。・"),
    ("latin-with-accent", "cafe\u0301", "café"),
    ("hangul-jamo", "\u1112\u1161\u11ab", "한"),
    ("compatibility-ideograph", "\ufa19社", "神社"),
    ("never-longer-than-the-source", "\u0344", "\u0344"),  # its NFC is two characters
    ("zero-width-and-bom", "\ufeff港\u200bの\u2060海", "港の海"),
    ("mark-behind-a-zero-width", "か\u200b\u3099", "が"),
    ("soft-hyphen", "re\xadport", "report"),
    ("bidi-controls", "\u202e港\u2066海\u2069", "港海"),
    ("variation-selectors", "葛\U000e0100城☺\ufe0f", "葛城☺"),
    ("emoji-joiner", "👩\u200d🌾", "👩🌾"),
    ("controls-and-nul", "港\x00の\x07海\x7f\x9f", "港の海"),
    ("lone-surrogates", "港\ud800の\udfff海", "港の海"),
    ("crlf-is-one-newline", "港\r\n海\r島\n", "港\n海\n島\n"),
    ("page-break-ends-a-line", "港\x0c海\u2028島\x85湾", "港\n海\n島\n湾"),
    ("other-spaces", "港\xa0の\t海\u2009辺", "港 の 海 辺"),
    ("ideographic-space-stays", "　港", "　港"),
    ("full-width-letters-stay", "ＡＢＣ１２３％", "ＡＢＣ１２３％"),
]


@pytest.mark.parametrize(("source", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_normal_form(source: str, expected: str) -> None:
    """Each kind of character becomes what the row says."""
    assert expected == normalize(source).text


def test_unchanged_text_costs_no_memory() -> None:
    """If nothing changes, the maps are ranges and the text is the source itself."""
    source = "港の岸壁を直す。\n" * 3
    result = normalize(source)
    assert result.text is source
    assert result.starts == range(len(source))
    assert result.ends == range(1, len(source) + 1)


def test_map_of_merged_and_dropped_characters() -> None:
    """A merged character spans its sources; a dropped one is between two spans."""
    result = normalize("か\u3099\u200bｶﾞ\r\nA")
    assert result.text == "がガ\nA"
    assert list(result.starts) == [0, 3, 5, 7]
    assert list(result.ends) == [2, 5, 7, 8]


def test_modifiers_stay_with_their_character_in_the_source() -> None:
    """A name is shown with its variation selector, which the analyser does not see."""
    result = normalize("葛\U000e0100城")
    assert (result.starts[0], result.ends[0]) == (0, 2)
    assert (result.starts[1], result.ends[1]) == (2, 3)


def test_modifiers_do_not_stick_to_white_space() -> None:
    """A modifier after a newline has no effect and is dropped."""
    result = normalize("\n\ufe0f港")
    assert list(result.ends) == [1, 3]


MARKS = "\u3099\u309a\u0301\u0323\u200b\u200d\ufe0f\xad\ufeff\ud800\x00"
LIVELY = st.text(
    alphabet=st.one_of(
        st.sampled_from("かカｶﾊﾞﾟ\u1112\u1161\u11ab\r\n\t \u3000A。\ufa19\u212b" + MARKS),
        st.characters(),
    ),
    max_size=60,
)


@given(LIVELY)
def test_map_is_monotone_and_covers(source: str) -> None:
    """Spans ascend without overlap, none is empty, and the text is not longer than the source."""
    result = normalize(source)
    assert len(result.text) == len(result.starts) == len(result.ends) <= len(source)
    at = 0
    for start, end in zip(result.starts, result.ends, strict=True):
        assert at <= start < end <= len(source)
        at = end


@given(LIVELY)
def test_idempotent(source: str) -> None:
    """Normal text is unchanged."""
    once = normalize(source)
    twice = normalize(once.text)
    assert once.text == twice.text
    assert twice.starts == range(len(once.text))


@given(LIVELY)
def test_each_character_comes_from_its_span(source: str) -> None:
    """A character is compatible with its span, except for spaces, newlines and width."""
    result = normalize(source)
    for character, start, end in zip(result.text, result.starts, result.ends, strict=True):
        span = source[start:end]
        if character not in " \n" and span.isprintable():
            # A lone sound mark decomposes into a space and the combining mark.
            parts = set(unicodedata.normalize("NFKD", character)) - {" "}
            assert parts <= set(unicodedata.normalize("NFKD", span))


@given(st.text(alphabet="かきくハヒフeo\u3099\u309a\u0301", max_size=40))
def test_agrees_with_nfc_where_nfc_is_meant(source: str) -> None:
    """For Latin and kana with marks, the result equals the standard library's NFC."""
    assert unicodedata.normalize("NFC", source) == normalize(source).text
