"""Removes layout that interrupts sentences: cues and tags of subtitles, times of transcripts, printed pages.

Everything is a list of edits, so offsets stay right. What stands beside sentences, not in them, is left to
``labels`` and to the roles of lines.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from youten.model import Form, SourceText
from youten.offsets import Edit, rewrite

_CUE_TIME = r" *(?:\d{1,2}:)?\d{2}:\d{2}[,.]\d{3} --> [^\n]*"
_CAPTIONS = re.compile(
    r"\AWEBVTT[^\n]*(?:\n[^\n]+)*|^(?:NOTE|STYLE|REGION)(?=[ \n])[^\n]*(?:\n[^\n]+)*"
    rf"|\s*^(?:\d{{1,6}} *\n)?{_CUE_TIME}$\n?|<[^<>\n]{{0,60}}>|\{{\\an?\d\}}",
    re.MULTILINE,
)
_SHARED = re.compile('^[ 　]*(["“])[^"“”\n]{2,4000}[。！？!?](["”])[ 　]*$', re.MULTILINE)
_SPOKEN_TIME = re.compile(r"^ *[\[(]?(?:\d{1,2}:)?\d{1,2}:\d{2}[\])]?(?: *\n| +(?=\S))", re.MULTILINE)
_PAGE_NUMBER = re.compile(
    r"[ 　]*(?:[-–—―ー−‐] ?[0-9０-９]{1,4} ?[-–—―ー−‐]|[0-9０-９]{1,4}"
    r"|[0-9０-９]{1,4} ?[/／] ?[0-9０-９]{1,4}"
    r"|[pP]\.? ?[0-9]{1,4}|[0-9０-９]{1,4} ?(?:ページ|頁))[ 　]*"
)
_FOOTNOTE = re.compile("[*＊※†]?[（(]?([0-9０-９]{1,2}|[¹²³⁴-⁹])[)）]?[　 ]+(?=\\S)")
_NOTE_MARK = re.compile("(?<=[ぁ-んァ-ヶ一-龥」）])([0-9０-９]{1,2}|[¹²³⁴-⁹])(?=[。、．，])")
_CELLS = re.compile(r"^[^\t\n]*[^\s。](\t)(?=[^\t\n]*[^\s。][ 　]*$)[^\t\n]*$", re.MULTILINE)
_MOST_CELLS = 4  # lines with two cells
_LONGEST_HEADER = 70  # characters
_SHORTEST_HEADER = 4
_MAIL_ONLY = re.compile(r"^(?:MIME-Version|Content-Type|Message-ID|Received|Return-Path)[:：]", re.IGNORECASE)
_MAIL_FIELD = re.compile(r"[A-Za-z][A-Za-z-]{1,40}:|[ \t]+\S")


def strip_layout(text: SourceText, form: Form) -> SourceText:
    """Return the text without the layout of its form, and without the furniture of printed pages."""
    text = rewrite(text, _quote_edits)
    if form in ("article", "webpage"):
        text = rewrite(text, lambda _: _cell_edits(text))
    if form == "subtitles":
        return rewrite(text, _caption_edits)
    if form == "transcript":
        return rewrite(text, _time_edits)
    if form == "mail":
        return rewrite(text, _header_edits)
    return rewrite(text, _page_edits) if form not in ("chat", "verse", "list") else text


def _cell_edits(text: SourceText) -> list[Edit]:
    """Break lines between the two cells of a page that is laid out as a table: menu and headline.

    Tables of facts have more such lines. Normalization has made the tab a space.
    """
    if "\t" not in text.source:
        return []
    tabs = [match.start(1) for match in _CELLS.finditer(text.source)]
    places = [bisect_left(text.starts, tab) for tab in tabs]
    if len(tabs) > _MOST_CELLS:
        return []
    return [(at, at + 1, "\n") for at in places if text.text[at : at + 1] == " "]


def _quote_edits(text: str) -> Iterator[Edit]:
    """Drop the straight quotes around a whole paragraph, as a browser shares a selection."""
    for match in _SHARED.finditer(text):
        yield match.start(1), match.end(1), ""
        yield match.start(2), match.end(2), ""


def _caption_edits(text: str) -> Iterator[Edit]:
    for match in _CAPTIONS.finditer(text):
        if match.start() < match.end():
            inside = match.group()[0] in "<{"
            yield match.start(), match.end(), "" if inside or not match.start() else "\n"


def _time_edits(text: str) -> Iterator[Edit]:
    for match in _SPOKEN_TIME.finditer(text):
        yield match.start(), match.end(), ""


def _header_edits(text: str) -> Iterator[Edit]:
    """Drop the headers of a saved mail; those that a program printed for people are bylines."""
    end = text.find("\n\n")
    head = text[: max(end, 0)].strip("\n")
    fields = head.split("\n")
    if any(map(_MAIL_ONLY.match, fields)) and all(map(_MAIL_FIELD.match, fields)):
        yield 0, end, ""


def _page_edits(text: str) -> Iterator[Edit]:
    """Drop page numbers and running headers where a text was copied from printed pages, and its footnotes.

    A running header is a short line without an end that occurs on nearly every page. Where it stood in the
    middle of a sentence, one line break is left, so that ``wrapping`` can join the sentence.
    """
    lines = text.split("\n")
    numbers = {i for i, line in enumerate(lines) if line.strip() and _PAGE_NUMBER.fullmatch(line)}
    if not numbers:
        return
    seen = Counter(line.strip() for line in lines if _could_run(line))
    running = {line for line, count in seen.items() if count > 1 and count + 1 >= len(numbers)}
    gone = {i for i in numbers if _beside(lines, i, running)}
    gone |= {i for i, line in enumerate(lines) if line.strip() in running}
    marks = {match[1] for match in _NOTE_MARK.finditer(text)} if running else set()
    notes = {i for i, line in enumerate(lines) if (note := _FOOTNOTE.match(line)) and note[1] in marks}
    yield from sorted([*_gaps(lines, gone | notes), *_note_marks(text, lines, notes)])


def _note_marks(text: str, lines: list[str], notes: set[int]) -> Iterator[Edit]:
    """Drop the marks of the footnotes that are dropped."""
    known = {note[1] for i in notes if (note := _FOOTNOTE.match(lines[i]))}
    for mark in _NOTE_MARK.finditer(text):
        if mark[1] in known:
            yield *mark.span(1), ""


def _gaps(lines: list[str], gone: set[int]) -> Iterator[Edit]:
    """Replace each run of dropped and blank lines by one line break, or by two behind a finished line."""
    at = end_before = 0
    left, dropped = "", False
    for index, line in enumerate(lines):
        if index in gone:
            dropped = True
        elif line.strip():
            if dropped:
                yield end_before, at, left
            end_before, dropped = at + len(line), False
            left = "\n\n" if line.rstrip()[-1] in "。．！？!?」』）)" else "\n"
        at += len(line) + 1
    if dropped:
        yield end_before, at - 1, ""


def _could_run(line: str) -> bool:
    bare = line.strip()
    return _SHORTEST_HEADER <= len(bare) <= _LONGEST_HEADER and bare[-1] not in "。．、」！？!?:："


def _beside(lines: list[str], index: int, running: set[str]) -> bool:
    """Return whether the next line with text, before or after, is a running header or there is none."""
    for step in (-1, 1):
        at = index + step
        while 0 <= at < len(lines) and not lines[at].strip():
            at += step
        if not 0 <= at < len(lines) or lines[at].strip() in running:
            return True
    return False
