"""Markdown: the position of the block, what it may change, and which text is read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.inject.articles import BODY, MARKDOWN, PARAGRAPHS, TITLE, never, toy

from youten.inject import Settings, apply
from youten.inject.markdown import BEGIN, END, inject_markdown
from youten.options import Options

WRITE, CHECK, REMOVE = Settings(), Settings(mode="check"), Settings(mode="remove")
PLACE = f"{BEGIN} -->\n{END}\n"


def _written(text: str, settings: Settings = WRITE) -> str:
    outcome = inject_markdown(text, settings, toy)
    assert outcome.status in ("added", "updated"), outcome
    return apply(text, outcome.edits)


@pytest.mark.parametrize(
    ("text", "before"),
    [
        (MARKDOWN, f"# {TITLE}\n\n"),
        (f"{TITLE}\n====\n\n{BODY}", f"{TITLE}\n====\n\n"),
        (BODY, ""),
        (f"\n\n{BODY}", "\n\n"),
        (f"---\ntitle: 図書館\n---\n{BODY}", "---\ntitle: 図書館\n---\n"),
        (f"---\ntitle: 図書館\n---\n\n# {TITLE}\n{BODY}", f"---\ntitle: 図書館\n---\n\n# {TITLE}\n"),
        (f"+++\ntitle = '図書館'\n+++\n\n{BODY}", "+++\ntitle = '図書館'\n+++\n\n"),
        (f'{{\n"title": "図書館"\n}}\n\n{BODY}', '{\n"title": "図書館"\n}\n\n'),
        (f"Title: 図書館\nDate: 2026-01-04\n\n{BODY}", "Title: 図書館\nDate: 2026-01-04\n\n"),
        (f"## 節\n\n{BODY}", ""),
        (f"{PARAGRAPHS[0]}\n\n# あとの見出し\n\n{BODY}", ""),
        (f"# {TITLE}\n\n{PARAGRAPHS[0]}\n\n{PLACE}\n{BODY}", f"# {TITLE}\n\n{PARAGRAPHS[0]}\n\n"),
        (f"{PLACE}{BODY}", ""),
    ],
    ids=[
        "below the headline",
        "below a headline that is underlined",
        "at the top where there is none",
        "behind empty lines",
        "behind YAML",
        "behind YAML and the headline",
        "behind TOML",
        "behind JSON",
        "behind lines of metadata",
        "before a section's heading",
        "a later headline does not count",
        "where the author put the marks",
        "between marks with the text right behind them",
    ],
)
def test_the_block_goes(text: str, before: str) -> None:
    written = _written(text)
    assert written.startswith(f"{before}{BEGIN} 0.")
    assert written.count(BEGIN) == written.count(END) == 1
    # Nothing else has changed, and nothing changes on a second run, without any analysis.
    again = inject_markdown(written, WRITE, never)
    assert again == inject_markdown(written, CHECK, never)
    assert (again.status, again.edits) == ("kept", ())
    if PLACE not in text:
        removed = inject_markdown(written, REMOVE, never)
        assert removed.status == "removed"
        assert apply(written, removed.edits) == text


def test_the_block_is_one_html_block() -> None:
    """It has no blank line, at which CommonMark would end the HTML block."""
    written = _written(MARKDOWN)
    block = written[written.index(BEGIN) : written.index(END)]
    assert "\n\n" not in block
    assert block.count("<li>") == 3


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"], ids=["CR LF", "CR", "LF"])
def test_line_ends_stay(end: str) -> None:
    written = _written(MARKDOWN.replace("\n", end))
    assert written.replace(end, "").isprintable()
    assert "\n" in end or "\n" not in written


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("平日の夜まで", "休日の夜まで", "stale"),
        (TITLE, "別の見出し", "stale"),
        ("<li>", "<li>手で", "edited_box"),
        (f"{END}\n", "", "open_block"),
        (f"{BEGIN} 0", f"{BEGIN}  x 0", "bad_mark"),
    ],
)
def test_a_check_sees(old: str, new: str, reason: str) -> None:
    written = _written(MARKDOWN)
    assert old in written
    outcome = inject_markdown(written.replace(old, new), CHECK, never)
    assert outcome.reason == reason
    assert outcome.changes or outcome.status == "problem"
    assert outcome.edits == ()


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n\n図書館の", "\n\n\n\n図書館の"),
        lambda text: text.replace("<li>", "  <li>\n"),
        lambda text: text.replace("平日の夜まで", "**平日**の[夜](https://example.com/)まで"),
        lambda text: text + "\n```python\nprint(1)\n```\n",
        lambda text: text + "\n![写真](a.jpg)\n",
    ],
    ids=["white space", "a formatter wrapped the box", "emphasis", "a code block", "a picture"],
)
def test_what_is_no_text_does_not_age_a_box(change: object) -> None:
    assert callable(change)
    written = _written(MARKDOWN)
    assert change(written) != written
    assert inject_markdown(change(written), CHECK, never).status == "kept"


def test_an_edited_article_gets_a_new_box_in_the_old_place() -> None:
    written = _written(MARKDOWN)
    edited = written.replace("港町市は4日", "港町市は5日").replace("<li>港町市は5日", "<li>港町市は4日")
    outcome = inject_markdown(edited, WRITE, toy)
    assert outcome.status == "updated"
    again = apply(edited, outcome.edits)
    assert "<li>港町市は5日" in again
    assert apply(again, inject_markdown(again, REMOVE, never).edits) == MARKDOWN.replace("4日", "5日")


def test_a_box_edited_by_hand_is_kept_until_refreshed() -> None:
    edited = _written(MARKDOWN).replace("<li>", "<li>手で直した。", 1)
    assert inject_markdown(edited, WRITE, toy).reason == "edited_box"
    refreshed = inject_markdown(edited, Settings(refresh=True), toy)
    assert apply(edited, refreshed.edits) == _written(MARKDOWN)


def test_refreshing_what_is_fresh_changes_nothing() -> None:
    assert inject_markdown(_written(MARKDOWN), Settings(refresh=True), toy).status == "kept"


def test_other_options_make_another_box() -> None:
    two = Settings(Options(sentences=2))
    written = _written(MARKDOWN)
    assert inject_markdown(written, two._replace(mode="check"), never).reason == "stale"
    assert _written(written, two).count("<li>") == 2
    assert inject_markdown(written, Settings(Options(lang="en"), "check"), never).status == "kept"


@pytest.mark.parametrize(
    ("text", "status", "reason"),
    [
        ("", "left", "empty"),
        ("# 見出しだけ\n", "left", "no_sentence"),
        ("```\n符号だけ。\n```\n", "left", "empty"),
        (PARAGRAPHS[0], "left", "already_short"),
        (
            "The library moves. It will be built of wood. Costs rise by a third. People wait.",
            "left",
            "not_japanese",
        ),
        (f"---\nyouten: false\n---\n{BODY}", "left", "switched_off"),
        (f"+++\nyouten = false\n+++\n{BODY}", "left", "switched_off"),
        (f"# {TITLE}\n\n**AI要約**\n\n- {PARAGRAPHS[0]}\n- まとめ。\n\n{BODY}", "left", "other_box"),
        (f'<aside class="youten" data-youten="0.1.0">\n</aside>\n\n{BODY}', "left", "other_box"),
        (f"---\ntitle: a\n\n{BODY}", "problem", "open_front_matter"),
        (f'---\ntitle: "a\n---\n{BODY}', "problem", "broken_front_matter"),
        (f"---\ntitle: a: b\n---\n{BODY}", "problem", "broken_front_matter"),
        (f"---\n- a\n---\n{BODY}", "problem", "broken_front_matter"),
        (f"---\n{'[' * 5000}\n---\n{BODY}", "problem", "broken_front_matter"),
        (f"+++\ntitle = a\n+++\n{BODY}", "problem", "broken_front_matter"),
        (f"{BEGIN} -->\n自分の文章。\n{END}\n\n{BODY}", "problem", "filled_place"),
        (f"{PLACE}\n{PLACE}\n{BODY}", "problem", "several_boxes"),
    ],
)
def test_nothing_is_done_to(text: str, status: str, reason: str) -> None:
    outcome = inject_markdown(text, WRITE, toy)
    assert (outcome.status, outcome.reason, outcome.edits) == (status, reason, ())


def test_marks_in_code_are_no_marks() -> None:
    """A page about youten can show the marks without having a box."""
    sample = f"<pre>\n{BEGIN} 0.1.0 -->\n</pre>\n\n```html\n{BEGIN} 0.1.0 -->\n```\n\n    {PLACE}"
    text = f"{MARKDOWN}\n{sample}"
    written = _written(text)
    assert written.endswith(sample)
    assert apply(written, inject_markdown(written, REMOVE, never).edits) == text


def test_an_article_cut_down_loses_its_box() -> None:
    written = _written(MARKDOWN)
    short = written[: written.index(PARAGRAPHS[1])]
    outcome = inject_markdown(short, WRITE, toy)
    assert (outcome.status, outcome.reason) == ("removed", "already_short")
    assert BEGIN not in apply(short, outcome.edits)


def test_what_is_read_of_an_article() -> None:
    """The analyser gets prose only: no code, pictures, tables, notes, shortcodes or addresses."""
    analyzer = toy()
    text = (
        f"---\ntitle: 題\n---\n{BODY}\n"
        '{{< figure src="x.jpg" >}}\n\n{% include note.html %}\n\n[TOC]\n\n!!! note "注意"\n\n'
        "| 列 |\n|---|\n| 表の文です。 |\n\n```\n符号の文です。\n```\n\n![絵の文です。](a.jpg)\n\n"
        "[リンク](https://example.com/)の**強い**`符号`<ruby>文<rt>ぶん</rt></ruby>です。[^1]\n{: .lead}\n\n"
        "[^1]: 注の文です。\n"
    )
    inject_markdown(text, WRITE, lambda: analyzer)
    assert analyzer.calls[-2:] == ["リンクの強い符号文です。", "題"]
    assert not any(
        word in call
        for call in analyzer.calls
        for word in ("表の", "絵の", "注の", "figure", "include", "TOC")
    )


@pytest.mark.parametrize("form", ["embed", "qiita", "zenn", "hatena"])
def test_every_notation_is_found_again(form: str) -> None:
    settings = Settings(format=form)
    written = _written(MARKDOWN, settings)
    assert inject_markdown(written, settings, never).status == "kept"
    assert apply(written, inject_markdown(written, REMOVE, never).edits) == MARKDOWN


@given(
    st.lists(
        st.sampled_from(
            [
                "# 題\n",
                "\n",
                "文です。\n",
                f"{BEGIN} -->\n",
                f"{END}\n",
                "---\n",
                "a: b\n",
                "```\n",
                "- 項\n",
                "<!--\n",
                BODY,
            ]
        )
    ),
    st.sampled_from([WRITE, CHECK, REMOVE, Settings(into="front-matter"), Settings(refresh=True)]),
)
def test_any_text_is_welcome(parts: list[str], settings: Settings) -> None:
    """Nothing raises; a second run changes nothing, and only check mode reports without editing."""
    text = "".join(parts)
    outcome = inject_markdown(text, settings, toy)
    assert bool(outcome.edits) == (outcome.changes and settings.mode != "check")
    if outcome.edits:
        after = apply(text, outcome.edits)
        assert inject_markdown(after, settings, toy).edits == ()


@pytest.mark.parametrize(
    "matter",
    [
        '---json\n{ "title": "表題" }\n---\n',
        '---toml\ntitle = "表題"\n---\n',
        ';;;\n{ "title": "表題" }\n;;;\n',
        '---js\n{ title: "表題" }\n---\n',
    ],
)
def test_front_matter_of_gray_matter_stays_at_the_beginning(matter: str) -> None:
    """Eleventy and others read these as well as plain YAML."""
    outcome = inject_markdown(matter + BODY, WRITE, toy)
    written = apply(matter + BODY, outcome.edits)
    assert written.startswith(f"{matter}<!-- youten:begin")


def test_a_box_with_its_own_border() -> None:
    """Asking for it, and no longer asking for it, makes the box anew."""
    styled = Settings(style=True)
    written = _written(MARKDOWN, styled)
    assert 'style="margin' in written
    assert inject_markdown(written, styled._replace(mode="check"), never).status == "kept"
    assert inject_markdown(written, CHECK, never).reason == "stale"
    assert 'style="' not in _written(written)
