"""Output formats: nothing from the article becomes markup."""

from __future__ import annotations

import json
from html.parser import HTMLParser

import pytest

from youten.model import Article, Notice, Sentence, SourceText, Summary, SummarySentence, Trim
from youten.output import as_html, as_json, as_mapping, as_markdown, as_text

SOURCE = "見出し\nまた、港が開いた。"
ARTICLE = Article(
    SourceText(SOURCE, SOURCE, range(len(SOURCE)), range(1, len(SOURCE) + 1)),
    "見出し",
    (Sentence("見出し", 0, 3, 0, "headline"), Sentence("また、港が開いた。", 4, 13, 0, "body")),
)
SENTENCE = SummarySentence(
    "港が開いた。", 4, 13, ((7, 13),), (Trim(4, 7, "connective"),), 1.0, {"position": 0.75, "floor": 0.25}
)
SUMMARY = Summary("見出し", (SENTENCE,), 9, 6, 0.6667, (Notice("already_short", "短い。"),))
EMPTY = SUMMARY._replace(sentences=(), summary_chars=0)


def _with(text: str) -> Summary:
    return SUMMARY._replace(sentences=(SENTENCE._replace(text=text),))


def test_text_is_one_sentence_per_line() -> None:
    assert as_text(SUMMARY._replace(sentences=(SENTENCE, SENTENCE))) == "港が開いた。\n港が開いた。\n"


def test_a_kept_line_break_is_printed_as_a_space() -> None:
    assert as_text(_with("open\nsourceだ。")) == "open sourceだ。\n"
    assert "- open sourceだ。\n" in as_markdown(_with("open\nsourceだ。"))


def test_an_empty_summary_prints_nothing() -> None:
    assert [as_text(EMPTY), as_markdown(EMPTY), as_html(EMPTY)] == ["", "", ""]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("値は*強い*と_弱い_だ。", "値は\\*強い\\*と\\_弱い\\_だ。"),
        ("<b>と&amp;を書く。", "&lt;b&gt;と\\&amp;を書く。"),
        ("[題](x)とある。", "\\[題\\](x)とある。"),
        ("# で始まる。", "\\# で始まる。"),
        ("- で始まる。", "\\- で始まる。"),
        ("+ で始まる。", "\\+ で始まる。"),
        ("12. で始まる。", "12\\. で始まる。"),
        ("1) で始まる。", "1\\) で始まる。"),
        ("`code`と\\だ。", "\\`code\\`と\\\\だ。"),
        ("2024年に1.5倍。", "2024年に1.5倍。"),
    ],
)
def test_markdown_escapes_what_would_be_markup(text: str, expected: str) -> None:
    assert f"**AI要約**\n\n- {expected}\n\n<small>抽出型・端末内で処理</small>\n" == as_markdown(_with(text))


class _Reader(HTMLParser):
    """Collects the elements and texts of a document."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append(data)


@pytest.mark.parametrize(
    "text", ["港が開いた。", "<script>\"&'</script>だ。", "{label} $items だ。", "</ul>だ。"]
)
def test_html_is_an_aside_whose_text_is_the_sentence(text: str) -> None:
    reader = _Reader()
    reader.feed(as_html(_with(text)))
    assert reader.tags == ["aside", "p", "strong", "small", "ul", "li"]
    assert ["AI要約", "抽出型・端末内で処理", text] == reader.texts


def test_mapping_has_the_documented_shape() -> None:
    assert as_mapping(SUMMARY, ARTICLE) == {
        "title": "見出し",
        "form": "article",
        "sentences": [
            {
                "text": "港が開いた。",
                "start": 4,
                "end": 13,
                "segments": [[7, 13]],
                "trims": [{"start": 4, "end": 7, "rule": "connective"}],
                "score": 1.0,
                "parts": {"position": 0.75, "floor": 0.25},
            }
        ],
        "articleChars": 9,
        "summaryChars": 6,
        "compressionRate": 0.6667,
        "notices": [{"code": "already_short", "message": "短い。"}],
        "roles": [{"start": 0, "end": 3, "role": "headline"}],
        "headline": None,
        "keyphrases": [],
    }


def test_every_offset_goes_through_the_conversion() -> None:
    mapping = as_mapping(SUMMARY, ARTICLE, lambda position: position + 100)
    numbers = [word for word in json.dumps(mapping["sentences"]).split() if word.strip("[],}").isdigit()]
    assert all(int(word.strip("[],}")) >= 100 for word in numbers)
    assert mapping["roles"] == [{"start": 100, "end": 103, "role": "headline"}]


def test_json_reads_back_as_the_mapping() -> None:
    assert json.loads(as_json(SUMMARY, ARTICLE)) == as_mapping(SUMMARY, ARTICLE)
    assert "港が開いた。" in as_json(SUMMARY, ARTICLE)
