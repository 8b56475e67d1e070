"""The spans of the HTML tree, and selectors on it."""

from __future__ import annotations

import pytest
from tests.unit.counting import work

from youten.documents.html_article import headline_of, region_of
from youten.documents.html_prose import text_of
from youten.documents.html_tree import parse
from youten.documents.problem import Problem
from youten.documents.selectors import compile_selector, select
from youten.model import YoutenError


@pytest.mark.parametrize(
    ("source", "name", "whole", "inside"),
    [
        ("<p>一<p>二", "p", "<p>一", "一"),
        ("<p>一</p >二", "p", "<p>一</p >", "一"),
        ("<div><p>一</div>二", "p", "<p>一", "一"),
        ("<ul><li>一<ul><li>二</ul><li>三</ul>", "li", "<li>一<ul><li>二</ul>", "一<ul><li>二</ul>"),
        ("<table><tr><td>一<td>二<tr><td>三</table>", "td", "<td>一", "一"),
        ("<dl><dt>一<dd>二<dt>三</dl>", "dt", "<dt>一", "一"),
        ("<p><table><tr><td><p>一</table>", "td", "<td><p>一", "<p>一"),
        ("<i>一</b></i>", "i", "<i>一</b></i>", "一</b>"),
        ('\r\n<a title=">">一</a>', "a", '<a title=">">一</a>', "一"),
        ("<br>一", "br", "<br>", ""),
        ("<div/>一</div>", "div", "<div/>一</div>", "一"),
        ("<svg><path/><g>一</g></svg>", "path", "<path/>", ""),
        ("<script>'<b>'</script><b>一</b>", "b", "<b>一</b>", "一"),
        ("<!-- <b>x</b> --><b>一</b>", "b", "<b>一</b>", "一"),
        ("<section>一", "section", "<section>一", "一"),
    ],
)
def test_spans(source: str, name: str, whole: str, inside: str) -> None:
    found = next(element for element in parse(source).elements() if element.name == name)
    assert source[found.start : found.end] == whole
    assert source[found.inner : found.outer] == inside


@pytest.mark.parametrize("piece", ["<div>", "</b>", "<p>", "<li>", "<svg/>", "<td><table>", "</i><b>"])
def test_work_grows_with_the_length_only(piece: str) -> None:
    """Also for deep and broken nesting, twice the page executes about twice as many lines."""
    small, large = (work(parse, piece * size) for size in (500, 1000))
    assert large < 2.2 * small


@pytest.mark.parametrize(
    ("before", "piece", "behind"),
    [
        ("<p><button>", "<div>", ""),  # an open <p> that no <div> in the button may end
        ("", "<div>", "<article></article>" * 500),  # articles below many elements
        ("", "<div>", "<h2></h2>" * 500 + "<h2>題</h2>"),  # headings below many elements
        ("", "<h2>", "</h2>" * 1000 + "<h2>題</h2>"),  # headings within headings, all empty
    ],
    ids=["button", "articles", "headings", "nested headings"],
)
def test_finding_the_article_takes_work_that_grows_with_the_length_only(
    before: str, piece: str, behind: str
) -> None:
    def find(source: str) -> None:
        root = parse(source)
        region = region_of(root)
        assert region is not None
        headline_of(region)

    small, large = (work(find, before + piece * size + behind) for size in (500, 1000))
    assert large < 2.2 * small


@pytest.mark.parametrize("piece", ["<a ", "<!--", "<!-- >", "</a ", "<", '<a b="', "<!"])
def test_very_many_tags_without_an_end_are_refused(piece: str) -> None:
    """The standard library's parser takes the square of their number, 30 s for 24 kB."""
    with pytest.raises(Problem) as raised:
        parse("<p>文。</p>\n" + piece * 20_000)
    assert (raised.value.reason, raised.value.values) == ("broken_html", {"line": 2})


def test_a_few_tags_without_an_end_are_text() -> None:
    assert "1 < 2" in text_of(parse("<p>1 < 2 かつ 2 < 3 である。<!-- a"))


PAGE = '<body><div id="a" class="x y"><p lang="ja-JP">一</p></div><p class="y">二</p><IMG src="a.png"></body>'


@pytest.mark.parametrize(
    ("selector", "texts"),
    [
        ("p", ["一", "二"]),
        ("P", ["一", "二"]),
        ("div p", ["一"]),
        ("body > p", ["二"]),
        ("body>div>p", ["一"]),
        ("body div > p", ["一"]),
        (".y", ["一", "二"]),
        ("div.x.y", ["一"]),
        ("p.x", []),
        ("#a", ["一"]),
        ("div#a .z", []),
        ("[lang]", ["一"]),
        ("p[lang|=ja]", ["一"]),
        ("[src$='.png'], #a", ["一", ""]),
        ('[class~="x"]', ["一"]),
        ("[class*=y] p", ["一"]),
        ("[lang^=en]", []),
        ("* > p", ["一", "二"]),
        ("div , p.y", ["一", "二"]),
    ],
)
def test_selectors(selector: str, texts: list[str]) -> None:
    assert [text_of(element) for element in select(parse(PAGE), compile_selector(selector))] == texts


@pytest.mark.parametrize(
    "selector", ["", " ", ",", "p,", "p:first-child", "p + p", "p >", "> p", "#", "[", "[a=", "p{}", "1"]
)
def test_no_selectors(selector: str) -> None:
    with pytest.raises(YoutenError) as raised:
        compile_selector(selector)
    assert raised.value.code == "bad_selector"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>一\n  二 三<p>four\n five", "一二 三\n\nfour five"),
        ("<h2>節</h2><ul><li>項<li><p>項</ul>", "## 節\n\n- 項\n\n項"),
        ("<p>一<br>二<br>", "一\n二"),
        ("一<b>二</b><ruby>三<rp>(</rp><rt>さん</rt></ruby>", "一二三"),
        (
            '<p>一<sup><a href="#fn1">1</a></sup>。10<sup>2</sup>。<a class="footnote-ref" href="#a">[2]</a>',
            "一。102。",
        ),
        ('<h2>節<span class="mw-editsection">[編集]</span></h2><div class="footnotes">注</div>', "## 節"),
        ("<p>一</p><pre>code</pre><table><tr><td>表</table><p hidden>隠<p aria-hidden=true>隠", "一"),
        ("<div>一<div>二</div>三</div>", "一\n\n二\n\n三"),
        ("&lt;一&gt;&amp;&nbsp;二", "<一>&\xa0二"),
        ("<i>" * 5000 + "深い" + "</i>" * 5000, "深い"),
        ("<div>" * 5000 + "深い", "深い"),
    ],
    ids=[
        "white space",
        "headings and items",
        "breaks",
        "ruby",
        "marks of notes",
        "notes and links to edit",
        "what is no text",
        "loose text",
        "references",
        "deep",
        "deep blocks",
    ],
)
def test_text(source: str, text: str) -> None:
    assert text_of(parse(source)) == text
