"""Boxes to paste: only the sentences become text, and the box names its origin."""

from __future__ import annotations

import json
import re

import pytest
from tests.unit.output.test_formats import EMPTY, SUMMARY, _Reader, _with

from youten.model import Summary
from youten.output import EMBEDS, Origin, source_hash

ORIGIN = Origin("sha256:0123456789abcdef", "1.2.3")
ONE = SUMMARY.sentences[0]
FULL = SUMMARY._replace(headline=ONE._replace(text="港が開く"), keyphrases=("港", "市"))
HTML_FORMS = ("embed", "hatena", "wordpress")
MARKDOWN_FORMS = ("qiita", "zenn")
HOSTILE = [
    "</aside></li>だ。",
    "<script>\"&'</script>だ。",
    "{label} {0} だ。",
    "--> だ。",
    "* と [x](y) だ。",
]


def _texts(html: str) -> list[str]:
    reader = _Reader()
    reader.feed(html)
    return [text for text in reader.texts if text.strip()]


@pytest.mark.parametrize("form", EMBEDS)
def test_an_empty_summary_prints_nothing(form: str) -> None:
    assert EMBEDS[form](EMPTY, ORIGIN) == ""


@pytest.mark.parametrize("form", EMBEDS)
def test_every_form_has_label_method_sentence_headline_and_phrases_in_this_order(form: str) -> None:
    text = EMBEDS[form](FULL._replace(headline=ONE._replace(text="見出しだ")), ORIGIN)
    wanted = ("抽出型・端末内で処理", "見出しだ", "港が開いた。", "キーワード: 港、市")
    places = [text.find(part) for part in wanted]
    assert min(places) > text.index("AI要約") >= 0
    assert places == sorted(places)
    assert text.endswith("\n")


@pytest.mark.parametrize("form", [*HTML_FORMS, *MARKDOWN_FORMS])
def test_version_and_hash_are_in_the_box(form: str) -> None:
    text = EMBEDS[form](SUMMARY, ORIGIN)
    assert "1.2.3" in text
    assert "sha256:0123456789abcdef" in text


@pytest.mark.parametrize("form", HTML_FORMS)
@pytest.mark.parametrize("text", HOSTILE)
def test_no_sentence_becomes_markup(form: str, text: str) -> None:
    assert _texts(EMBEDS[form](_with(text), ORIGIN)) == ["AI要約", "抽出型・端末内で処理", text]


@pytest.mark.parametrize("form", ["embed", "hatena"])
def test_there_is_no_blank_line_in_the_box(form: str) -> None:
    """CommonMark would end the HTML there and read the rest as text."""
    text = EMBEDS[form](FULL._replace(sentences=(ONE._replace(text="open\nsourceだ。"), ONE)), ORIGIN)
    assert "\n\n" not in text
    assert "<li>open sourceだ。</li>" in text


def test_the_embed_is_an_aside_with_its_name() -> None:
    assert EMBEDS["embed"](SUMMARY, ORIGIN) == (
        '<aside class="youten" lang="ja" aria-label="AI要約" data-youten="1.2.3" '
        'data-source="sha256:0123456789abcdef">\n'
        "<p><strong>AI要約</strong> <small>抽出型・端末内で処理</small></p>\n"
        "<ul>\n<li>港が開いた。</li>\n</ul>\n</aside>\n"
    )


@pytest.mark.parametrize(("form", "first"), [("qiita", ":::note info"), ("zenn", ":::message")])
def test_the_notations_of_qiita_and_zenn(form: str, first: str) -> None:
    """The mark shares the label's line: alone on one, Zenn would make it an empty paragraph."""
    label = "**AI要約** 抽出型・端末内で処理 <!-- youten 1.2.3 sha256:0123456789abcdef -->"
    assert EMBEDS[form](SUMMARY, ORIGIN) == f"{first}\n{label}\n\n- 港が開いた。\n:::\n"


@pytest.mark.parametrize("form", MARKDOWN_FORMS)
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("値は*強い*と_弱い_だ。", "- 値は\\*強い\\*と\\_弱い\\_だ。\n"),
        ("10$から20$へ。", "- 10\\$から20\\$へ。\n"),  # a formula in both
        ("10:30に始まる。", "- 10:30に始まる。\n"),
    ],
)
def test_what_these_two_would_read_as_more_than_text(form: str, text: str, expected: str) -> None:
    assert expected in EMBEDS[form](_with(text), ORIGIN)


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        ("wordpress", "欄は[gallery]だ。", "欄は&#91;gallery&#93;だ。"),  # a shortcode
        ("embed", "欄は[gallery]だ。", "欄は&#91;gallery&#93;だ。"),  # the same, pasted into its HTML block
        ("hatena", "港((旧港))だ。", "港&#40;&#40;旧港))だ。"),  # a footnote
        ("hatena", "港(((旧港)))だ。", "港&#40;&#40;&#40;旧港)))だ。"),
        ("hatena", "[https://a.jp:embed]だ。", "&#91;https&#58;//a.jp&#58;embed&#93;だ。"),  # a card
        ("hatena", "id:naoyaの話だ。", "id&#58;naoyaの話だ。"),  # tells the user of the mention
        ("hatena", "港(旧港)は10:30だ。", "港(旧港)は10:30だ。"),
        ("qiita", "@qiita_botに聞く。", "<span>@</span>qiita\\_botに聞く。"),  # tells the user, too
        ("qiita", "声は@nameだ。", "声は<span>@</span>nameだ。"),
        ("qiita", "@_aだ。", "<span>@</span>\\_aだ。"),
        ("qiita", "a@example.jpへ、1個@50円で。", "a@example.jpへ、1個<span>@</span>50円で。"),
        ("qiita", "a1@example.jpへ@ に。", "a1@example.jpへ@ に。"),
        ("qiita", "記号は:smile:だ。", "記号は<span>:</span>smile:だ。"),  # an emoji in both
        ("zenn", "記号は:smile:だ。", "記号は\\:smile:だ。"),
        ("qiita", "記号は:smile_cat:だ。", "記号は<span>:</span>smile\\_cat:だ。"),
        ("zenn", "記号は:smile_cat:だ。", "記号は\\:smile\\_cat:だ。"),
        (
            "zenn",
            "@nameは@[youtube](a)だ。",
            "@nameは@\\[youtube\\](a)だ。",
        ),  # Zenn has no mentions, but embeds
    ],
)
def test_what_a_service_would_obey_stays_text(form: str, text: str, expected: str) -> None:
    assert f"{expected}\n" in EMBEDS[form](_with(text), ORIGIN).replace("</li>", "")


def _blocks(text: str) -> list[str]:
    """Check that the block comments nest; return their names in opening order."""
    names, open_ = [], []
    for closing, name in re.findall(r"<!-- (/?)wp:([a-z-]+)", text):
        if closing:
            assert open_.pop() == name
        else:
            names.append(name)
            open_.append(name)
    assert open_ == []
    return names


def test_wordpress_blocks_nest_and_their_attributes_are_json() -> None:
    text = EMBEDS["wordpress"](FULL, ORIGIN)
    assert _blocks(text) == ["group", "paragraph", "paragraph", "list", "list-item", "paragraph"]
    found = re.match(r"<!-- wp:group (\{.*\}) -->\n", text)
    assert found
    attributes = json.loads(found[1])
    assert attributes["metadata"]["name"] == "AI要約 youten 1.2.3 sha256:0123456789abcdef"
    assert "--" not in found[1]


def test_note_gets_plain_lines() -> None:
    assert EMBEDS["note"](FULL, ORIGIN) == (
        "AI要約（抽出型・端末内で処理）\n港が開く\n・港が開いた。\nキーワード: 港、市\n"
    )


def test_many_sentences_keep_their_order() -> None:
    sentences = tuple(ONE._replace(text=f"{number}つ目の文。") for number in range(10))
    many: Summary = SUMMARY._replace(sentences=sentences)
    for form, render in EMBEDS.items():
        found = re.findall(r"\dつ目の文。", render(many, ORIGIN))
        assert found == [sentence.text for sentence in sentences], form


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("港が開いた。\n", "港が開いた。", True),
        ("一。\r\n二。", "一。\n二。", True),
        ("一。\r二。", "一。\n二。", True),
        ("一。\n\n二。", "一。\n二。", False),
        ("港が開いた。", "港は開いた。", False),
        ("\ud800", "\ud801", False),
    ],
)
def test_the_hash_tells_texts_apart_but_not_their_line_ends(one: str, other: str, same: bool) -> None:
    assert (source_hash(one) == source_hash(other)) is same
    assert re.fullmatch(r"sha256:[0-9a-f]{16}", source_hash(one))


def test_the_hash_is_sha256() -> None:
    assert source_hash("") == "sha256:e3b0c44298fc1c14"
