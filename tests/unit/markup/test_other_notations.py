"""reStructuredText, Org, and plain text: what stays, what goes (○: a hole), what looks alike."""

from __future__ import annotations

import pytest

from youten.markup import HOLE, Notation, strip
from youten.offsets import unchanged
from youten.reading import normalize

REST = """
図書館検索
==========

:date: 2024-01-01
:author: 港

`検索ツール <https://a.example/>`_ を、市の
職員が作りました [#f1]_ 。``0.2秒`` で **必ず** 終わり、|版| は :ref:`手順 <a>` にあります。

.. note:: 注だ。

.. code-block:: python
   :linenos:

   符号だ。

と書いた。

次のとおり::

   符号だ。

- 項目を
  続ける。

.. 消す。
.. [#f1] 消す。
.. image:: a.png

==== ====
表だ  表だ
==== ====

後だ。
"""
ORG = """#+TITLE: 港の記録
#+DATE: 2024

* TODO 節だ :tag:
:PROPERTIES:
:ID: 1
:END:
[[https://a][検索ツール]]を、市の
職員が =作り= ました[fn:1]。 *必ず* 終わる。東京/大阪/京都だ。[[file:a.png]]を見る。 +昔+ だ。
# 消す。
#+begin_src sh
符号だ。
#+end_src
と書いた。
#+begin_quote
引用だ。
#+end_quote
- [X] 項だ。
| 表だ。 |
[fn:1] 消す。
"""


def _lines(source: str, notation: Notation = "") -> list[str]:
    text = strip(normalize(source), notation).text.text.replace(HOLE, "○")
    return [line.strip() for line in text.split("\n") if line.strip()]


def test_restructured_text() -> None:
    assert _lines(REST, "rst") == [
        "図書館検索",
        "検索ツールを、市の職員が作りました。0.2秒で必ず終わり、○は手順にあります。",
        "注だ。",
        "○書いた。",
        "次のとおり:",
        "- 項目を続ける。",
        "後だ。",
    ]


@pytest.mark.parametrize("notation", ["org", ""], ids=["named", "by its title"])
def test_org(notation: Notation) -> None:
    assert strip(unchanged(ORG), notation).title == "港の記録"
    assert _lines(ORG, notation) == [
        "# 節だ",
        "検索ツールを、市の職員が 作り ました。 必ず 終わる。東京/大阪/京都だ。○を見る。 ○ だ。",
        "○書いた。",
        "引用だ。",
        "- 項だ。",
    ]


ARCHIVE = """港の灯
山田

-------------------------------------------------------
【テキスト中に現れる記号について】

《》：ルビ
-------------------------------------------------------

［＃７字下げ］一［＃「一」は中見出し］
古い｜燈台守《とうだいもり》が灯台《とうだい》の火をともす［＃「ともす」に傍点］。
※［＃「さんずい＋土」、第3水準1-87-25］の音がした。

底本：「港の灯」文庫
入力：山田
"""
ENCYCLOPEDIA = """港町市立図書館
出典: フリー百科事典『ウィキペディア（Wikipedia）』
港町市にある図書館[1][注 2]。
目次
1 概要
2.1 戦前
概要[編集]
蔵書は30万冊である[3][要出典]。
^ 2022年度。
"""


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (ARCHIVE, ["港の灯", "山田", "一", "古い燈台守が灯台の火をともす。", "○の音がした。"]),
        ("蒼《あお》い海と《《古い》》港《みなと》だ。", ["蒼い海と古い港だ。"]),
        ("|燈台守《とうだいもり》が歩く。", ["燈台守が歩く。"]),
        ("合唱曲《みなと》を歌い、《港の灯》を読んだ。", ["合唱曲《みなと》を歌い、《港の灯》を読んだ。"]),
        ("合唱曲《みなと》と映画《なぎさのうた》だ。", ["合唱曲《みなと》と映画《なぎさのうた》だ。"]),
        ("表は a|b《注》と書く。", ["表は a|b《注》と書く。"]),
        (ENCYCLOPEDIA, ["港町市立図書館", "港町市にある図書館。", "概要", "蔵書は30万冊である。"]),
        ("効果が知られている[12]、という［３］。", ["効果が知られている、という。"]),
        ("配列a[1]と、質問[1]への答えと、「[2]」だ。", ["配列a[1]と、質問[1]への答えと、「[2]」だ。"]),
        (
            r"速さは\(v_1\)で、\[ a \]と$$b$$だ。$5と$10、C:\(x)だ。",
            [r"速さは○で、○と○だ。$5と$10、C:\(x)だ。"],
        ),
        ("[1] 港を広げる。", ["[1] 港を広げる。"]),
        ("目次\n1 概要\n港の話だ。", ["目次", "1 概要", "港の話だ。"]),
        ("底本：港の灯\n港の話だ。", ["底本：港の灯", "港の話だ。"]),
    ],
    ids=[
        "archive",
        "ruby of novels",
        "half-width bar",
        "titles",
        "several titles",
        "no base",
        "encyclopedia",
        "references",
        "no references",
        "formulas",
        "a number before a line",
        "contents of anything",
        "a colophon alone",
    ],
)
def test_plain_text(source: str, expected: list[str]) -> None:
    assert _lines(source) == expected


def test_an_archive_names_its_title_in_the_first_line() -> None:
    assert strip(unchanged(ARCHIVE)).title == "港の灯"
    assert strip(unchanged("港の灯\n\n灯台《とうだい》の話だ。")).title == ""


@pytest.mark.parametrize("notation", ["plain", "text"])
def test_prose_of_a_parser_is_not_read_again(notation: Notation) -> None:
    text = unchanged("港は`a`と**b**だ。[c](d)だ。")
    assert strip(text, notation).text is text
