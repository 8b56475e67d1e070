"""HTML: the position of the box; nothing but the box is changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.inject.articles import HTML, PARAGRAPHS, TITLE, never, toy

from youten.inject import Settings, apply
from youten.inject.html import inject_html
from youten.model import YoutenError

WRITE, CHECK, REMOVE = Settings(), Settings(mode="check"), Settings(mode="remove")
TEXT = "".join(f"<p>{paragraph}" for paragraph in PARAGRAPHS)
BOX = "\n<aside class="


def _written(text: str, settings: Settings = WRITE) -> str:
    outcome = inject_html(text, settings, toy)
    assert outcome.status in ("added", "updated"), outcome
    return apply(text, outcome.edits)


def _page(body: str) -> str:
    return f"<!DOCTYPE html><html><head><title>題 - 新聞</title></head><body>{body}</body></html>"


@pytest.mark.parametrize(
    ("source", "before", "settings"),
    [
        (HTML, f"<h1>{TITLE}</h1>", WRITE),
        (_page(f"<main><p class=x>日付<h1>題</h1 >{TEXT}</main>"), "</h1 >", WRITE),
        (
            _page(f"<main><article><header><h1>題</h1><p>筆者</header>{TEXT}</article></main>"),
            "</header>",
            WRITE,
        ),
        (_page(f"<article><header><h2>題</h2></header>{TEXT}</article>"), "</header>", WRITE),
        (_page(f"<main><nav><h2>目次</h2></nav><h2>題</h2>{TEXT}</main>"), "題</h2>", WRITE),
        (_page(f"<main><p>序文です。<h2>節</h2>{TEXT}</main>"), "<main>", WRITE),
        (_page(f"<header><h1>新聞</h1></header><main>{TEXT}</main>"), "<main>", WRITE),
        (_page(f"<div role=main>{TEXT}</div>"), "<div role=main>", WRITE),
        (_page(TEXT), "<body>", WRITE),
        (f"<h1>題</h1>{TEXT}", "</h1>", WRITE),
        (TEXT, "", WRITE),
        (_page(f"<article>{TEXT}</article><article>別の記事。</article>"), "<article>", WRITE),
        (
            _page(f"<article>{TEXT}</article><article id=b>{TEXT}</article>"),
            "<article id=b>",
            Settings(article="#b"),
        ),
        (
            _page(f"<main><h1>題</h1><div class='meta top'></div>{TEXT}</main>"),
            "top'>",
            Settings(selector=".top", position="prepend"),
        ),
        (
            _page(f"<main><h1>題</h1><hr>{TEXT}</main>"),
            "<h1>題</h1>",
            Settings(selector="main > hr", position="before"),
        ),
        (_page(f"<main><h1>題</h1><p>一<p id=p>二{TEXT}</main>"), "<p id=p>二", Settings(selector="#p")),
        (_page(f"<main>{TEXT}</main>"), PARAGRAPHS[-1], Settings(selector="main", position="append")),
        (
            _page(f"<main><h1>題</h1><svg><path/><title>絵</title></svg>{TEXT}</main>"),
            "</svg>",
            Settings(selector="svg"),
        ),
        (_page(f"<main><h1>題</h1><aside data-youten></aside>{TEXT}</main>"), None, WRITE),
    ],
    ids=[
        "below the headline",
        "a spaced end tag",
        "below the article's header",
        "below a headline of the second rank",
        "not below a heading that is not shown",
        "not below a section's heading",
        "not below the site's headline",
        "into what has the role",
        "into the body",
        "into a fragment with a headline",
        "into a bare fragment",
        "into the larger article",
        "into the article that is named",
        "inside an element",
        "before an element",
        "behind an element without an end tag",
        "at the end of an element",
        "behind an element with elements of XML",
        "where the author put the element",
    ],
)
def test_the_box_goes(source: str, before: str | None, settings: Settings) -> None:
    written = _written(source, settings)
    again = inject_html(written, settings, never)
    assert (again.status, again.edits) == ("kept", ())
    assert inject_html(written, settings._replace(mode="check"), never).status == "kept"
    assert written.count("<aside class=") == written.count("data-box=") == 1
    if before is not None:
        assert written[: written.index(BOX)].endswith(before)
        removed = inject_html(written, settings._replace(mode="remove"), never)
        assert apply(written, removed.edits) == source


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("平日の夜まで", "休日の夜まで", "stale"),
        ("<li>", "<li>手で", "edited_box"),
        ("</aside>", "", "open_box"),
        ("</aside>", '</aside><aside data-youten="" data-box="">', "several_boxes"),
    ],
)
def test_a_check_sees(old: str, new: str, reason: str) -> None:
    written = _written(HTML)
    assert old in written
    outcome = inject_html(written.replace(old, new), CHECK, never)
    assert outcome.reason == reason
    assert outcome.changes or outcome.status == "problem"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<p>", '<p class="x" data-n="1">'),
        ("\n<p>", "<p>"),
        ("© 港町新聞", "© 2027 港町新聞"),
        ("</article>", "<script>document.write('文です。')</script><nav>次の記事</nav></article>"),
        ("<li>", "<li\n>"),
        ("12万冊", "<b>12</b>万冊"),
    ],
)
def test_what_is_no_text_does_not_age_a_box(old: str, new: str) -> None:
    written = _written(HTML)
    assert inject_html(written.replace(old, new), CHECK, never).status == "kept"


def test_an_edited_article_gets_a_new_box_in_the_old_place() -> None:
    source = _page(f"<main>{TEXT}<aside data-youten> </aside><p>終わり。</main>")
    written = _written(source)
    edited = written.replace("平日の夜まで", "休日の夜まで")
    again = _written(edited)
    assert again.index("<aside") == written.index("<aside")
    assert inject_html(again, CHECK, never).status == "kept"


@pytest.mark.parametrize(
    ("source", "status", "reason"),
    [
        ("", "left", "empty"),
        (_page("<main><h1>題</h1><p>一文だけです。</main>"), "left", "already_short"),
        (_page(f"<article>{TEXT}</article><article>{TEXT}</article>"), "left", "several_articles"),
        (f'<meta name="youten" content="off">{TEXT}', "left", "switched_off"),
        (f'<aside class="note youten">要点。</aside>{TEXT}', "left", "other_box"),
        (f"<div data-youten=0.1.0>要点。</div>{TEXT}", "left", "other_box"),
        (f"{TEXT}<aside data-youten>", "problem", "open_box"),
        (f"<h1>題{TEXT}<script>", "problem", "unsafe_place"),
    ],
)
def test_nothing_is_done_to(source: str, status: str, reason: str) -> None:
    outcome = inject_html(source, WRITE, toy)
    assert (outcome.status, outcome.reason, outcome.edits) == (status, reason, ())


@pytest.mark.parametrize(
    ("settings", "reason"), [(Settings(selector="#x"), "no_place"), (Settings(article="#x"), "no_article")]
)
def test_a_selector_without_a_match(settings: Settings, reason: str) -> None:
    assert inject_html(HTML, settings, toy).reason == reason


def test_a_selector_that_is_none() -> None:
    with pytest.raises(YoutenError, match=r"p:hover"):
        inject_html(HTML, Settings(selector="p:hover"), toy)


def test_the_title_is_the_headlines_or_the_pages() -> None:
    """Permalinks after a headline and the site's name are left out."""
    for source, title in [
        (_page(f"<main><h1>図<i>書</i>館<a class=headerlink href=#>¶</a></h1>{TEXT}</main>"), "図書館"),
        (_page(TEXT), "題"),
    ]:
        analyzer = toy()
        inject_html(source, WRITE, lambda analyzer=analyzer: analyzer)  # type: ignore[misc]
        assert analyzer.calls[-1] == title


PIECES = [
    "<p>",
    "</p>",
    "<article>",
    "</article>",
    "<h1>",
    "</h1>",
    "文です。",
    "<aside data-youten>",
    "</aside>",
    "<!--",
    "-->",
    "<![x",
    "<",
    "&amp;",
    "<script>",
    "</script>",
    "<br/>",
    "<svg/>",
    "\n",
    "\r\n",
    TEXT,
]


@given(
    st.lists(st.sampled_from(PIECES)),
    st.sampled_from(
        [WRITE, CHECK, REMOVE, Settings(refresh=True), Settings(selector="p", position="before")]
    ),
)
def test_any_text_is_welcome(parts: list[str], settings: Settings) -> None:
    """Nothing raises; a second run changes nothing, and removing the box restores the source."""
    source = "".join(parts)
    outcome = inject_html(source, settings, toy)
    assert bool(outcome.edits) == (outcome.changes and settings.mode != "check")
    if outcome.edits:
        after = apply(source, outcome.edits)
        assert inject_html(after, settings, toy).edits == ()
        if outcome.status == "added" and "data-youten" not in source:
            assert apply(after, inject_html(after, settings._replace(mode="remove"), never).edits) == source


FRONT_MATTER = {
    "YAML": "---\nlayout: post\ntitle: 表題\n---\n",
    "YAML, dots": "---\ntitle: 表題\n...\n",
    "YAML by name, CR LF": "---yaml\r\ntitle: 表題\r\n---\r\n",
    "TOML": '+++\ntitle = "表題"\n+++\n',
    "TOML by name": '---toml\ntitle = "表題"\n---\n',
    "JSON by name": '---json\n{ "title": "表題" }\n---\n',
    "JSON, semicolons": ';;;\n{ "title": "表題" }\n;;;\n',
    "JSON alone": '{\n  "title": "表題"\n}\n',
    "JavaScript": '---js\n{ title: "表題" }\n---\n',
    "empty": "---\n---\n",
}


@pytest.mark.parametrize("matter", FRONT_MATTER.values(), ids=FRONT_MATTER)
@pytest.mark.parametrize("body", [TEXT, f"<h1>題</h1>{TEXT}", f"\n{{% include head %}}\n{TEXT}"], ids=str)
def test_front_matter_stays_at_the_beginning(matter: str, body: str) -> None:
    """Jekyll, Hugo and Eleventy only read it there; a box above it destroys the page."""
    text = matter + body
    written = _written(text)
    assert written.startswith(matter)
    assert inject_html(written, CHECK, never).status == "kept"
    removed = inject_html(written, REMOVE, never)
    assert apply(written, removed.edits) == text


def test_the_title_of_the_front_matter_is_the_headline() -> None:
    titled, other = (_written(f"---\ntitle: {title}\n---\n{TEXT}") for title in ("港町市の図書館", "海"))
    assert titled.partition("data-source")[2] != other.partition("data-source")[2]


@pytest.mark.parametrize(
    ("matter", "status", "reason"),
    [
        ("---\nyouten: false\n---\n", "left", "switched_off"),
        ('---json\n{"youten": false}\n---\n', "left", "switched_off"),
        ("---\ntitle: a\n", "problem", "open_front_matter"),
        (';;;\n{"title": "a"}\n', "problem", "open_front_matter"),
        ("---json\n{title: a}\n---\n", "problem", "broken_front_matter"),
        (";;;\n[1]\n;;;\n", "problem", "broken_front_matter"),
    ],
)
def test_front_matter_that_keeps_the_box_away(matter: str, status: str, reason: str) -> None:
    outcome = inject_html(matter + TEXT, WRITE, never)
    assert (outcome.status, outcome.reason, outcome.edits) == (status, reason, ())


def test_lines_with_a_colon_are_no_front_matter_in_html() -> None:
    assert "title: 港" in _written(f"title: 港\n\n{TEXT}").partition("<aside")[2]
