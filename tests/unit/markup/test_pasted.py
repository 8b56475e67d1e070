"""strip() keeps the visible text of HTML and Markdown source and leaves other text unchanged."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from youten.markup import strip
from youten.markup.pasted import _CLOSING
from youten.reading.normalization import normalize

PAGE = "<html><body>{}</body></html>"
HTML = [
    ("paragraphs", "<p>雨だ。</p><p>風だ。</p>", "雨だ。\n風だ。"),
    ("inline-tags-join", "<p>雨が<b>降</b>る<a href='/x'>港</a>。</p>", "雨が降る港。"),
    ("line-break", "<p>雨だ。<br>風だ。<br/>海だ。</p>", "雨だ。\n風だ。\n海だ。"),
    ("source-line-in-a-sentence", "<p>雨が\n      降る。</p>", "雨が降る。"),
    ("source-line-between-words", "<p>the rain\n  stopped</p>", "the rain stopped"),
    (
        "script-and-style",
        "<script>if (1 < 2) { a('雨。') }</script><style>p > b {}</style><p>風だ。</p>",
        "風だ。",
    ),
    ("comment", "<!-- <p>雨だ。</p> --><p>風だ。</p>", "風だ。"),
    ("navigation", "<nav><ul><li>ホーム</li></ul></nav><p>風だ。</p>", "風だ。"),
    ("entities", "<p>Q&amp;A&nbsp;は&lt;港&gt;&#12290;&#x6d77;</p>", "Q&A は<港>。海"),
    ("unknown-entity-stays", "<p>A&unknown;B</p>", "A&unknown;B"),
    ("unclosed-script", "<p>雨だ。</p><script><p>風だ。</p>", "雨だ。\n風だ。"),
    ("unclosed-comment", "<p>雨だ。</p><!-- 風だ。", "雨だ。\n風だ。"),
    ("less-than-in-text", "<p>1 < 2 だ。</p>", "1 < 2 だ。"),
]


@pytest.mark.parametrize(("source", "expected"), [row[1:] for row in HTML], ids=[row[0] for row in HTML])
def test_html(source: str, expected: str) -> None:
    """The visible text remains, one line per block."""
    text = strip(normalize(PAGE.format(source))).text.text
    assert expected.split("\n") == [line.strip() for line in text.split("\n") if line.strip()]


MARKDOWN = [
    ("link", "# 港\n[資料](https://harbor.example/a)を見た。", "# 港\n資料を見た。"),
    ("link-with-title-and-brackets", '# 港\n[資](/a_(b) "題")だ。', "# 港\n資だ。"),
    ("strong-and-code", "# 港\n**岸壁**を`fix()`で直す。", "# 港\n岸壁をfix()で直す。"),
    ("image-stays", "**港**の![岸壁](a.jpg)を`見`た。", "港の![岸壁](a.jpg)を見た。"),
    (
        "whole-document",
        "# 港\n\n![岸壁](a.jpg)\n\n港を\n広げる。\n\n- 岸壁",
        "# 港\n\n\n\n港を広げる。\n\n- 岸壁",
    ),
    ("unpaired-stars-stay", "# 港\n**岸壁だ。", "# 港\n**岸壁だ。"),
    ("footnote", "# 港\n岸壁[^1]だ。[注](https://harbor.example/)\n\n[^1]: 港の。", "# 港\n岸壁だ。注\n\n"),
]


@pytest.mark.parametrize(
    ("source", "expected"), [row[1:] for row in MARKDOWN], ids=[row[0] for row in MARKDOWN]
)
def test_markdown(source: str, expected: str) -> None:
    """Addresses and emphasis marks are removed, the words remain."""
    assert expected == strip(normalize(source)).text.text


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("この記事では<div>タグを使う。</div>で閉じる。\n次の話。", id="about-html"),
        pytest.param("```html\n<p>雨</p>\n<p>風</p>\n<p>海</p>\n```", id="fenced-html"),
        pytest.param("2**3は8で、2**4は16だ。", id="powers"),
        pytest.param("［港］（みなと）と読む。[1](注)", id="brackets"),
        pytest.param("a < b かつ b > c である。", id="inequality"),
        pytest.param("R&amp;Dと書いてあった。", id="entity-in-plain-text"),
    ],
)
def test_other_text_is_untouched(source: str) -> None:
    """A text that mentions markup is returned unchanged."""
    text = normalize(source)
    assert strip(text).text is text


@pytest.mark.parametrize(("tag", "kind"), [("<script>", "script"), ("<!--", "!--")])
def test_what_is_never_closed_is_looked_for_once(
    tag: str, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A search for a missing end scans the rest of the text, so there is one per kind and not one per tag."""
    searches = []

    class Never:
        def search(self, text: str, position: int) -> None:
            searches.append(position)

    monkeypatch.setitem(_CLOSING, kind, Never())
    strip(normalize("<html>" + tag * 50))
    assert len(searches) == 1


PIECES = st.lists(
    st.sampled_from(
        [
            "<p>",
            "</p>",
            "<br>",
            "<script>",
            "</script>",
            "<!--",
            "-->",
            "&amp;",
            "&#x;",
            "雨。",
            " ",
            "\n",
            "<",
            "a",
            "**",
            "[",
            "](",
            ")",
            "`",
            "# ",
        ]
    ),
    max_size=40,
)


@given(PIECES)
def test_map_stays_true(pieces: list[str]) -> None:
    """For any input the map ascends, and an ordinary character maps to itself."""
    source = "<html>" + "".join(pieces)
    result = strip(normalize(source)).text
    at = 0
    for character, start, end in zip(result.text, result.starts, result.ends, strict=True):
        assert at <= start < end <= len(source)
        assert end - start > 1 or character == source[start] or character == " "
        at = end
