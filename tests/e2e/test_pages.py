"""What readers really have: files, pastes and shared texts, with what their boxes must and must not hold.

``tests/pages/cases.json`` has a row for each: the input, the way in, the reason (``why``), and what is shown.
One page reads them all, one after the other. ``pending`` says what the reading of the text does not know yet.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.e2e.conftest import ROOT, Reader
from tests.e2e.scripts import in_page
from tests.pages.hostile import HOSTILE
from tests.subsequence import is_subsequence

PAGES = ROOT / "tests" / "pages"
CASES: list[dict[str, Any]] = json.loads((PAGES / "cases.json").read_text(encoding="utf-8"))
PASTE = f"([plain, html]) => ({in_page('pasteEvent')})(plain, html)"
PLAIN = in_page("pasteIntoField")
RESET = """() => {
    performance.clearMarks('youten:summary');
    for (const name of ['taken', 'error', 'notices']) document.querySelector(`#${name}`).replaceChildren();
}"""
ANSWERED = """() => performance.getEntriesByName('youten:summary').length > 0
    || document.querySelector('#error').textContent !== ''"""
SHOWN = """() => ({
    lines: Array.from(document.querySelectorAll('#lines .line'), (line) => line.textContent),
    title: document.querySelector('#title').hidden ? '' : document.querySelector('#title').textContent,
    phrases: Array.from(document.querySelectorAll('#phrases button'), (one) => one.textContent),
    error: document.querySelector('#error').textContent,
    notes: document.querySelector('#notices').textContent + document.querySelector('#note').textContent,
})"""


def drawn(reader: Reader, markup: str) -> str:
    """Return what copying a whole page gives as plain text."""
    tab = reader.page.context.new_page()
    tab.set_content(markup)
    text = str(tab.evaluate("() => document.body.innerText"))
    tab.close()
    return text


def bring(reader: Reader, case: dict[str, Any], folder: Path) -> None:
    """Give the input of a case to the page, in its way."""
    name = case["input"]
    path = folder / name if name in HOSTILE else PAGES / "inputs" / name
    if name in HOSTILE:
        path.write_bytes(HOSTILE[name]())
    if case["way"] == "file":
        reader.page.locator("#file").set_input_files(path)
    elif case["way"] == "rich paste":
        markup = path.read_text(encoding="utf-8")
        plain = drawn(reader, markup)
        if not reader.page.evaluate(PASTE, [plain, markup]):
            reader.page.evaluate(PLAIN, plain)
    else:  # a text that was shared goes into the field as it is (test_ways_in.py)
        reader.page.evaluate(PLAIN, path.read_text(encoding="utf-8"))


def faults(case: dict[str, Any], shown: dict[str, Any]) -> list[str]:
    """Return what is wrong with an answer, in words."""
    lines, error = shown["lines"], shown["error"]
    if error:
        return [] if case["least"] == 0 else [f"refused: {error}"]
    must, must_not = case.get("must", []), case.get("must_not", [])
    wrong = [f"no line has {part}" for part in must if not any(part in line for line in lines)]
    some = case.get("must_any")
    if some and not any(part in line for part in some for line in lines):
        wrong.append(f"no line has any of {some}")
    visible = [*lines, shown["title"], *shown["phrases"]]
    wrong += [f"shown: {part!r}" for part in must_not if any(part in text for text in visible)]
    wrong += [f"begins: {line}" for line in lines if line.startswith(tuple(case.get("must_not_begin", [])))]
    wrong += [f"said: {part}" for part in case.get("must_not_note", []) if part in shown["notes"]]
    if "title" in case and "".join(case["title"].split()) != "".join(shown["title"].split()):
        wrong.append(f"title: {shown['title']!r}")
    if len(lines) < max(case["least"], 1):
        wrong.append(f"{len(lines)} lines: {shown['notes']}")
    return wrong and [*wrong, *lines]


def answer(reader: Reader, case: dict[str, Any], folder: Path) -> dict[str, Any]:
    """Return what the page shows for a case."""
    reader.page.evaluate(RESET)
    bring(reader, case, folder)
    reader.until(ANSWERED)
    return dict(reader.page.evaluate(SHOWN))


ARTICLE = """([markup]) => {
    const page = new DOMParser().parseFromString(markup, 'text/html');
    const texts = (name) => Array.from(page.querySelectorAll(`[${name}]`), (node) => node.textContent);
    return { headline: texts('data-headline')[0], article: texts('data-article'), body: page.body.innerHTML };
}"""


def furniture(shown: dict[str, Any], article: list[str], headline: str) -> list[str]:
    """Return what is shown and not of the article, or nothing where nothing should be shown."""
    blocks = ["".join(part.split()) for part in [*article, "".join(article)]]
    wrong = [
        line
        for line in shown["lines"]
        if not any(is_subsequence("".join(line.split()), block) for block in blocks)
    ]
    if shown["title"] and "".join(shown["title"].split()) not in "".join(headline.split()):
        wrong.append(f"title: {shown['title']}")
    return wrong if shown["lines"] else [*wrong, f"nothing: {shown['error']} {shown['notes']}"]


def test_saved_pages(reader):
    """Boxes of whole pages of 22 patterns hold only lines of the article: as files, rich and plain pastes.

    In ``tests/pages/sites`` the parts of the article are marked, which no reader looks at.
    """
    reader.visit().until_ready()
    tab = reader.page.context.new_page()
    found = {}
    for path in sorted((PAGES / "sites").glob("*.html")):
        markup = path.read_text(encoding="utf-8")
        tab.set_content(markup)
        page = tab.evaluate(ARTICLE, [markup])
        plain = tab.evaluate("() => document.body.innerText")
        for way in ("file", "rich paste", "paste"):
            reader.page.evaluate(RESET)
            if way == "file":
                reader.page.locator("#file").set_input_files(path)
            elif way == "paste" or not reader.page.evaluate(PASTE, [plain, page["body"]]):
                reader.page.evaluate(PLAIN, plain)
            reader.until(ANSWERED)
            shown = reader.page.evaluate(SHOWN)
            found[f"{path.stem}, {way}"] = furniture(shown, page["article"], page["headline"])
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_what_readers_have(reader, tmp_path):
    """Every case by file and paste."""
    reader.visit().until_ready()
    cases = [case for case in CASES if "pending" not in case]
    found = {case["name"]: faults(case, answer(reader, case, tmp_path)) for case in cases}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_a_reading_can_be_stopped(reader, tmp_path):
    """The page answers while a costly file is read and while a reader does not come; nothing is lost."""
    reader.expected = ("net::ERR_FAILED",)
    reader.visit().paste("市は港に市場を開く。").until_ready()
    path = tmp_path / "empty-paragraphs.docx"
    path.write_bytes(HOSTILE[path.name]())
    taken = reader.page.locator("#taken")
    for stalled in (True, False):
        if stalled:
            reader.page.route("**/later/reader.js", lambda route: None)
        else:
            reader.page.unroute_all(behavior="ignoreErrors")
            reader.visit()
        reader.page.locator("#file").set_input_files(path)
        taken.get_by_role("button", name="止める").click()
        reader.until("() => document.querySelector('#taken').textContent.includes('止めました')")
        assert reader.field.input_value() == "市は港に市場を開く。"
    reader.page.locator("#file").set_input_files(path)
    taken.get_by_text("読み込みました").wait_for(timeout=60_000)
