"""Copying, saving, sharing and links give the summary; a received link is treated as untrusted text."""

from __future__ import annotations

import base64
import json
import zlib
from typing import Any

import pytest
from playwright.sync_api import expect
from tests.e2e.scripts import in_page
from tests.server import Server

CLIPBOARD = ["clipboard-read", "clipboard-write"]
READ = "() => navigator.clipboard.readText()"
READ_HTML = """async () => {
    const [item] = await navigator.clipboard.read();
    return item.types.includes('text/html') ? (await item.getType('text/html')).text() : '';
}"""


def open_uses(reader: Any, article: str) -> list[str]:
    """Summarise and open the dialog."""
    lines = reader.visit().paste(article).until_summary()
    reader.page.get_by_role("button", name="共有・保存").click()
    reader.page.get_by_role("dialog", name="要約を使う").wait_for()
    return list(lines)


def click(reader: Any, name: str) -> None:
    reader.page.get_by_role("dialog").get_by_role("button", name=name, exact=True).click()


FILLED = "async () => (await navigator.clipboard.readText()) !== ''"


def copied(reader: Any, name: str) -> str:
    reader.page.evaluate("() => navigator.clipboard.writeText('')")
    click(reader, name)
    reader.until(FILLED)
    return str(reader.page.evaluate(READ))


def test_copies(returning, article):
    """Plain text, Markdown and HTML equal the command line's output."""
    lines = open_uses(returning, article)
    assert copied(returning, "テキスト") == "".join(f"{line}\n" for line in lines)
    markdown = copied(returning, "Markdown")
    assert markdown.startswith("**AI要約**")
    assert all(f"- {line}\n" in markdown for line in lines)
    html = copied(returning, "HTML")
    assert html.startswith("<aside")
    assert all(f"<li>{line}</li>" in html for line in lines)
    assert all(line in returning.page.evaluate(READ_HTML) for line in lines)


def test_copying_where_the_browser_refuses(returning, article):
    """Without the clipboard API the old command is used; without that, the text can be copied by hand."""
    lines = open_uses(returning, article)
    returning.page.evaluate(
        "() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')); }"
    )
    click(returning, "テキスト")
    returning.until(
        "(text) => navigator.clipboard.readText().then((found) => found === text)", "\n".join([*lines, ""])
    )
    returning.page.evaluate("() => { document.execCommand = () => false; }")
    click(returning, "Markdown")
    area = returning.page.get_by_role("textbox", name="コピーできませんでした")
    assert area.input_value().startswith("**AI要約**")


def test_saving_json(returning, article):
    """The file has the summary with the places of its sentences and is named after the article."""
    lines = open_uses(returning, article)
    with returning.page.expect_download() as download:
        click(returning, "JSON")
    assert download.value.suggested_filename == "海辺の小学校、ヨットの授業を正式な科目に 来年度から.json"
    saved = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert [sentence["text"] for sentence in saved["sentences"]] == lines
    places = [(sentence["start"], sentence["end"]) for sentence in saved["sentences"]]
    for line, (start, end) in zip(lines, places, strict=True):
        written = iter(article[start:end])
        assert all(character in written for character in line), "in this order, with cuts between"


def test_the_systems_share_sheet(returning, article):
    """It gets title and text; without one there is no button."""
    lines = open_uses(returning, article)
    assert returning.page.get_by_role("button", name="共有する", exact=True).count() == 0
    returning.page.keyboard.press("Escape")
    returning.page.evaluate("() => { navigator.share = async (data) => { window.shared = data; }; }")
    returning.page.get_by_role("button", name="共有・保存").click()
    click(returning, "共有する")
    returning.until("() => window.shared")
    title, body, _ = returning.page.evaluate("() => window.shared.text").split("\n\n")
    assert (title, body) == (
        returning.page.evaluate("() => window.shared.title"),
        "\n".join(f"・{line}" for line in lines),
    )


def test_code_for_a_post(returning, article):
    """Each notation contains every sentence and the label."""
    lines = open_uses(returning, article)
    seen = set()
    for service in ("embed", "wordpress", "hatena", "note", "qiita", "zenn"):
        before = returning.page.locator("textarea.code").input_value()
        returning.page.get_by_role("combobox", name="貼る先").select_option(service)
        if service != "embed":
            returning.until("(before) => document.querySelector('textarea.code').value !== before", before)
        code = copied(returning, "コードをコピー")
        assert all(line in code for line in lines)
        assert "AI要約" in code
        seen.add(code)
    assert len(seen) == 6


def link(reader: Any, *, article: bool = False) -> str:
    if article:
        reader.page.get_by_role("checkbox", name="記事も入れる").check()
        reader.until("() => document.querySelector('dialog').textContent.includes('渡してよいか')")
    reader.until("() => document.querySelector('input.code').value.includes('#s=1.')")
    return str(reader.page.get_by_role("textbox", name="リンク").input_value())


def test_a_link_holds_the_summary_and_shows_it_read_only(returning, open_reader, shared_server, article):
    """Only the fragment holds it: the server is asked for the page and nothing else."""
    receiver = open_reader()
    receiver.url = returning.url
    lines = open_uses(returning, article)
    address = link(returning)
    assert copied(returning, "リンクをコピー") == address
    assert len(address) < 1000
    shared_server.requests.clear()
    receiver.page.goto(address)
    box = receiver.page.get_by_role("region", name="共有された要約")
    expect(box.get_by_role("listitem")).to_have_text(lines)
    expect(box).to_contain_text("記事は入っていない")
    assert receiver.field.input_value() == ""
    assert [path for path in shared_server.requests if "s=1" in path] == []
    receiver.page.reload()
    box.wait_for()
    box.get_by_role("button", name="閉じる").click()
    assert receiver.page.url == shared_server.url


def test_a_link_with_the_article(returning, open_reader, article):
    """It needs a choice with a notice; the receiver can read and summarise the article."""
    receiver = open_reader()
    receiver.url = returning.url
    lines = open_uses(returning, article)
    receiver.page.goto(link(returning, article=True))
    box = receiver.page.get_by_role("region", name="共有された要約")
    expect(box).to_contain_text("ここでも同じ要約が出ました", timeout=60_000)
    box.get_by_role("button", name="この記事を自分で要約する").click()
    expect(receiver.field).to_have_value(article)
    assert receiver.until_summary() == lines


def packed(value: object, *, version: str = "1") -> str:
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    compressor = zlib.compressobj(9, zlib.DEFLATED, -15)
    raw = compressor.compress(data) + compressor.flush()
    return f"#s={version}." + base64.urlsafe_b64encode(raw).decode().rstrip("=")


HOSTILE: dict[str, str] = {
    "nothing": "#s=",
    "no data": "#s=1.",
    "no base64": "#s=1.%%%",
    "no deflate": "#s=1.AAAA",
    "another version": packed({"s": ["文。"]}, version="2"),
    "no UTF-8": packed(b"\xff\xfe{"),
    "no object": packed([]),
    "no sentences": packed({"s": []}),
    "too many sentences": packed({"s": ["文。"] * 11}),
    "sentence that is no string": packed({"s": [{"text": "文。"}]}),
    "title that is no string": packed({"s": ["文。"], "t": ["題"]}),
    "place outside": packed({"s": [["文。", 0, 999]], "a": "文。"}),
    "sentence without end": packed({"s": ["あ" * 3000]}),
    "fifty megabytes unpacked": packed(b'{"s":["' + b"x" * 50_000_000 + b'"]}'),
}


def test_a_broken_link_is_a_sentence(returning, article):
    """There is a message, and the page works."""
    returning.visit()
    for what, fragment in HOSTILE.items():
        returning.page.evaluate("() => document.querySelector('#error').replaceChildren()")
        returning.page.goto(returning.url + fragment)
        returning.until(
            "() => document.querySelector('#error').textContent.includes('リンクの要約は読めませんでした')"
        )
        assert returning.page.locator("#received").count() == 0, what
    assert len(returning.paste(article).until_summary()) == 3


def test_a_forged_link_is_called_one(returning):
    """Sentences that are not in the article are reported; markup and direction marks are shown as text."""
    markup = "<img src=x onerror=alert(1)>"
    forged = {"t": markup, "s": [["市長は\u202e辞任した。", 0, 8]], "a": f"市長は続投した。{markup}"}
    returning.visit(packed(forged))
    box = returning.page.get_by_role("region", name="共有された要約")
    expect(box).to_contain_text("信用できません", timeout=60_000)
    expect(box).not_to_contain_text("\u202e")
    assert box.locator("img").count() == 0
    expect(box).to_contain_text(markup)


def test_a_line_that_is_cut_to_its_opposite_is_not_certified(returning):
    """Without its negation a line is still a subsequence of its sentence; the cut is called unverified."""
    sentence = "市長は三日、記者団に対し、業者から金を受け取った疑いを認めなかった。"
    forged = sentence.replace("認めなかった", "認めた")
    returning.visit(
        packed({"s": [[forged, 0, len(sentence)]], "a": f"{sentence}議会は調査を続ける。採決は来月になる。"})
    )
    box = returning.page.get_by_role("region", name="共有された要約")
    expect(box).to_contain_text("確かめられない行があります", timeout=60_000)
    expect(box.get_by_role("listitem")).to_contain_text("確かめられません")
    assert box.locator("s").all_text_contents() == ["なかっ"]


SELECT = in_page("selectParagraph")
ARTICLE_PAGE = """<!doctype html>
<html lang="ja"><head><meta charset="utf-8"><title>山あいの無人駅に図書室</title>
</head><body><nav><a href="/">川上日報トップ</a></nav><main><h1>山あいの無人駅に図書室</h1>
<p>川上町の無人駅に去年できた<ruby>図書室<rt>としょしつ</rt></ruby>の利用者が、月に千人を超えた。</p>
<p>本は町の人が持ち寄った約2800冊で、貸し出しの記録は取らない。</p>
<p>列車は2時間に1本しか来ない。町は来年、隣の駅にも作る予定だ。</p></main>
<footer><a href="/c">会社案内</a></footer></body></html>"""


@pytest.mark.parametrize("selected", [False, True], ids=["page", "selection"])
def test_the_bookmarklet(returning, shared_server, tmp_path, selected):
    """On another origin the text comes from window to window, in no address and through no server."""
    returning.visit()
    returning.page.get_by_role("button", name="ブックマークレット").click()
    code = returning.page.get_by_role("link", name="要点で読む").get_attribute("href")
    assert code.startswith("javascript:")
    (tmp_path / "index.html").write_text(ARTICLE_PAGE, encoding="utf-8")
    with Server(tmp_path, prefix="/news/") as elsewhere:
        page = returning.page.context.new_page()
        page.goto(elsewhere.url)
        if selected:
            page.evaluate(SELECT)
        shared_server.requests.clear()
        with page.expect_popup() as popup:
            page.evaluate("(code) => { location.href = code; }", code)
        opened = popup.value
        opened.wait_for_load_state()
        handle = opened.locator("#taken")
        handle.wait_for(state="visible")
        handle.get_by_text("受け取りました").wait_for()
        text = opened.locator("#field").input_value()
        assert opened.url == shared_server.url
        for tab in (opened, page):
            tab.close()
    expected = "川上町の無人駅に去年できた図書室の利用者が、月に千人を超えた。"
    assert expected in text
    assert ("2800冊" in text) is not selected
    assert "川上日報" not in text
    assert [path for path in shared_server.requests if "receive=" in path or "%" in path] == []
    returning.foreign.clear()  # the other site is where this test begins


FORGER = in_page("forgeMessages")


def test_strangers_messages_are_not_taken(open_reader, server, tmp_path):
    """Messages with a wrong kind, number or type give a message and an empty field."""
    (tmp_path / "index.html").write_text(ARTICLE_PAGE, encoding="utf-8")
    reader = open_reader()
    reader.expected = ("404",)  # the other site has no icon
    with Server(tmp_path, prefix="/news/") as elsewhere:
        reader.page.goto(elsewhere.url)
        with reader.page.expect_popup() as popup:
            reader.page.evaluate(FORGER, [server.url, "abcdefgh1234"])
        opened = popup.value
        opened.get_by_role("alert").get_by_text("受け取れませんでした").wait_for(timeout=60_000)
        assert opened.locator("#field").input_value() == ""
    reader.foreign.clear()  # the other site is where this test begins


def test_without_an_opener_there_is_a_sentence(returning):
    """The opener is missing if the site forbids it, or if the address was copied."""
    returning.visit("#receive=abcdefgh1234")
    returning.until(
        "() => document.querySelector('#error').textContent.includes('コピーして、ここに貼り付けて')"
    )
