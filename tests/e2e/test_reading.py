"""Reading on a phone and a desktop: first screen, the box in one row, Back, messages in sight, focus."""

from __future__ import annotations

from tests.e2e.scripts import in_page

PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
WIDTH = "() => document.documentElement.scrollWidth"
BAR = "(word) => document.querySelector('#bar:not([hidden])')?.textContent.includes(word)"
STILL = in_page("scrollInstantly")


def test_reading_on_a_phone(open_reader, article, other_article):
    """Each step is one that a reader takes after the last."""
    reader = open_reader(permissions=["clipboard-read", "clipboard-write"], **PHONE)
    page = reader.page
    reader.visit().until_ready()
    page.evaluate(STILL)
    reader.paste(article).until_summary()
    # The whole box is on the first screen.
    box = page.locator("#box").bounding_box()
    assert box["y"] + box["height"] < 844
    # Back returns from a place in the article, and the box stays in sight in one row.
    assert page.locator("#mini").is_hidden()
    page.locator("#lines .line-number").nth(2).click()
    reader.until("() => !document.querySelector('#mini').hidden")
    page.go_back()
    reader.until("() => scrollY === 0 && document.querySelector('#mini').hidden")
    assert page.evaluate("() => document.activeElement.dataset.line") == "3"
    page.evaluate("() => scrollTo(0, document.body.scrollHeight)")
    page.locator("#mini summary").click()
    page.locator(".mini-line").nth(1).click()
    reader.until("() => document.querySelector('#source .current')?.dataset.line === '2'")
    # What did not work is said where the reader is.
    page.locator("#speak").evaluate("(button) => button.click()")
    reader.until(BAR, "音声がありません")
    page.locator("#furigana").evaluate("(box) => { box.click(); box.click(); }")
    assert page.locator("#bar").is_hidden(), "it is about what was tried before"
    # Words in focus that change nothing say so.
    page.locator("#word").fill("予算")
    reader.until(
        "() => document.querySelector('#focus-note').textContent.includes('「予算」は記事にありません')"
    )
    # One line.
    page.evaluate("() => document.querySelector('#unit [value=headline]').click()")
    reader.until("() => document.querySelectorAll('#lines li').length === 1")
    page.evaluate("() => document.querySelector('#unit [value=lines]').click()")
    # Several articles in one paste are read one by one.
    second = other_article.replace("\n\n", "\n川上日報　2031年9月9日\n\n", 1)
    reader.paste(f"{article}\n\n{second}")
    reader.until(BAR, "記事が2本")
    page.locator("#bar button").click()
    reader.until("(text) => document.querySelector('#field').value === text", article.strip())
    reader.until(BAR, "山あいの無人駅")
    page.locator("#bar button").click()
    reader.until("(text) => document.querySelector('#field').value === text", second.strip())
    # Another language is refused in words.
    reader.paste("市政府三日宣布重新开放港口市场。市场共有四十家店铺,许多人前来购物。")
    reader.until("() => document.querySelector('#error').textContent.includes('日本語の文章ではない')")
    assert page.locator("#result").is_hidden()
    assert page.evaluate(WIDTH) <= 390


def test_clicks_before_the_scripts_count(open_reader):
    """The script is held back; the settings open once it is there."""
    reader = open_reader()
    held = []
    reader.page.route("**/app.js", lambda route: held.append(route))
    reader.page.goto(reader.url, wait_until="commit")
    reader.until("() => document.querySelector('#settings')")
    reader.page.locator("#settings").click()
    while not held:
        reader.page.wait_for_timeout(20)
    held.pop().continue_()
    reader.page.get_by_role("dialog", name="設定").wait_for()


def test_a_link_over_a_draft(open_reader, article):
    """The received summary has the whole width, from the top; the article below it is beside its field."""
    reader = open_reader(permissions=["clipboard-read", "clipboard-write"])
    page = reader.page
    reader.visit().paste(article).until_summary()
    page.locator("#use").click()
    reader.until("() => document.querySelector('input.code')?.value.includes('#s=')")
    address = page.locator("input.code").input_value()
    page.keyboard.press("Escape")
    page.goto(str(address))
    received = page.locator("#received")
    received.wait_for()
    assert received.bounding_box()["width"] > 500
    assert page.evaluate("() => scrollY") == 0
    assert page.locator("#box").bounding_box()["x"] > page.locator("#field").bounding_box()["x"] + 200
