"""Furigana are over the kanji they belong to, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from youten.model import Morpheme
from youten.morphology.ruby import is_kanji, parts, ruby


def shown(text: str, found: list[tuple[int, int, str]]) -> str:
    """Return the text with furigana as 食[た]べる."""
    for start, end, kana in reversed(found):
        text = f"{text[:start]}{text[start:end]}[{kana}]{text[end:]}"
    return text


@pytest.mark.parametrize(
    ("surface", "reading", "expected"),
    [
        ("食べる", "タベル", "食[た]べる"),
        ("お茶会", "オチャカイ", "お茶会[ちゃかい]"),
        ("取り締まり", "トリシマリ", "取[と]り締[し]まり"),
        ("生い立ち", "オイタチ", "生[お]い立[た]ち"),
        ("聞き切り", "キキキリ", "聞[き]き切[き]り"),
        ("一人ひとり", "ヒトリヒトリ", "一人[ひとり]ひとり"),  # a run as short as may be would be 一人[ひ]
        ("百合", "ユリ", "百合[ゆり]"),
        ("飛鳥", "アスカ", "飛鳥[あすか]"),
        ("市ヶ谷", "イチガヤ", "市ヶ谷[いちがや]"),
        ("霞ケ関", "カスミガセキ", "霞ケ関[かすみがせき]"),  # a large ケ that is read ガ
        ("ケ谷", "ケタニ", "ケ谷[たに]"),
        ("見ッこ", "ミッコ", "見[み]ッこ"),
        ("良い", "ヨロシ", "良い[よろし]"),  # not as it is spelt: over all of it
        ("々", "ノマ", "々[のま]"),
        ("Ｔ字路", "ティージロ", "Ｔ字路[てぃーじろ]"),
        ("ヴ川", "ヴガワ", "ヴ川[がわ]"),
        ("ひらがな", "ヒラガナ", "ひらがな"),
        ("カナ", "カナ", "カナ"),
        ("ＮＨＫ", "エヌエイチケイ", "ＮＨＫ"),
        ("未知", "*", "未知"),
        ("未知", "", "未知"),
    ],
)
def test_parts(surface: str, reading: str, expected: str) -> None:
    assert shown(surface, parts(surface, reading)) == expected


@given(st.text("食図ヶケるたアー々x", max_size=8), st.text("アイケルタガー", max_size=12))
def test_parts_are_in_order_and_hold_all_kanji(surface: str, reading: str) -> None:
    """Order and coverage are right for any reading."""
    found = parts(surface, reading)
    places = [place for start, end, _ in found for place in (start, end)]
    assert places == sorted(places)
    assert all(kana for _, _, kana in found)
    if reading:
        covered = {i for start, end, _ in found for i in range(start, end)}
        assert {i for i, c in enumerate(surface) if is_kanji(c)} <= covered


def read(*words: str) -> list[tuple[Morpheme, str]]:
    """Return morphemes from ``surface/reading``; digits and kanji numerals are numerals."""
    found, start = [], 0
    for word in words:
        surface, _, reading = word.partition("/")
        numeral = all(c.isdigit() or c in "〇一二三四五六七八九十百" for c in surface)
        pos = "名詞,数,*,*" if numeral else "名詞,接尾,助数詞,*"
        end = start + len(surface)
        found.append((Morpheme(surface, pos, "*", "*", surface, start, end, True), reading or "*"))
        start = end
    return found


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("4 日/ニチ", "4日[よっか]"),
        ("１ ４ 日/ニチ", "１４日[じゅうよっか]"),
        ("二 十 日間/ニチカン", "二十日間[はつかかん]"),
        ("十 日目/ニチメ", "十日目[とおかめ]"),
        ("17 日/ニチ", "17日[にち]"),
        ("5 月/ツキ 1 日/ニチ", "5月[がつ]1日[ついたち]"),
        ("1 日/ニチ", "1日"),  # いちにち or ついたち
        ("5 月/ツキ 1 日間/ニチカン", "5月[がつ]1日間"),
        ("月/ツキ", "月[つき]"),
        ("1 人/ニン", "1人[ひとり]"),
        ("二 人/ニン", "二人[ふたり]"),
        ("三 人/ニン", "三人[にん]"),
        ("二 十 一 人/ニン", "二十一人[にん]"),
        ("5 分/フン", "5分[ふん]"),
        ("十 分/フン", "十分[ぷん]"),
        ("百 日/ニチ", "百日[にち]"),
        ("二 〇 二 四 日/ニチ", "二〇二四日[にち]"),
        ("百/ヒャク 年/ネン", "百年[ねん]"),
        ("3 x 日/ニチ", "3x日[にち]"),
    ],
)
def test_counters_after_a_number(words: str, expected: str) -> None:
    found = read(*words.split())
    text = "".join(m.surface for m, _ in found)
    assert shown(text, list(ruby(found))) == expected


def test_a_gap_ends_a_number() -> None:
    """The analyser leaves out white space between the numerals."""
    (four, _), (day, reading) = read("4", "日/ニチ")
    moved = day._replace(start=2, end=3)
    assert ruby([(four, "*"), (moved, reading)]) == [(2, 3, "にち")]


def place(surface: str, reading: str, start: int, pos: str) -> tuple[Morpheme, str]:
    end = start + len(surface)
    return Morpheme(surface, pos, "*", "*", surface, start, end, True), reading


ABROAD = "名詞,固有名詞,地域,国"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(["朝/アサ", "中/ナカ"], "朝[ちょう]中[ちゅう]", id="neither is surely a country"),
        pytest.param(["中印/ナカイン"], "中印[ちゅういん]", id="a village of the dictionary"),
        pytest.param([f"日/ニチ/{ABROAD}", f"朝/チョウ/{ABROAD}"], "日[にっ]朝[ちょう]", id="doubled"),
        pytest.param([f"日/ニチ/{ABROAD}", f"英/エイ/{ABROAD}"], "日[にち]英[えい]", id="not doubled"),
        pytest.param([f"米/ベイ/{ABROAD}", "台/ダイ"], "米[べい]台[たい]", id="one surely is"),
        pytest.param(
            ["この", "日/ヒ/名詞,非自立", "朝/アサ"], "この日[ひ]朝[あさ]", id="on the morning of that day"
        ),
        pytest.param(
            ["期間/キカン", "中/チュウ/名詞,接尾", "朝/アサ"], "期間[きかん]中[ちゅう]朝[あさ]", id="during"
        ),
        pytest.param(["朝日/アサヒ"], "朝日[あさひ]", id="a word of the dictionary"),
    ],
)
def test_countries_side_by_side(words: list[str], expected: str) -> None:
    found, at = [], 0
    for word in words:
        surface, reading, pos = (
            (*word.split("/"), "*", "名詞,一般")[:3] if "/" in word else (word, "*", "連体詞")
        )
        found.append(place(surface, reading, at, pos if pos != "*" else "名詞,一般"))
        at += len(surface)
    assert shown("".join(m.surface for m, _ in found), list(ruby(found))) == expected


@pytest.mark.parametrize(
    ("other", "start", "pos", "expected"),
    [
        pytest.param("ロ", 1, "名詞,固有名詞,組織,*", "ちょう", id="朝ロ: two countries"),
        pytest.param("ロ", 1, "名詞,一般,*,*", "ちょう", id="in kana it is nothing else"),
        pytest.param("米", 1, "名詞,固有名詞,地域,国", "ちょう", id="朝米"),
        pytest.param("食", 1, "名詞,一般,*,*", "あさ", id="no country"),
        pytest.param("ロ", 2, "名詞,固有名詞,組織,*", "あさ", id="朝 ロ: they do not touch"),
        pytest.param("市", 1, "名詞,固有名詞,地域,*", "あさ", id="a place that is no country"),
    ],
)
def test_countries_in_one_character(other: str, start: int, pos: str, expected: str) -> None:
    """朝 is read as a country beside another one only."""
    morning = place("朝", "アサ", 0, "名詞,副詞可能,*,*")
    assert ruby([morning, place(other, "*", start, pos)])[0] == (0, 1, expected)
