"""Furigana of an article: offsets are the source's, and the author's readings come first."""

from __future__ import annotations

import pytest
from tests.unit.toy import ToyAnalyzer

from youten.furigana import LONGEST, Furigana, furigana
from youten.pipeline import analyze

READINGS = {
    "港町": "ミナトマチ",
    "図書館": "トショカン",
    "金正恩": "キムタダオン",
    "氏": "シ",
    "話": "ハナシ",
}


def shown(text: str) -> str:
    """Return the whole text with furigana as 港町[みなとまち]."""
    reader = ToyAnalyzer(readings=READINGS)
    found = Furigana(analyze(text, "", reader), reader).within(0, len(text))
    for start, end, kana in reversed(found):
        text = f"{text[:start]}{text[start:end]}[{kana}]{text[end:]}"
    return text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "𠮷港町の図書棚です。",
            "𠮷港町[みなとまち]の図書棚です。",
            id="only whole words that are known",
        ),
        pytest.param(
            "港町はこの春に海のそばの公園の中に新しい図\n書館を開くと町の人たちに知らせたとのことで\nしたがこれを聞いた人の多くはまだ来ていない\nという。",
            "港町[みなとまち]はこの春に海のそばの公園の中に新しい図\n書館[としょかん]を開くと町の人たちに知らせたとのことで\nしたがこれを聞いた人の多くはまだ来ていない\nという。",
            id="a word across lines",
        ),
        pytest.param(
            "ﾐﾅﾄの港町で\u200bす。", "ﾐﾅﾄの港町[みなとまち]で\u200bす。", id="offsets of the source"
        ),
        pytest.param(
            "金正恩（キム・ジョンウン）と話をした。のちに金正恩は港町へ移った。",
            "金正恩[きむじょんうん]（キム・ジョンウン）と話[はなし]をした。のちに金正恩[きむじょんうん]は港町[みなとまち]へ移った。",
            id="as the author says",
        ),
        pytest.param(
            "港（みなと）に港町の人が来た。",
            "港（みなと）に港町[みなとまち]の人が来た。",
            id="not for one kanji",
        ),
        pytest.param(
            "書館（しょかん）と図書館は別の言葉です。",
            "書館[しょかん]（しょかん）と図書館[としょかん]は別の言葉です。",
            id="not inside a longer word",
        ),
    ],
)
def test_furigana(text: str, expected: str) -> None:
    assert shown(text) == expected


def test_within() -> None:
    """Only furigana inside the span are returned, from as many sentences as it covers."""
    text = "港町です。図書館です。話です。"
    reader = ToyAnalyzer(readings=READINGS)
    all_of_it = Furigana(analyze(text, "", reader), reader)
    for start in range(len(text) + 2):
        for end in range(len(text) + 2):
            expected = [r for r in [(0, 2, "みなとまち"), (5, 8, "としょかん"), (11, 12, "はなし")]
                        if start <= r[0] and r[1] <= end]  # fmt: skip
            assert all_of_it.within(start, end) == expected


def test_a_sentence_is_read_once() -> None:
    reader = ToyAnalyzer(readings=READINGS)
    all_of_it = Furigana(analyze("港町です。図書館です。", "", reader), reader)
    reader.calls.clear()
    for _ in range(3):
        all_of_it.within(0, 4)
    assert reader.calls == ["港町です。"]


def test_very_long_texts_get_no_furigana() -> None:
    assert furigana("港町" * LONGEST, ToyAnalyzer(readings=READINGS)) == []
