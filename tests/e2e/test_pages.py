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

PAGES = ROOT / "tests" / "pages"
CASES: list[dict[str, Any]] = json.loads((PAGES / "cases.json").read_text(encoding="utf-8"))
PASTE = f"([plain, html]) => ({in_page('pasteEvent')})(plain, html)"
PLAIN = in_page("pasteIntoField")
SHARE = in_page("submitShare")
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
    elif case["way"] == "paste":
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


def test_what_readers_have(reader, tmp_path):
    """Every case by file and paste."""
    reader.visit().until_ready()
    cases = [case for case in CASES if case["way"] != "share" and "pending" not in case]
    found = {case["name"]: faults(case, answer(reader, case, tmp_path)) for case in cases}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}
