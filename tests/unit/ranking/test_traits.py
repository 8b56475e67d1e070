"""What a sentence does, by table."""

from __future__ import annotations

import pytest
from tests.unit.toy import ToyAnalyzer

from youten.ranking.form import form
from youten.ranking.traits import traits


@pytest.mark.parametrize(
    ("text", "has", "lacks"),
    [
        ("市議会は予算案を可決した。", {"deed:decision", "ending:decision"}, {"deed:denial"}),
        ("市長は計画の撤回を求められたが、否定した。", {"deed:denial", "ending:denial"}, {"deed:decision"}),
        ("台風で3人が死亡した。", {"deed:death", "deed:people", "deed:figure"}, {"deed:injury"}),
        ("橋の開通は県内で初めてだ。", {"deed:first"}, set()),
        ("ただし、無料の期間に限りがある。", {"deed:limit"}, {"deed:denial"}),
        ("この記事では橋の歴史を紹介します。", {"frame:purpose", "frame:presents"}, {"frame:request"}),
        ("次に、橋の工事についてです。", {"frame:announcement"}, set()),
        ("ご覧ください。", {"frame:request"}, {"frame:purpose"}),
        ("しかし住民は待った。", {"frame:contrast"}, {"frame:addition"}),
    ],
    ids=[
        "a decision at the end", "a denial at the end", "deaths and how many", "a first", "a limit",
        "the text about itself", "only announces", "to the reader", "a turn",
    ],
)  # fmt: skip
def test_traits(text: str, has: set[str], lacks: set[str]) -> None:
    found = set(traits(text, ToyAnalyzer().analyze(text)))
    assert has <= found
    assert not lacks & found


def test_names_are_counted_and_the_first_words_told() -> None:
    found = traits("ABCが橋を架けた。", ToyAnalyzer().analyze("ABCが橋を架けた。"))
    assert {"name:1", "name:first", "word:first 名詞,固有名詞,組織"} <= set(found)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["市は橋を開いた。", "住民は喜んだ。"], "news"),
        (["橋を作りました。", "便利です。", "写真はこちら。"], "blog"),
        (["一層努力してまいります。", "お礼を申し上げます。"], "speech"),
        ([], "news"),
    ],
)
def test_form(texts: list[str], expected: str) -> None:
    assert form(texts) == expected
