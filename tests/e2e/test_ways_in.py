"""Every input method puts the article into the field; unreadable input gives a message; nothing is lost."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.e2e.documents import archive, docx, pdf, scanned_pdf
from tests.e2e.scripts import in_page
from tests.server import Server
from tests.subsequence import is_subsequence

FIELD = "() => document.querySelector('#field').value"
TAKEN = "() => document.querySelector('#taken').textContent"
ERROR = "() => document.querySelector('#error').textContent"

HEADLINE = "山あいの無人駅に図書室　利用は月に千人"
BODY = [
    "川上町の無人駅に去年できた図書室の利用者が、月に千人を超えた。町が8日に発表した。",
    "本は町の人が持ち寄った約2800冊で、貸し出しの記録は取らない。列車は2時間に1本しか来ない。",
    "待つ間に読み始めた本を借りて帰る人が多いという。町は来年、隣の駅にも作る予定だ。",
]
PLAIN = "\n\n".join([HEADLINE, *BODY]) + "\n"

PAGE = f"""<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>{HEADLINE}</title>
<script>document.title = "script ran"</script><style>p {{ color: red }}</style></head><body>
<header><nav><ul><li><a href="/">川上日報トップ</a></li>
<li><a href="/s">スポーツ面</a></li></ul></nav></header>
<main><article><h1>{HEADLINE}</h1>
{"".join(f"<p>{text}</p>" for text in BODY)}
<p>待合室の<ruby>椅子<rp>（</rp><rt>いす</rt><rp>）</rp></ruby>は地元の大工が
作った。</p></article></main>
<aside><h2>よく読まれている記事</h2><ul><li><a href="/1">別の話題の見出し</a></li></ul></aside>
<p style="display: none" onclick="alert(1)">見えない行</p><p style="color: red"></p>
<footer><p>無断転載を禁じます。<a href="/c">会社案内</a></p></footer>
<noscript><img src="https://example.com/pixel.gif"></noscript><img src="https://example.com/photo.jpg">
</body></html>"""
FURNITURE = (
    "川上日報トップ",
    "スポーツ面",
    "よく読まれている",
    "別の話題",
    "無断転載",
    "会社案内",
    "いす",
    "見えない",
)

WORD = [
    HEADLINE,
    "<w:p><w:r><w:t>川上町の無人駅に去年できた図書室の利用者が、</w:t></w:r>"
    "<w:del><w:r><w:delText>日に</w:delText><w:t>日に</w:t></w:r></w:del>"
    "<w:ins><w:r><w:t>月に</w:t></w:r></w:ins><w:r><w:t>千人を超えた。町が8日に発表した。</w:t></w:r></w:p>",
    *BODY[1:],
    "<w:p><w:r><w:ruby><w:rt><w:r><w:t>いす</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>椅子</w:t></w:r></w:rubyBase>"
    "</w:ruby></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>隠し文字</w:t></w:r><w:r><w:t>は大工が作った。</w:t></w:r></w:p>",
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>冊数</w:t></w:r></w:p></w:tc>"
    "<w:tc><w:p><w:r><w:t>2800</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
]
WORD_TEXT = "\n\n".join([HEADLINE, *BODY, "椅子は大工が作った。", "冊数\t2800"])

# Text as in a web page: wrapped, with a reading over a word.
WRAPPED = [part for text in BODY for part in (text[:30], text[30:])]
LINES = [HEADLINE, "", (WRAPPED[0], "かわかみ"), *WRAPPED[1:]]
PDF_TEXT = "\n\n".join([HEADLINE, *BODY])


def legacy(encoding: str) -> Callable[[], bytes]:
    return lambda: PLAIN.encode(encoding)


# case -> name of the file, function that makes its bytes, expected text in the field
FILES: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "UTF-8": ("a.txt", legacy("utf-8"), PLAIN),
    "Markdown with a mark of order": ("a.md", legacy("utf-8-sig"), PLAIN),
    "Shift_JIS": ("a.txt", legacy("cp932"), PLAIN),
    "EUC-JP": ("a.txt", legacy("euc_jp"), PLAIN),
    "ISO-2022-JP": ("a.txt", legacy("iso2022_jp"), PLAIN),
    "UTF-16": ("a.txt", legacy("utf-16"), PLAIN),
    "UTF-16BE without a mark": ("a.txt", legacy("utf-16-be"), PLAIN),
    "line ends of Windows": ("a.txt", lambda: PLAIN.replace("\n", "\r\n").encode(), PLAIN),
    "no extension": ("a", legacy("utf-8"), PLAIN),
    "Word": ("a.docx", lambda: docx(WORD), WORD_TEXT),
    "PDF": ("a.pdf", lambda: pdf([LINES]), PDF_TEXT),
    "PDF, older table": ("a.pdf", lambda: pdf([LINES], encoding="UniJIS-UCS2-H"), PDF_TEXT),
    "PDF by another name": ("a.bin", lambda: pdf([LINES]), PDF_TEXT),
}


def choose(reader: Any, folder: Path, name: str, data: bytes) -> None:
    """Choose a file."""
    path = folder / name
    path.write_bytes(data)
    reader.page.locator("#file").set_input_files(path)


def field(reader: Any) -> str:
    return str(reader.page.evaluate(FIELD))


def until_taken(reader: Any) -> str:
    """Wait for the line that says what was imported and return it."""
    reader.until("() => /字|characters/.test(document.querySelector('#taken').textContent)")
    return str(reader.page.evaluate(TAKEN))


def test_files_are_read(returning, tmp_path):
    """The field has the text of each file, character for character; the last one is summarised."""
    returning.visit()
    wrong = []
    for what, (name, make, expected) in FILES.items():
        returning.page.evaluate("() => document.querySelector('#taken').replaceChildren()")
        choose(returning, tmp_path, name, make())
        if name not in until_taken(returning) or field(returning) != expected:
            wrong.append((what, field(returning)))
    assert wrong == []
    returning.page.evaluate("() => performance.clearMarks('youten:summary')")
    choose(returning, tmp_path, "a.pdf", pdf([LINES]))
    lines = returning.until_summary()
    assert len(lines) == 3
    assert [line for line in lines if not is_subsequence(line, PDF_TEXT.replace("\n", ""))] == []


def test_of_a_page_only_the_article_is_taken(returning, tmp_path):
    """Navigation and readings are left out, nothing runs or is fetched; the whole page is one click away."""
    returning.visit()
    for encoding, name in {"utf-8": "utf-8", "cp932": "Shift_JIS", "euc_jp": "EUC-JP"}.items():
        choose(returning, tmp_path, f"{name}.html", PAGE.replace("utf-8", name).encode(encoding))
        returning.until(
            "(name) => document.querySelector('#taken').textContent.includes(name + '.html」を読み込')", name
        )
        text = field(returning)
        assert text == "\n\n".join([HEADLINE, *BODY, "待合室の椅子は地元の大工が作った。"])
        assert [word for word in FURNITURE if word in text] == []
    returning.page.get_by_role("button", name="ページ全体を使う").click()
    assert "会社案内" in field(returning)
    assert returning.page.title() != "script ran"


NO_PDF = b"%PDF-1.7\nnot at all"
# problem -> name, bytes, part of the message
BROKEN: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "empty": ("a.txt", lambda: b"", "文章が入っていません"),
    "white space": ("a.txt", lambda: b" \n\n", "文章が入っていません"),
    "binary": ("a.txt", lambda: bytes(range(256)) * 40, "読めない種類"),
    "picture": ("a.png", lambda: b"\x89PNG\r\n\x1a\n" + bytes(100), "読めない種類"),
    "another package": ("a.xlsx", lambda: archive({"xl/workbook.xml": "<x/>"}), "読めない種類"),
    "old Word": ("a.doc", lambda: bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "古い形式のWord"),
    "cut Word": ("a.docx", lambda: docx(WORD)[:-60], "壊れている"),
    "Word that is no XML": ("a.docx", lambda: docx(["<w:p><w:r>"]), "壊れている"),
    "PDF with a password": ("a.pdf", lambda: pdf([LINES], lock="minato"), "パスワード"),
    "scanned PDF": ("a.pdf", scanned_pdf, "文字の情報がありません"),
    "PDF that is none": ("a.pdf", lambda: NO_PDF, "壊れている"),
    "cut PDF": ("a.pdf", lambda: pdf([LINES])[:700], "壊れている"),
    "50 MB": ("a.txt", lambda: bytes(50_000_000), "大きすぎます（50 MB）"),
    "a million characters": ("a.txt", lambda: ("あ" * 1_000_000).encode(), "長すぎます"),
    "a hundred thousand lines": ("a.csv", lambda: ("1,2\n" * 100_000).encode(), "行は多すぎます"),
}


def test_what_cannot_be_read_is_a_sentence(returning, tmp_path, article):
    """The summary and the field stay, and the next file is read."""
    returning.expected = ("inline style",)  # Chromium styles its own report of invalid XML
    lines = returning.visit().paste(article).until_summary()
    for name, make, sentence in BROKEN.values():
        choose(returning, tmp_path, name, make())
        returning.until("(part) => document.querySelector('#error').textContent.includes(part)", sentence)
        assert name in returning.page.evaluate(ERROR)
        assert field(returning) == article
        assert returning.summary() == lines
        assert returning.page.evaluate(TAKEN) == ""
    choose(returning, tmp_path, "next.txt", PLAIN.encode())
    until_taken(returning)
    assert field(returning) == PLAIN
    assert returning.page.evaluate(ERROR) == ""


def test_the_earlier_text_can_be_put_back(returning, tmp_path, article):
    """One click restores the text that a file replaced."""
    clear = "() => performance.clearMarks('youten:summary')"
    lines = returning.visit().paste(article).until_summary()
    returning.page.evaluate(clear)
    choose(returning, tmp_path, "a.txt", PLAIN.encode())
    until_taken(returning)
    assert returning.until_summary() != lines
    returning.page.evaluate(clear)
    returning.page.get_by_role("button", name="元の文章に戻す").click()
    assert field(returning) == article
    assert returning.until_summary() == lines
    assert not returning.page.locator("#taken").is_visible()


def test_nothing_of_the_pdf_reader_loads_before_a_pdf_does(reader, server, tmp_path):
    """A first visit does not load it; the first PDF stores it; then it works without the server."""
    reader.visit().until_ready()
    reader.until("() => document.querySelector('#offline').textContent.includes('オフライン')")
    assert [path for path in server.requests if "/later/" in path] == []
    choose(reader, tmp_path, "a.pdf", pdf([LINES]))
    until_taken(reader)
    asked = {path.rsplit("/", 1)[-1] for path in server.requests if "/later/" in path}
    assert asked == {"pdf.js", "pdf.worker.js", "pdf.cmaps.bin"}
    reader.page.context.set_offline(True)
    reader.visit().until_ready()
    choose(reader, tmp_path, "b.pdf", pdf([LINES]))
    assert "b.pdf" in until_taken(reader)
    assert field(reader) == PDF_TEXT


def test_without_the_network_a_first_pdf_is_a_sentence(reader, tmp_path):
    """If the reader is neither stored nor available, there is a message."""
    reader.expected = ("ERR_INTERNET_DISCONNECTED", "net::ERR_FAILED", "/later/")
    reader.visit().until_ready()
    reader.until("() => document.querySelector('#offline').textContent.includes('オフライン')")
    reader.page.context.set_offline(True)
    choose(reader, tmp_path, "a.pdf", pdf([LINES]))
    reader.until("() => document.querySelector('#error').textContent.includes('部品を取り込めませんでした')")
    assert field(reader) == ""


DROP = in_page("drop")


def test_a_dropped_file_is_read(returning):
    """A file can be dropped anywhere on the page, and the browser does not navigate to it."""
    returning.visit()
    state = returning.page.evaluate(DROP, ["a.pdf", list(pdf([LINES])), "", "", "h1"])
    assert state == {"veiled": True, "over": True, "dropped": True, "after": False}
    until_taken(returning)
    assert field(returning) == PDF_TEXT


def test_dropped_text_is_taken(returning):
    """Beside the field it becomes the article; over the field the browser inserts it at the pointer."""
    returning.visit()
    assert returning.page.evaluate(DROP, ["", None, PLAIN, PAGE, "h1"])["dropped"]
    until_taken(returning)
    assert field(returning).startswith(HEADLINE)
    assert "会社案内" not in field(returning)
    assert not returning.page.evaluate(DROP, ["", None, PLAIN, "", "#field"])["dropped"]


WRITE = """async ([text, html]) => navigator.clipboard.write([new ClipboardItem({
    'text/plain': new Blob([text], { type: 'text/plain' }),
    ...(html && { 'text/html': new Blob([html], { type: 'text/html' }) }),
})])"""
CLIPBOARD = ["clipboard-read", "clipboard-write"]


def paste(reader: Any) -> None:
    reader.field.focus()
    reader.page.keyboard.press("ControlOrMeta+A")
    reader.page.keyboard.press("ControlOrMeta+V")


def test_a_pasted_page_becomes_its_article(returning):
    """A real paste of a whole page gives the article and an option to take everything."""
    returning.expected = ("inline",)  # Chromium cleans what a page writes to the clipboard by parsing it
    returning.visit()
    returning.page.evaluate(WRITE, ["川上日報トップ スポーツ面 " + PLAIN, PAGE])
    paste(returning)
    until_taken(returning)
    assert [word for word in FURNITURE if word in field(returning)] == []
    assert field(returning).startswith(HEADLINE)
    assert returning.page.get_by_role("button", name="ページ全体を使う").is_visible()


def test_a_pasted_stretch_goes_where_the_caret_is(returning):
    """Rich text is inserted at the caret without its readings."""
    returning.visit()
    returning.field.fill("前。後。")
    returning.page.evaluate(WRITE, ["椅子いすの話。", "<p><ruby>椅子<rt>いす</rt></ruby>の話。</p>"])
    returning.page.evaluate("() => document.querySelector('#field').setSelectionRange(2, 2)")
    returning.page.keyboard.press("ControlOrMeta+V")
    returning.until("() => document.querySelector('#field').value.includes('椅子')")
    assert field(returning) == "前。椅子の話。後。"


def test_plain_paste_is_the_browsers_own(returning):
    """Rich text without extra information is pasted by the browser, so undo works."""
    returning.visit()
    returning.page.evaluate(WRITE, [PLAIN, f"<p>{PLAIN}</p>"])
    paste(returning)
    assert field(returning) == PLAIN
    returning.page.keyboard.press("ControlOrMeta+Z")
    assert field(returning) == ""


def test_the_clipboard_button(open_reader, article):
    """One click pastes; if the browser refuses, a message says what to do instead."""
    reader = open_reader(permissions=CLIPBOARD)
    reader.visit()
    reader.page.evaluate(WRITE, [article, ""])
    reader.page.get_by_role("button", name="クリップボードから").click()
    until_taken(reader)
    assert field(reader) == article
    refused = open_reader()
    refused.visit()
    refused.page.evaluate("() => { navigator.clipboard.read = () => Promise.reject(new Error('no')); }")
    refused.page.get_by_role("button", name="クリップボードから").click()
    refused.until("() => document.querySelector('#error').textContent.includes('貼り付けの操作')")


def test_an_address_alone_gets_an_explanation(returning):
    """Nothing is fetched from it; a message gives the reason, and leads to the steps that bring the text."""
    returning.visit()
    returning.page.evaluate(WRITE, ["https://example.com/news/1", ""])
    paste(returning)
    returning.until("() => document.querySelector('#error').textContent.includes('アドレスだけでは')")
    assert returning.page.locator("#notices li, #taken span").all_text_contents() == []
    returning.page.get_by_role("button", name="手順を見る").click()
    guide = returning.page.get_by_role("dialog")
    assert guide.get_by_role("link", name="記事を開く").get_attribute("href") == "https://example.com/news/1"
    assert guide.locator("svg").count() == 3


def test_several_articles_are_offered_one_by_one(returning, article, other_article):
    """Also in place of an earlier offer, which goes with the text that it was about."""
    returning.visit()
    bar = returning.page.locator("#bar")
    dated = other_article.replace("\n\n", "\n青波日報　2031年9月9日\n\n", 1)
    for text, button in (
        ("https://example.com/news/1", "手順を見る"),
        (f"{article}\n\n{dated}", "一本ずつ読む"),
    ):
        returning.page.evaluate(WRITE, [text, ""])
        paste(returning)
        bar.get_by_role("button", name=button).wait_for()
    bar.get_by_role("button", name="一本ずつ読む").click()
    assert field(returning) == article.strip()
    bar.get_by_role("button", name="次を読む").click()
    assert field(returning) == dated.strip()
    assert bar.is_hidden()


LAUNCH = in_page("fakeLaunchQueue")


def test_a_file_that_the_system_opens(reader):
    """The launch queue exists only for installed pages, so it is simulated here."""
    reader.page.add_init_script(f"({LAUNCH})()")
    reader.visit().until("() => Boolean(window.launched)")
    reader.page.evaluate("([name, text]) => window.launched(name, text)", ["a.txt", PLAIN])
    until_taken(reader)
    assert field(reader) == PLAIN


def test_the_manifest_names_what_is_there(reader, server, dist):
    """Addresses are relative, icons exist in their sizes, and the file types can be read."""
    reader.visit()
    address = reader.page.locator("link[rel=manifest]").evaluate("(link) => link.href")
    assert address == f"{server.url}manifest.webmanifest"
    manifest = json.loads((dist / "manifest.webmanifest").read_text(encoding="utf-8"))
    for icon in manifest["icons"]:
        assert (dist / icon["src"]).is_file()
    addresses = [manifest["start_url"], manifest["scope"], manifest["share_target"]["action"]]
    assert not [one for one in addresses if one.startswith(("/", "http"))]
    accepted = set(reader.page.locator("#file").get_attribute("accept").split(","))
    handled = {one for types in manifest["file_handlers"][0]["accept"].values() for one in types}
    assert handled <= accepted


SHARE = in_page("submitShare")


@pytest.mark.parametrize("file", ["", PLAIN], ids=["text", "file"])
def test_the_share_sheet(returning, shared_server, tmp_path, file):
    """The POST is answered on the device: the server receives nothing, and the text can be read once."""
    (tmp_path / "index.html").write_text("<!doctype html><title>page that may post forms</title>")
    with Server(tmp_path, prefix="/other/") as elsewhere:
        returning.expected = ("404",)  # the other site has no icon
        returning.page.goto(elsewhere.url)
        shared_server.requests.clear()
        returning.page.evaluate(SHARE, [f"{shared_server.url}share", HEADLINE, "\n".join(BODY), file])
        returning.page.locator("#taken").get_by_text("字）").wait_for(timeout=60_000)
    expected = PLAIN if file else HEADLINE + "\n\n" + "\r\n".join(BODY)
    assert field(returning).split() == expected.split()
    assert [path for path in shared_server.requests if "share" in path] == []
    assert returning.page.url == shared_server.url
    assert len(returning.until_summary()) == 3
    returning.foreign.clear()  # the other site is where this test begins


def test_a_share_that_nobody_keeps_is_a_sentence(returning):
    """The worker was ended in between, or the address was invented."""
    returning.visit("#shared=00000000-0000-0000-0000-000000000000")
    returning.until(
        "() => document.querySelector('#error').textContent.includes('共有された文章を受け取れません')"
    )
