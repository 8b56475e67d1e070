"""Markdown as its reader sees it: what stays, what goes, and what leaves a hole (○ below)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from youten.markup import HOLE, strip
from youten.offsets import unchanged
from youten.reading import normalize, read


def _lines(source: str) -> list[str]:
    text = strip(normalize(source), "markdown").text.text.replace(HOLE, "○")
    return [line.strip() for line in text.split("\n") if line.strip()]


BLOCKS = [
    # A soft line break never ends a sentence, whatever the next line begins with.
    ("wrapped", "市は港を\n広げる。\n工事は\n来月だ。", ["市は港を広げる。工事は来月だ。"]),
    ("wrapped-latin", "the Harbor Club,\nInc. が発足した。", ["the Harbor Club, Inc. が発足した。"]),
    ("wrapped-item", "- 市は港を\n  広げる。\n- 工事だ。", ["- 市は港を広げる。", "- 工事だ。"]),
    ("wrapped-quote", "> 港を\n> 広げる。\n続きだ。", ["港を広げる。続きだ。"]),
    ("number-in-a-paragraph", "港が開いたのは\n1995. 10年前だ。", ["港が開いたのは1995. 10年前だ。"]),
    ("hard-break", "港町  \n一丁目\\\n二番地", ["港町", "一丁目", "二番地"]),
    ("headings", "# 港 #\n本文だ。\n\n節\n---\n本文だ。", ["# 港", "本文だ。", "節", "本文だ。"]),
    ("front-matter", "---\ntitle: 港\n---\n本文だ。", ["本文だ。"]),
    ("rule-is-no-front-matter", "---\n\n本文だ。\n\n---\n\n後だ。", ["本文だ。", "後だ。"]),
    (
        "code",
        "前だ。\n\n```py\n符号だ。\n```\n\n    符号だ。\n\n~~~\n符号だ。\n~~~\n後だ。",
        ["前だ。", "後だ。"],
    ),
    ("code-in-an-item", "- 項だ。\n\n      符号だ。\n\n  続きだ。", ["- 項だ。", "続きだ。"]),
    ("table", "前だ。\n\n| 列 |\n|:-:|\n| 表だ。 |\n: 題だ。\n\n後だ。", ["前だ。", "後だ。"]),
    ("no-table", "A|Bと書く。\n後だ。", ["A|Bと書く。後だ。"]),
    ("html", "<div>\n隠れだ。\n</div>\n\n<details>\n\n中だ。\n\n</details>", ["中だ。"]),
    ("comment", "<!-- 消す。\n消す。 -->\n本文だ。<!-- 消す。 -->", ["本文だ。"]),
    ("box", "<!-- youten:begin -->\n要約だ。\n\n要約だ。\n<!-- youten:end -->\n本文だ。", ["本文だ。"]),
    ("picture-and-caption", "![港](a.png =500x)\n*港の朝の写真だ。*\n\n本文だ。", ["本文だ。"]),
    ("italics-are-no-caption", "港だ。\n\n*強く言う。*", ["港だ。", "強く言う。"]),
    ("definitions", "[港][a]だ。\n\n[a]: https://a\n*[HTML]: 略語だ。\n(target)=\n{: .lead}", ["港だ。"]),
    (
        "footnotes",
        "港[^1]だ。\n\n[^1]: 注だ。\n    続きだ。\n\n    段落だ。\n\n本文だ。",
        ["港だ。", "本文だ。"],
    ),
    ("contents", "* TOC\n{:toc}\n\n[[_TOC_]]\n\n本文だ。", ["本文だ。"]),
    (
        "embeds",
        "https://a.example/x\n\n@[card](https://a)\n\n[https://a:embed:cite]\n\n本文だ。",
        ["本文だ。"],
    ),
    ("address-in-a-sentence", "https://a.exampleを見た。", ["https://a.exampleを見た。"]),
    ("tags", "本文だ。 #港/市場\n\n#港 #市場", ["本文だ。"]),
    ("number-sign-is-no-tag", "#1位は港だった。", ["#1位は港だった。"]),
    ("containers", ':::message alert\n中だ。\n:::\n\n!!! note "題"\n    中だ。', ["中だ。", "中だ。"]),
    (
        "directives",
        "```{note}\n中だ。\n```\n\n:::{code-block} py\n符号だ。\n:::\n\n後だ。",
        ["中だ。", "後だ。"],
    ),
    (
        "code-tags",
        "{% highlight sh %}\n符号だ。\n{% endhighlight %}\n\n{{< code >}}\n符号だ。\n{{< /code >}}\n後だ。",
        ["後だ。"],
    ),
    ("code-tag-without-an-end", "{{< code file=a.py >}}\n\n本文だ。", ["本文だ。"]),
    ("template-tags", "{% note info %}\n中だ。\n{% endnote %}", ["中だ。"]),
    ("formula", "前だ。\n\n$$\nx だ。\n$$\n\n後だ。", ["前だ。", "後だ。"]),
    ("dollars-without-an-end", "$$\n\n本文だ。", ["$$", "本文だ。"]),
    ("private-comment", "%%消す。\n消す。%%\n\n本文だ。", ["本文だ。"]),
    ("mdx", "import A from 'a'\n\n{/* 消す。 */}\n\n<A b={1} />\n\n本文だ。", ["本文だ。"]),
    ("definition-list", "港\n: 船の着く所だ。", ["港", "船の着く所だ。"]),
    # A paragraph that goes on with a sentence from before a block is no sentence.
    (
        "goes-on-behind-code",
        "次のように書く\n\n```\nx\n```\n\nと叱られる。次だ。",
        ["次のように書く", "○叱られる。次だ。"],
    ),
    ("goes-on-behind-a-list", "- 港\n- 市場\n\nを広げる。", ["- 港", "- 市場", "○広げる。"]),
    ("goes-on-behind-a-quote", "> 港だ。\n\nと述べた。", ["港だ。", "○述べた。"]),
    (
        "begins-behind-code",
        "```\nx\n```\n\nとても良い。\n\n```\nx\n```\n\nはじめに書く。",
        ["とても良い。", "はじめに書く。"],
    ),
]
INLINE = [
    ("emphasis", "**港**と*市場*と***両方***と~~昔~~だ。", ["港と市場と両方と○昔だ。"]),
    ("no-emphasis", "2**3と3*4*5とsnake_case_nameと*印だ。", ["2**3と3*4*5とsnake_case_nameと*印だ。"]),
    ("code", "`{{ a }}`と``b`c``と`[^d]`だ。", ["{{ a }}とb`cと[^d]だ。"]),
    ("unpaired-ticks", "``港`だ。", ["``港`だ。"]),
    ("links", '[港](a.md "題")と[市場](<b c>)と[a_(b)](/a_(b))だ。', ["港と市場とa_(b)だ。"]),
    (
        "shortcode-addresses",
        '[港]({{< ref "a" >}})と[市場]({% link b %})と[島]({{ site.url }}/c "題")だ。',
        ["港と市場と島だ。"],
    ),
    (
        "reference-links",
        "[港][a]と[市場][]と[島]と[灯台]だ。\n\n[a]: /a\n[市場]: /b\n[島]: /c",
        ["港と市場と島と[灯台]だ。"],
    ),
    ("attributes-of-links", "[港](a){:target=_blank}と[市場]{.red}だ。", ["港と市場だ。"]),
    ("picture-in-a-sentence", "![印](a.png)は港を、[![b](c)](d)は島を指す。", ["○は港を、○は島を指す。"]),
    ("notebook-links", "[[港|市場]]と[[島]]だ。![[図.png]]を見る。", ["市場と島だ。○を見る。"]),
    ("notes", "港[^1]だ^[注だ]。市場((注だ))だ[@a2020]。", ["港だ。市場だ。"]),
    ("attribute-lists", "港だ。{: .red #id}", ["港だ。"]),
    (
        "roles",
        "{ref}`手順 <install>`と{abbr}`HTML (HyperText)`と{math}`x`だ。",
        ["手順とHTML (HyperText)と○xだ。"],
    ),
    (
        "ruby",
        "{薔薇|ばら}と｜燈台守《とうだいもり》と<ruby>港<rp>(</rp><rt>みなと</rt></ruby>だ。",
        ["薔薇と燈台守と港だ。"],
    ),
    ("formulas", r"$x_1$と$O(n)$と\(y\)だ。$5と$10だ。", ["○とO(n)と(y)だ。$5と$10だ。"]),
    ("inserted words", "^^港^^と2^^8と(^^)だ。", ["港と2^^8と(^^)だ。"]),
    ("marks", "==港==と++ctrl+c++とC++とC++だ。a == bだ。", ["港とctrl+cとC++とC++だ。a == bだ。"]),
    ("icons", ":tada:港だ:+1:。10:30:20だ。std::fmt::Aだ。", ["港だ:+1:。10:30:20だ。std::fmt::Aだ。"]),
    ("shortcodes", "{{< emoji >}}だ。{{ page.title }}だ。{% raw %}港だ。{% endraw %}", ["○だ。○だ。港だ。"]),
    ("expressions", "{props.name}と{/* 消す */}港と<B c={1} />だ。", ["○と港と○だ。"]),
    (
        "tags",
        "<kbd>K</kbd>と<b>港</b>と<del>昔</del>と<https://a>だ。a < bだ。",
        ["Kと港と○とhttps://aだ。a < bだ。"],
    ),
    ("line-break", "港だ。<br>島だ。", ["港だ。", "島だ。"]),
    ("escapes", r"\*港\*と\`島\`だ。&lt;a&gt;&amp;だ。", ["*港*と`島`だ。<a>&だ。"]),
]


@pytest.mark.parametrize(
    ("source", "expected"),
    [row[1:] for row in (*BLOCKS, *INLINE)],
    ids=[row[0] for row in (*BLOCKS, *INLINE)],
)
def test_what_is_read(source: str, expected: list[str]) -> None:
    assert _lines(source) == expected


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("---\ntitle: 港の市場\n---\n", "港の市場"),
        ("---\n# c\ntitle: '港''s'  # c\n...\n", "港's"),
        ('---yaml\nTitle: "港\\u306e" # c\n---\n', "港の"),
        ("---\ntitle: >-\n  港の市場\n---\n", "港の市場"),
        ('+++\ntitle = "港"\n+++\n', "港"),
        ('---toml\ntitle = "港"\n---\n', "港"),
        (';;;\n"title": "港",\n"a": 1\n;;;\n', "港"),
        ('{\n "title": "港",\n "a": 1\n}\n', "港"),
        ("Title: 港\nDate: 2024-01-01\n\n", "港"),
        ("---\ntags: [港]\n---\n", ""),
        ("港だ。\ntitle: 島\n", ""),
    ],
)
def test_the_title(source: str, title: str) -> None:
    found = strip(unchanged(source + "本文だ。"), "markdown")
    assert found.title == title
    assert found.text.text.strip() == "本文だ。" or not title


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("---\ntitle: 港\n---\n港を\n広げる。", "港を広げる。"),
        ("---\n港だ。\n---\n島だ。", "---\n港だ。\n---\n島だ。"),  # a text between rules
        ("件名: 港\n日時: 十日\n\n本文だ。", "件名: 港\n日時: 十日\n\n本文だ。"),
        ("title: 港\n本文だ。", "title: 港\n本文だ。"),
    ],
)
def test_what_nobody_called_markdown(source: str, text: str) -> None:
    assert strip(unchanged(source)).text.text.strip() == text


def test_a_sentence_with_a_hole_is_never_body() -> None:
    article = read("港は{{ name }}だ。島は静かだ。壊れた\ufffd字だ。", notation="markdown")
    assert [(one.text, one.role) for one in article.sentences] == [
        ("港は\ufffcだ。", "aside"),
        ("島は静かだ。", "body"),
        ("壊れた\ufffd字だ。", "aside"),
    ]


PIECES = st.lists(
    st.sampled_from(
        [
            "# ",
            "港だ。",
            "\n",
            "\n\n",
            "> ",
            "- ",
            "1. ",
            "    ",
            "```\n",
            "---\n",
            "|",
            "|-|\n",
            "*",
            "**",
            "_",
            "`",
            "[",
            "](",
            ")",
            "]",
            "![",
            "[^1]",
            "[a]: b\n",
            "<!--",
            "-->",
            "<b>",
            "<div>\n",
            "{{",
            "}}",
            "{%",
            "%}",
            "{a}",
            "$",
            "$$",
            "%%",
            "==",
            "~~",
            ":a:",
            "\\",
            "&amp;",
            "《",
            "｜",
            "と",
            ":::\n",
            "!!! a\n",
            "title: a\n",
            "<ruby>",
            "<rt>",
            "^[",
        ]
    ),
    max_size=40,
)


@given(PIECES)
def test_the_map_stays_true(pieces: list[str]) -> None:
    """For any input the map ascends, and an ordinary character maps to itself."""
    source = "".join(pieces)
    result = strip(unchanged(source), "markdown").text
    at = 0
    for character, start, end in zip(result.text, result.starts, result.ends, strict=True):
        assert at <= start < end <= len(source)
        assert end - start > 1 or character in (source[start], " ", HOLE, "\n")
        at = end
