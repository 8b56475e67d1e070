"""Pasting, choosing and dropping files give the same text in Chromium, Firefox and WebKitGTK."""

from __future__ import annotations

import pytest
from tests.e2e.documents import docx, pdf, scanned_pdf
from tests.e2e.scripts import in_page
from tests.e2e.test_ways_in import (
    BODY,
    DROP,
    FURNITURE,
    HEADLINE,
    LINES,
    PAGE,
    PDF_TEXT,
    PLAIN,
    WORD,
    WORD_TEXT,
)

FIELD = "() => document.querySelector('#field').value"
FILES = [
    ("a.txt", PLAIN.encode("cp932"), PLAIN),
    ("b.txt", PLAIN.encode("euc_jp"), PLAIN),
    ("c.txt", PLAIN.encode("iso2022_jp"), PLAIN),
    ("d.md", PLAIN.encode("utf-16"), PLAIN),
    ("e.html", PAGE.encode(), "\n\n".join([HEADLINE, *BODY, "待合室の椅子は地元の大工が作った。"])),
    ("f.docx", docx(WORD), WORD_TEXT),
    ("g.pdf", pdf([LINES]), PDF_TEXT),
]
BROKEN = [
    ("h.pdf", pdf([LINES], lock="minato"), "パスワード"),
    ("i.pdf", scanned_pdf(), "文字の情報がありません"),
    ("j.docx", docx(WORD)[:-60], "壊れている"),
    ("k.docx", b"PK not much", "壊れている"),
    ("l.png", b"\x89PNG\r\n\x1a\n" + bytes(100), "読めない種類"),
    ("m.txt", bytes(50_000_000), "大きすぎます（50 MB）"),
]
PASTE = in_page("pasteEvent")


@pytest.mark.engines("firefox", "webkit")
def test_every_way_in(tab, server, tmp_path):
    """Files of each kind, broken files, a dropped file, a pasted page."""
    tab.goto(server.url)
    # A driver would choose a file before the page listens.
    tab.until("() => performance.getEntriesByName('youten:interactive').length > 0")
    for name, data, expected in FILES:
        (tmp_path / name).write_bytes(data)
        tab.set_files("#file", [tmp_path / name])
        tab.until(
            "(name) => document.querySelector('#taken').textContent.includes(`${name}」を読み込み`)", name
        )
        assert tab.evaluate(FIELD) == expected, name
    for name, data, sentence in BROKEN:
        (tmp_path / name).write_bytes(data)
        tab.set_files("#file", [tmp_path / name])
        tab.until("(part) => document.querySelector('#error').textContent.includes(part)", sentence)
        assert tab.evaluate(FIELD) == FILES[-1][2]
    dropped = tab.evaluate(DROP, ["k.txt", list(PLAIN.encode()), "", "", "h1"])
    assert dropped == {"veiled": True, "over": True, "dropped": True, "after": False}
    tab.until("() => document.querySelector('#taken').textContent.includes('k.txt」を読み込み')")
    assert tab.evaluate(FIELD) == PLAIN
    assert tab.evaluate(PASTE, "川上日報トップ " + PLAIN, PAGE)
    tab.until("() => document.querySelector('#taken').textContent.includes('記事の部分を取り出し')")
    assert tab.evaluate(FIELD) == FILES[4][2]
    assert [word for word in FURNITURE if word in tab.evaluate(FIELD)] == []
