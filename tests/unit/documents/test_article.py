"""A file as an article: its notation by its name, and of a page the region, in its own offsets."""

from __future__ import annotations

import pytest

from youten.documents.article import read_article
from youten.documents.problem import Problem
from youten.reading import read

PAGE = (
    "---\ntitle: 表題\n---\n<html><head><title>頁</title></head><body><nav>案内だ。</nav><article>"
    "<h1>題</h1>\n"
    "<p><ruby>港町<rt>みなとまち</rt></ruby>の&amp;市場だ。</p><table><tr><td>表だ。</td></tr></table>"
    "<p hidden>隠れだ。</p><p>終わりだ。</p></article><footer>脚だ。</footer></body></html>\n"
)


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.md", "markdown"),
        ("a.MDX", "markdown"),
        ("a.rst", "rst"),
        ("a.org", "org"),
        ("a.txt", ""),
        ("-", ""),
    ],
)
def test_the_name_says_the_notation(name: str, form: str) -> None:
    assert read_article(name, "本文だ。".encode()) == ("", "本文だ。", form)


def test_a_page_keeps_the_offsets_of_its_source() -> None:
    found = read_article("a.html", PAGE.encode("cp932"))
    assert (found.title, len(found.text)) == ("表題", len(PAGE))
    article = read(found.text, found.title, notation=found.notation)
    body = [one for one in article.sentences if one.role == "body"]
    assert [one.text for one in body] == ["港町の&市場だ。", "終わりだ。"]
    text = article.text
    assert [PAGE[text.starts[one.start] : text.ends[one.end - 1]] for one in body] == [
        "港町<rt>みなとまち</rt></ruby>の&amp;市場だ。",
        "終わりだ。",
    ]


@pytest.mark.parametrize("name", ["-", "a.txt"])
def test_a_page_is_known_by_its_beginning(name: str) -> None:
    page = "<!DOCTYPE html><title>題</title><nav>案内だ。</nav><main><p>本文だ。</p></main>"
    found = read_article(name, page.encode())
    assert (found.title, found.text.strip(), found.notation) == ("題", "<p>本文だ。</p>", "html")
    assert read_article("a.md", page.encode()).notation == "markdown"


def test_a_page_that_cannot_be_parsed_is_read_as_it_is() -> None:
    found = read_article("a.html", ("<p>本文だ。</p>" + "<a " * 500).encode())
    assert "本文だ。" in found.text


MAIL = {
    "base64": (
        b"Subject: =?utf-8?b?5Lya6K2w44Gu5bu25pyf?=\nMIME-Version: 1.0\n"
        b'Content-Type: text/plain; charset="utf-8"\nContent-Transfer-Encoding: base64\n\n'
        b"MTDml6Xjga7kvJrorbDjga8xMuaXpeOBq+W7tuacn+OBl+OBvuOBmeOAgg==\n"
    ),
    "JIS": (
        "Subject: 会議の延期\nContent-Type: text/plain; charset=iso-2022-jp\n\n"
        "10日の会議は12日に延期します。\n"
    ).encode("iso-2022-jp"),
    "a wrong charset": (
        "Subject: 会議の延期\nContent-Type: text/plain; charset=utf-8\n"
        "Content-Transfer-Encoding: 8bit\n\n10日の会議は12日に延期します。今日はここまでです。\n"
    ).encode("cp932"),
    "parts": (
        "Subject: =?utf-8?b?5Lya6K2w44Gu5bu25pyf?=\nMIME-Version: 1.0\n"
        'Content-Type: multipart/mixed; boundary="b"\n\n--b\n'
        "Content-Type: text/html; charset=utf-8\n\n<p>10日の会議は12日に延期します。</p>\n--b\n"
        "Content-Type: text/plain\nContent-Disposition: attachment\n\n添付だ。\n--b--\n"
    ).encode(),
}


@pytest.mark.parametrize("data", MAIL.values(), ids=MAIL)
def test_a_saved_mail_is_decoded(data: bytes) -> None:
    found = read_article("a.eml", data)
    assert "10日の会議は12日に延期します。" in found.text
    assert "添付" not in found.text
    assert (found.notation == "html") == (b"multipart" in data)


def test_what_is_no_mail_is_read_as_it_is() -> None:
    assert read_article("a.eml", "本文だ。\n".encode()).text == "本文だ。\n"


def test_front_matter_without_an_end_is_refused() -> None:
    with pytest.raises(Problem) as raised:
        read_article("a.md", "---\ntitle: a\n\n本文だ。".encode())
    assert raised.value.reason == "open_front_matter"
    assert read_article("a.md", "---\n\n本文だ。".encode()).notation == "markdown"
