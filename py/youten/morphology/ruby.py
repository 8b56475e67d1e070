"""Assigns furigana to the parts of a text: 食べる タベル -> 食[た]べる.

Only kanji of words in the dictionary get furigana. Numerals get none: their reading depends on the whole
number (三百 さんびゃく), which is no dictionary word. Days, months, minutes and people after a number are
read by a table here, because the dictionary has only one reading for each (4日 ニチ, 5月 ツキ). So are the
names of countries in one character beside each other (朝ロ, 日印).
Source: JIS X 4051 for what ruby belongs to (the characters, not their inflection); the tables are ours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from youten.japanese import is_kana, is_kanji, to_hiragana, to_katakana
from youten.model import Morpheme, Ruby

Read = Sequence[tuple[Morpheme, str]]  # morphemes and their readings in katakana; "*" or "": unknown
Runs = list[tuple[str, bool]]  # the runs of a word, and whether they are kana

UNKNOWN = ("", "*")
NUMERAL = "名詞,数"
SMALL = "ヶヵ"  # read か, が or こ in the middle of a word: 市ヶ谷
_DIGITS = dict(zip(map(ord, "０１２３４５６７８９〇一二三四五六七八九"), "0123456789" * 2, strict=True))

FIRST_OF_MONTH = "ついたち"
DAYS = {
    2: "ふつか", 3: "みっか", 4: "よっか", 5: "いつか", 6: "むいか", 7: "なのか", 8: "ようか", 9: "ここのか",
    10: "とおか", 14: "じゅうよっか", 20: "はつか", 24: "にじゅうよっか",
}  # fmt: skip
PEOPLE = {1: "ひとり", 2: "ふたり"}
COUNTRIES = {
    "日": "ニチ", "米": "ベイ", "中": "チュウ", "朝": "チョウ", "韓": "カン", "露": "ロ", "英": "エイ",
    "仏": "フツ", "独": "ドク", "伊": "イ", "豪": "ゴウ", "印": "イン", "台": "タイ",
}  # fmt: skip
PAIRS = {"中印": "チュウイン", "中伊": "チュウイ"}  # the dictionary has villages of these names
KANA_COUNTRIES = ("ロ", "パ")
DOUBLING = ("韓", "中", "朝", "台")  # after 日: にっかん
PLACE = "名詞,固有名詞,地域"
BEFORE_PUN = (0, 1, 3, 4, 6, 8)  # last digits: 3分 さんぷん, 5分 ごふん


def ruby(morphemes: Read) -> list[Ruby]:
    """Return the furigana of a text from its morphemes and their readings, in order."""
    found: list[Ruby] = []
    number: list[Morpheme] = []  # the numerals directly before the morpheme
    month = False  # whether there is a month before the numerals: 5月1日
    for morpheme, reading in _with_countries(morphemes):
        if morpheme.pos.startswith(NUMERAL):
            if number and number[-1].end != morpheme.start:
                number = []
            number.append(morpheme)
            continue
        counted = _counted(number, morpheme, month) if number and number[-1].end == morpheme.start else None
        found += _of_word(morpheme, reading) if counted is None else counted
        month = bool(number) and morpheme.surface == "月"
        number = []
    return found


def parts(surface: str, reading: str) -> list[tuple[int, int, str]]:
    """Divide the reading (katakana) of one word among its kanji; return (start, end, hiragana) for each part.

    Kana that are not read as they are spelt belong to the part around them: 霞ケ関 is one part.
    """
    if reading in UNKNOWN or not any(map(is_kanji, surface)):
        return []
    for runs in (_runs(surface, SMALL), _runs(surface, SMALL + "ケ")):
        for least in (1, 0):  # minimum number of kana per character; 百合 has fewer
            readings = _divided(runs, reading, least)
            if readings is not None:
                return list(_places(runs, readings))
    return [(0, len(surface), to_hiragana(reading))]


def _with_countries(morphemes: Read) -> Iterator[tuple[Morpheme, str]]:
    """Yield the morphemes; in a row of countries each is read as one: 朝ロ, 米中."""
    words = [morpheme for morpheme, _ in morphemes]
    end = 0
    for index, (morpheme, reading) in enumerate(morphemes):
        if index >= end:
            end = index + 1
            while end < len(words) and _beside(words[end - 1], words[end]):
                end += 1
            row = end - index > 1 and _are_countries(words, index, end)
        surface = morpheme.surface
        reading = PAIRS.get(surface, reading)
        if row and surface in COUNTRIES:
            doubled = surface == "日" and index + 1 < end and words[index + 1].surface in DOUBLING
            reading = "ニッ" if doubled else COUNTRIES[surface]
        yield morpheme, reading


def _beside(one: Morpheme, other: Morpheme) -> bool:
    """Return whether two words may be countries, with nothing between them."""
    return one.end == other.start and _may_be_country(one) and _may_be_country(other)


def _may_be_country(morpheme: Morpheme) -> bool:
    surface = morpheme.surface
    if surface == "日" and not morpheme.pos.startswith(PLACE):  # 14日朝, その日朝
        return False
    return surface in KANA_COUNTRIES or all(character in COUNTRIES for character in surface)


def _are_countries(words: Sequence[Morpheme], start: int, end: int) -> bool:
    """Return whether words in a row are countries: one surely is, or nothing before them is another noun."""
    if any(m.surface in KANA_COUNTRIES or m.pos.startswith(PLACE) for m in words[start:end]):
        return True
    before = words[start - 1] if start and words[start - 1].end == words[start].start else None
    return before is None or not before.pos.startswith(("名詞", "連体詞"))  # 期間中朝


def _of_word(morpheme: Morpheme, reading: str) -> Iterator[Ruby]:
    for start, end, kana in parts(morpheme.surface, reading):
        yield Ruby(morpheme.start + start, morpheme.start + end, kana)


def _counted(number: Sequence[Morpheme], counter: Morpheme, month: bool) -> list[Ruby] | None:
    """Return the furigana of a counter, or of number and counter together; None: use the dictionary's."""
    value = _value("".join(m.surface for m in number))
    start, unit = number[0].start, counter.surface
    if unit in ("日", "日間", "日目") and value == 1:
        return [Ruby(start, counter.end, FIRST_OF_MONTH)] if month and unit == "日" else []
    if unit in ("日", "日間", "日目") and value in DAYS:
        return [Ruby(start, counter.end, DAYS[value] + {"日": "", "日間": "かん", "日目": "め"}[unit])]
    if unit == "人" and value in PEOPLE:
        return [Ruby(start, counter.end, PEOPLE[value])]
    if unit == "月":
        return [Ruby(counter.start, counter.end, "がつ")]
    if unit == "分" and value is not None:
        return [Ruby(counter.start, counter.end, "ぷん" if value % 10 in BEFORE_PUN else "ふん")]
    return None


def _value(text: str) -> int | None:
    """Return the number below 100 that ``text`` stands for: 14, １４, 十四, 二十; None for any other text."""
    tens, ten, ones = text.translate(_DIGITS).rpartition("十")
    if not ten:
        return int(ones) if ones.isascii() and ones.isdigit() and len(ones) <= 2 else None
    if len(tens) > 1 or len(ones) > 1 or not (tens + ones + "0").isdigit():
        return None
    return int(tens or 1) * 10 + int(ones or 0)


def _runs(surface: str, kanji_like: str) -> Runs:
    """Divide a word into runs of kana and runs of other characters."""
    runs: Runs = []
    for character in surface:
        kana = is_kana(character) and character not in kanji_like
        if runs and runs[-1][1] == kana:
            runs[-1] = (runs[-1][0] + character, kana)
        else:
            runs.append((character, kana))
    return runs


def _divided(runs: Runs, reading: str, least: int) -> list[str] | None:
    """Divide ``reading`` among the runs, the earlier ones as short as possible; None if impossible."""
    if not runs:
        return None if reading else []
    (text, kana), *rest = runs
    if kana:
        sizes = range(len(text), len(text) + 1) if reading.startswith(to_katakana(text)) else range(0)
    else:
        sizes = range(max(1, least * len(text)), len(reading) + 1)
    for size in sizes if rest or kana else [len(reading)] if len(reading) in sizes else []:
        others = _divided(rest, reading[size:], least)
        if others is not None:
            return [reading[:size], *others]
    return None


def _places(runs: Runs, readings: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    end = 0
    for (text, kana), reading in zip(runs, readings, strict=True):
        start, end = end, end + len(text)
        if not kana and any(map(is_kanji, text)):
            yield start, end, to_hiragana(reading)
