"""Sentence compression (文短縮) by safe trims: what is left is true, and reads well.

Each rule is a small function ``(text, morphemes, article) -> [(start, end), ...]`` in offsets of the
sentence's text, with the article's whole text beside it; ``RULES`` gives them their names.
A rule only ever deletes, so the rest is a subsequence of the source.
Never cut: negation, death, hedges, attribution (〜によると), quantities, ages, and the trailing clause, which
in Japanese is the main one.
Source: reading some two hundred cuts in news and blog sentences; the faults found are rows in the tests.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from youten.model import Morpheme
from youten.writing.beginnings import backward, demonstratives
from youten.writing.clauses import appositions, quotations, topics
from youten.writing.words import (
    BARE_CONNECTIVES,
    COMMAS,
    CONNECTIVES,
    DAY_ENDINGS,
    NO_BEGINNING,
    NOT_ABBREVIATIONS,
    NOT_READINGS,
    PERSON_ENDINGS,
    PHOTO_NOTES,
    TIME_LIMITS,
    TOPIC_CONNECTIVES,
)

Spans = list[tuple[int, int]]
OPENING, CLOSING = "（(", "）)"
LONGEST_READING = 5  # kana per kanji: 志 こころざし is the longest common one
SHORTEST_LONG_FORM = 4  # characters: 人工知能（AI） is one, 九州（JR） is not
LEAST_REST = 8  # characters; 「しかし、中止した。」 had better stay whole

COMMON_NOUNS = ("名詞,一般", "名詞,サ変接続")
SUFFIXES = ("名詞,接尾,一般", "名詞,接尾,サ変接続", "名詞,接尾,助数詞")
COUNTRY = "名詞,固有名詞,地域,国"

WEEKDAYS = ("月", "火", "水", "木", "金", "土", "日", "祝", "土・祝", "日・祝", "月・祝")
DEFINED = re.compile("以下、?「[^」]{1,30}」")
REGISTER = ("本社", "本店", "本部", "所在")
# UTC-10:30, and that it holds for the times that follow.
ZONE = re.compile("(?:UTC|GMT|JST)[-+±−0-9０-９:：.]{0,8}(?:[、,]? ?以下同(?:様|じ)?)?")

DIGITS = "[0-9０-９〇一二三四五六七八九十]{1,3}"
CLOCK_TIME = re.compile(f"(?:午前|午後|深夜|未明)?{DIGITS}時(?:{DIGITS}分|半)?(?:ごろ|ころ|頃|すぎ|過ぎ)")


class Cut(NamedTuple):
    """A stretch ``text[start:end]`` of a sentence to leave out, and the name of the rule that says so."""

    start: int
    end: int
    rule: str


def _brackets(text: str) -> list[tuple[int, int]]:
    """Return the round-bracketed parts without other brackets in them: offsets of ``(`` and past ``)``."""
    found: list[tuple[int, int]] = []
    if not any(map(text.__contains__, CLOSING)):
        return found  # as in most sentences, and every rule asks
    opened = -1
    for position, character in enumerate(text):
        if character in OPENING:
            opened = position
        elif character in CLOSING and opened >= 0:
            found.append((opened, position + 1))
            opened = -1
    return found


def _is_kana(character: str) -> bool:
    return "ぁ" <= character <= "ゖ" or "ァ" <= character <= "ヺ" or character in "ー・゠＝ 　"


def _is_kanji(character: str) -> bool:
    return "一" <= character <= "鿿" or "㐀" <= character <= "䶿" or character in "々〆" or character >= "𠀀"


def _is_kanji_or_katakana(character: str) -> bool:
    return _is_kanji(character) or "ァ" <= character <= "ー"


def _run_before(text: str, end: int, belongs: Callable[[str], bool]) -> int:
    """Return the number of characters before ``end`` that belong together."""
    start = end
    while start > 0 and belongs(text[start - 1]):
        start -= 1
    return end - start


def _run_after(text: str, start: int, characters: str) -> int:
    """Return how many of the characters follow ``start`` without others between them."""
    end = start
    while end < len(text) and text[end] in characters:
        end += 1
    return end - start


def _tells_which(morphemes: Sequence[Morpheme], start: int, end: int) -> bool:
    """Tell whether katakana bracketed from ``start`` to ``end`` says more than how the word before is read.

    So it is after a common noun or a suffix (大統領（オルバン）, 開幕戦（ドーム）), and with a country or a
    common noun inside (両国（ロシア・トルコ）, 品種（サラブレッド）).
    """

    def is_common(m: Morpheme, least: int) -> bool:
        return m.pos.startswith(COMMON_NOUNS) and m.end - m.start >= least

    return any(
        (m.end == start and (m.pos.startswith(SUFFIXES) or is_common(m, 2)))
        or (start < m.start < end and (m.pos.startswith(COUNTRY) or is_common(m, 3)))
        for m in morphemes
        if m.known
    )


def readings(text: str, morphemes: Sequence[Morpheme], _article: str = "") -> Spans:
    """Cut kana readings after kanji: 平壌(ピョンヤン), 信憑性（しんぴょうせい）.

    Not ages or numbers (28), not kana that says who or which is meant, not kana that is too long or too short
    for the kanji before it.
    """
    spans: Spans = []
    for start, end in _brackets(text):
        reading = text[start + 1 : end - 1]
        kanji = _run_before(text, start, _is_kanji)
        if reading in NOT_READINGS or not all(map(_is_kana, reading)):
            continue
        if "・" in reading and all("ぁ" <= c <= "ゖ" or c == "・" for c in reading):
            spans.append((start, end))  # a name, part of it may be in kana: みどり（もり・みどり）
            continue
        ending = "ぁ" <= text[end : end + 1] <= "ゖ"  # 要（い）りません
        if not max(kanji, 1 if ending else 2) <= len(reading) <= LONGEST_READING * kanji:
            continue
        if any("ァ" <= character <= "ヺ" for character in reading) and _tells_which(morphemes, start, end):
            continue
        spans.append((start, end))
    return spans


def abbreviations(text: str, _morphemes: Sequence[Morpheme], article: str) -> Spans:
    """Cut abbreviations after the long form: 世界保健機関（WHO）.

    Not news agencies (attribution), not marks such as AAA, not after a person, not where the article uses
    the abbreviation again: the summary may hold that sentence too.
    """
    spans: Spans = []
    for start, end in _brackets(text):
        letters = text[start + 1 : end - 1]
        if not (2 <= len(letters) <= 6 and letters.isascii() and letters.isalpha() and letters.isupper()):
            continue
        if len(set(letters)) < 2 or letters in NOT_ABBREVIATIONS or article.count(letters) > 1:
            continue
        long_form = _run_before(text, start, _is_kanji_or_katakana)
        if long_form >= SHORTEST_LONG_FORM and not text.endswith(PERSON_ENDINGS, 0, start):
            spans.append((start, end))
    return spans


def photo_notes(text: str, _morphemes: Sequence[Morpheme], _article: str) -> Spans:
    """Cut pointers to a picture that the summary does not show: （写真）, （写真右）; and （敬称略）."""
    return [(a, b) for a, b in _brackets(text) if text[a + 1 : b - 1] in PHOTO_NOTES]


def leading_connectives(text: str, _morphemes: Sequence[Morpheme], _article: str) -> Spans:
    """Cut consecutive connectives at the beginning with their commas: しかし、また、…."""
    start = 0
    while True:
        word = next((c for c in CONNECTIVES if text.startswith(c, start)), "")
        end = start + len(word)
        comma = _run_after(text, end, COMMAS)
        if not word or not (comma or word in BARE_CONNECTIVES):
            return [(0, start)] if start else []
        start = end + comma + _run_after(text, end + comma, " 　")


def bare_connectives(text: str, morphemes: Sequence[Morpheme], _article: str) -> Spans:
    """Cut また, このため and the like without a comma where a topic or a source follows: このため県は….

    また before anything else may be "again" (また失敗した), なお "still", そのため before の "for that".
    """
    word = next((c for c in TOPIC_CONNECTIVES if text.startswith(c)), "")
    if text.startswith("の", len(word)) or not any(m.start == len(word) for m in morphemes):
        return []
    for m in [m for m in morphemes if word and m.start >= len(word)]:
        if m.start > len(word) and (m.surface == "は" or text.startswith(("によると", "によれば"), m.start)):
            return [(0, len(word))]
        if not (m.pos.startswith(("名詞", "接頭詞")) or m.surface in ("の", "・", "と", "や")):
            break
    return []


def marks(text: str, _morphemes: Sequence[Morpheme], _article: str) -> Spans:
    """Cut marks of a markup language before a sentence: !> 注意, > 引用."""
    end = _run_after(text, 0, "!>#*|")
    space = _run_after(text, end, " ")
    return [(0, end + space)] if end and space else []


def clock_times(text: str, _morphemes: Sequence[Morpheme], _article: str) -> Spans:
    """Cut approximate times of day: 19日午後6時ごろ、 -> 19日、.

    Not exact ones (an announcement may be about them), not spans and limits (午後6時ごろから, ごろまで).
    """
    spans: Spans = []
    for match in CLOCK_TIME.finditer(text):
        start, end = match.span()
        if text.startswith(TIME_LIMITS, end):
            continue
        if text.endswith(DAY_ENDINGS, 0, start):
            spans.append((start, end))
        elif start == 0 or text[start - 1] in "、，は":
            after = _run_after(text, end, COMMAS) or int(text.startswith("に", end))
            if after:
                spans.append((start, end + after))
    return spans


def weekdays(text: str, _morphemes: Sequence[Morpheme], _article: str) -> Spans:
    """Cut the day of the week after a date: 10日（月） -> 10日."""
    return [
        (a, b) for a, b in _brackets(text) if text[a + 1 : b - 1] in WEEKDAYS and text.endswith("日", 0, a)
    ]


def time_zones(text: str, _morphemes: Sequence[Morpheme], _article: str) -> Spans:
    """Cut the offset of a time zone: 7時45分（UTC+9） -> 7時45分; the time stays."""
    return [(a, b) for a, b in _brackets(text) if ZONE.fullmatch(text, a + 1, b - 1)]


def company_notes(text: str, _morphemes: Sequence[Morpheme], _article: str) -> Spans:
    """Cut a company's register entry （本社：…） and what a name stands for （…以下「遮断部」という。）."""
    found = _brackets(text)
    register = [
        (a, b) for a, b in found if text.startswith(REGISTER, a + 1) and text[a + 3 : a + 4] in ("：", ":")
    ]
    return register + [(a, b) for a, b in found if DEFINED.search(text, a, b - 1)]


def glosses(text: str, _morphemes: Sequence[Morpheme], _article: str) -> Spans:
    """Cut everything in round brackets, also ages and figures, but not negations, limits and hedges."""
    return [
        (a, b)
        for a, b in _brackets(text)
        if a
        and text[a + 1 : b - 1] not in NOT_READINGS
        and not any(w in text[a:b] for w in ("ない", "除く", "未"))
        and text.count("「", a, b) == text.count("」", a, b)
    ]


# name of the rule -> the rule; the names are part of the output
RULES: dict[str, Callable[[str, Sequence[Morpheme], str], Spans]] = {
    "reading": readings,
    "abbreviation": abbreviations,
    "photo_note": photo_notes,
    "connective": leading_connectives,
    "bare_connective": bare_connectives,
    "mark": marks,
    "clock_time": clock_times,
    "company_note": company_notes,
    "weekday": weekdays,
    "time_zone": time_zones,
    "backward": backward,
    "demonstrative": demonstratives,
}

# Only where the caller asks to squeeze: what they cut may matter.
RISKY_RULES: dict[str, Callable[[str, Sequence[Morpheme], str], Spans]] = {
    "gloss": glosses,
    "quotation": quotations,
    "apposition": appositions,
    "carried_topic": topics,
}


def cuts(text: str, morphemes: Sequence[Morpheme], article: str, squeeze: bool = False) -> list[Cut]:
    """Apply every rule to a sentence of ``article`` (its whole normalized text): disjoint cuts in order.

    A cut that overlaps an earlier one is skipped, and so is one that would leave an odd beginning. All are
    skipped if too little would be left. ``squeeze`` adds ``RISKY_RULES``.
    """
    rules = {**RULES, **RISKY_RULES} if squeeze else RULES
    found = sorted(Cut(a, b, name) for name, rule in rules.items() for a, b in rule(text, morphemes, article))
    kept: list[Cut] = []
    for cut in found:
        if not kept or cut.start >= kept[-1].end:
            kept.append(cut)
    leading, begin = 0, 0
    while leading < len(kept) and kept[leading].start == begin:
        begin = kept[leading].end
        leading += 1
    if text.startswith(NO_BEGINNING, begin):
        kept = kept[leading:]
    rest = len(text) - sum(cut.end - cut.start for cut in kept)
    return kept if rest >= LEAST_REST else []
