"""Whole documents: our blocks against those of a CommonMark parser, and notations mixed at random."""

from __future__ import annotations

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from youten.documents.markdown import parse, prose_of
from youten.reading import read

BLOCKS = st.lists(
    st.sampled_from(
        [
            "港の話だ。",
            "市は港を\n広げる。",
            "# 港",
            "## 節 ##",
            "\n節\n===\n",
            "*強く*言う。",
            "**強く**言う。",
            "`符号`だ。",
            "[港](a.md)だ。",
            "- 項だ。",
            "- 項だ。\n  続きだ。",
            "- 項だ。\n\n  段落だ。",
            "1. 一番だ。\n2. 二番だ。",
            "- 項だ。\n  - 内だ。\n\n    段落だ。",
            "> 引用だ。\n> 続きだ。",
            "> 引用だ。\n続きだ。",
            "```\n符号だ。\n```",
            "    符号だ。",
            "~~~ py\n```\n~~~",
            "---",
            "<div>\n隠れだ。\n</div>",
            "<!-- 隠れだ。\n\n隠れだ。 -->",
            "\n| 列 |\n|---|\n| 表だ。 |\n",
            "> - 項だ。\n>   続きだ。",
            "> ```\n> 符号だ。\n> ```",
            "a b\nc d",
            "港だ。  \n島だ。",
            "[港]: /a",
            "1) 項だ。",
            "+ 項だ。",
            "- ```\n  符号だ。\n  ```",
            "<b>港</b>だ。",
            "- # 港",
            "***",
            "\\*港\\*だ。",
            "- 項だ。\n\n  > 引用だ。",
        ]
    ),
    max_size=8,
)


def _parsed(text: str) -> list[str]:
    """Return the text of each heading and paragraph, as the parser has them, without white space."""
    found, tables = [], 0
    for token in parse(text):
        tables += {"table_open": 1, "table_close": -1}.get(token.type, 0)
        if token.type == "inline" and not tables:
            parts = (child.content for child in token.children or () if child.type in ("text", "code_inline"))
            found.append("".join("".join(parts).split()))
    return found


def _bare(line: str) -> str:
    line = line.strip()
    for mark in ("- ", "+ ", "> ", "# ", "## "):
        line = line.removeprefix(mark)
    if line[:1].isdigit() and line[1:3] in (". ", ") "):
        line = line[3:]
    return "".join(line.split())


@settings(max_examples=150)
@given(BLOCKS, st.sampled_from(["\n\n", "\n"]))
def test_blocks_are_those_of_commonmark(blocks: list[str], between: str) -> None:
    text = between.join(blocks)
    assume(not text.startswith("---"))  # that begins front matter
    lines = [_bare(line) for line in prose_of(text).split("\n") if line.strip()]
    assert "".join(lines) == "".join(_parsed(text)), text


# What a post may hold -> the sentences of it that may be shown.
NOTATIONS: list[tuple[str, tuple[str, ...]]] = [
    (
        "市は港を\n広げると発表した。工事は\n来月始まる。",
        ("市は港を広げると発表した。", "工事は来月始まる。"),
    ),
    ('[前の話]({{< ref "a" >}})で港を述べた。', ("前の話で港を述べた。",)),
    ("港の数は`{{ count }}`と書いた。", ("港の数は{{ count }}と書いた。",)),
    ("港の数は{{ count }}である。島は三つある。", ("島は三つある。",)),
    ('{{< figure src="a.png" caption="図の説明である。" >}}', ()),
    ("{% highlight sh %}\n符号の文である。\n{% endhighlight %}", ()),
    ("![港](a.png)\n*写真の説明である。*", ()),
    ("港の深さは$d_1$である。", ()),
    ("$$\n式の文である。\n$$", ()),
    ("船が着いた[^a]。\n\n[^a]: 注の文である。", ("船が着いた。",)),
    ("==港が開いた。== :tada:", ("港が開いた。",)),
    ("[[島|離島]]へ船が出た。 #港/島", ("離島へ船が出た。",)),
    ("｜燈台守《とうだいもり》が灯台に住む。", ("燈台守が灯台に住む。",)),
    ("{ref}`手順 <install>`を読んだ。", ("手順を読んだ。",)),
    ("| 列 |\n|---|\n| 表の文である。 |\n: 表の題である。", ()),
    ("次のように書くと\n\n```\n符号の文である。\n```\n\nと注意された。朝になった。", ("朝になった。",)),
    ("- 市場が開いた。\n- 橋が延びた。", ("市場が開いた。", "橋が延びた。")),
    ("> 港は静かだった。", ("港は静かだった。",)),
    ('!!! note "題"\n    満潮は朝に来る。', ("満潮は朝に来る。",)),
    (":::message\n干潮は夕に来る。\n:::", ("干潮は夕に来る。",)),
    ("<details><summary>題</summary>\n\n倉庫は二つある。\n\n</details>", ("倉庫は二つある。",)),
    ("<!-- 消した文である。 -->\n\n*[HTML]: 略語の文である。", ()),
    ("~~橋は落ちた。~~橋は残った。", ("橋は残った。",)),
    ("{/* 消した文である。 */}\n\n<Tabs>\n\n汽笛が鳴った。\n\n</Tabs>", ("汽笛が鳴った。",)),
    ("## 節の題\n{: .lead}", ()),
    ("用語\n: 船の着く所を言う。", ("船の着く所を言う。",)),
    ("https://a.example/x\n\n@[card](https://a.example/)", ()),
]
SHOWN = {sentence for _, sentences in NOTATIONS for sentence in sentences}


@settings(max_examples=150)
@given(st.lists(st.sampled_from(NOTATIONS), min_size=3, max_size=12))
def test_no_notation_and_no_half_sentence_is_body(pieces: list[tuple[str, tuple[str, ...]]]) -> None:
    source = "---\ntitle: 港の記録\n---\n\n" + "\n\n".join(piece for piece, _ in pieces) + "\n"
    article = read(source, notation="markdown")
    body = {sentence.text for sentence in article.sentences if sentence.role == "body"}
    assert body <= SHOWN, source
    assert article.title == "港の記録"
