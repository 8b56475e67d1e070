"""Content words become keys."""

from __future__ import annotations

import pytest

from youten.model import Morpheme
from youten.ranking.terms import content_terms


def _morpheme(surface: str, pos: str, base: str = "*") -> Morpheme:
    return Morpheme(surface, pos, "*", "*", base, 0, len(surface), True)


@pytest.mark.parametrize(
    ("morpheme", "expected"),
    [
        (_morpheme("図書館", "名詞,一般,*,*", "図書館"), ["図書館"]),
        (_morpheme("走っ", "動詞,自立,*,*", "走る"), ["走る"]),
        (_morpheme("高く", "形容詞,自立,*,*", "高い"), ["高い"]),
        (_morpheme("ＡＩ", "名詞,固有名詞,組織,*"), ["ai"]),
        (_morpheme("Web", "名詞,固有名詞,組織,*", "*"), ["web"]),
        (_morpheme("ﾃｽﾄ", "名詞,一般,*,*"), ["テスト"]),
        (_morpheme("これ", "名詞,代名詞,一般,*", "これ"), []),
        (_morpheme("こと", "名詞,非自立,一般,*", "こと"), []),
        (_morpheme("3", "名詞,数,*,*", "3"), []),
        (_morpheme("(", "名詞,サ変接続,*,*", "("), []),
        (_morpheme("し", "動詞,自立,*,*", "する"), []),
        (_morpheme("い", "動詞,非自立,*,*", "いる"), []),
        (_morpheme("は", "助詞,係助詞,*,*", "は"), []),
        (_morpheme("です", "助動詞,*,*,*", "です"), []),
    ],
    ids=[
        "noun", "verb in its base form", "adjective", "width", "case", "half-width kana", "pronoun",
        "formal noun", "numeral", "symbol", "empty verb", "auxiliary verb", "particle", "auxiliary",
    ],
)  # fmt: skip
def test_content_terms(morpheme: Morpheme, expected: list[str]) -> None:
    assert expected == content_terms([morpheme])


def test_repetitions_stay_in_order() -> None:
    noun, verb = _morpheme("港", "名詞,一般,*,*", "港"), _morpheme("開い", "動詞,自立,*,*", "開く")
    assert content_terms([noun, verb, noun]) == ["港", "開く", "港"]
