"""Undoes line wraps: printed lines -> lines that are paragraphs, items or headings.

Pasted web text has one line per paragraph; PDF and e-mail text breaks its lines inside sentences. The text
itself must show which it is. A line is one printed line, or several that are one paragraph broken at a fixed
width or by hand. A newline inside a line stays in it, since a sentence's text is a slice; code that shows a
sentence drops it.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from youten.model import SourceText
from youten.offsets import Edit, rewrite
from youten.reading.endings import BROKEN_BEGINNING, ends_in_predicate, ends_politely

_ITEM_MARKS = frozenset("◇◆■□●○◎▼▽▲△★☆※＊・･•‣◦→➡⇒▶►＞>#＃|｜─━═―＝=①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮❶❷❸❹❺【＜〈<《［[`~\u3000")
_NUMBERED = re.compile(
    "[（(]?[0-9０-９]{1,2}[.．)）:：、][^0-9０-９]|[-*+–] |[QＱAＡ][.．:：]"
    "|第[0-9０-９一二三四五六七八九十]{1,3}[章節条回部]|[^\\s、。「」]{1,10}[:：](?![0-9/])"
)
# Characters that _NUMBERED looks at, at most.
_LONGEST_LABEL = 14
_BREAK = re.compile(r"(?<![ 　])[ 　]*\n\s*")
_QUOTES = re.compile("[「『」』]")
_ROUND = re.compile("[（(）)]")

# Maximum lines and characters of a quotation; beyond it an unclosed bracket counts as a mistake.
_QUOTE_LINES = 8
_QUOTE_CHARS = 600
# Columns (a full-width character is two). Wrapped text: newspapers' columns to wide PDF pages.
_NARROWEST, _WIDEST = 24, 112
# Columns that unbreakable words and punctuation may leave empty at the end of a line.
_RAG = 6
_LINE_CLOSERS = frozenset("。．｡！？!?.」』）)…:：")
_FEWEST_FULL_LINES = 3
# A line that was broken once by mistake: long prose that stops at a particle or, in a paragraph, in a word.
_STRAY_COLUMNS = 36
_STRAY_KANA = 0.25  # share of hiragana; headlines have less
_STRAY_END = re.compile("[のをがでとてにしく、]$")
_STRAY_WORD = re.compile("[一-龥々ァ-ヶー]$")
_REST = 6  # characters; no sentence is that short, but the end of one may be
_WHOLE_SHARE = 0.75  # of unfinished lines that end in a predicate, where a line is a sentence


class Span(NamedTuple):
    """text[start:end] without surrounding white space."""

    start: int
    end: int
    paragraph: int  # blank-line-separated blocks, counted from 0
    opens: bool  # first of its paragraph
    item: bool = False  # begins something of its own


def find_lines(text: str, labels: re.Pattern[str] | None = None, *, flow: bool = False) -> list[Span]:
    """Return the lines in order. There is only white space between them.

    A line that begins with one of the ``labels`` continues none. In ``flow``ing speech every line continues
    the one before unless that ends like a spoken sentence.
    """
    printed = _printed_lines(text)
    begins = [_begins(text, line, labels) for line in printed]
    lines: list[Span] = []
    for line, joined in zip(printed, _joins(text, printed, begins, flow=flow), strict=True):
        if joined:
            lines[-1] = lines[-1]._replace(end=line.end)
        else:
            lines.append(line)
    return [
        line._replace(item=_starts_item(text[line.start : min(line.end, line.start + _LONGEST_LABEL)]))
        for line in lines
    ]


def unwrap(text: SourceText, lines: list[Span]) -> tuple[SourceText, list[Span]]:
    """Drop the line breaks inside lines, so that a wrapped text is the same as one that is not.

    Between two Latin words the break stays, for it stands for a space.
    """
    body = text.text
    edits: list[Edit] = []
    moved: list[Span] = []
    gone = 0
    for line in lines:
        start = line.start - gone
        for found in _BREAK.finditer(body, line.start, line.end):
            if not (_is_latin(body[found.start() - 1]) and _is_latin(body[found.end()])):
                edits.append((*found.span(), ""))
                gone += found.end() - found.start()
        moved.append(line._replace(start=start, end=line.end - gone))
    return (rewrite(text, lambda _: edits), moved) if edits else (text, lines)


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _begins(text: str, line: Span, labels: re.Pattern[str] | None) -> bool:
    """Return whether a printed line begins something of its own."""
    newline = text.rfind("\n", max(0, line.start - _LONGEST_LABEL), line.start)
    indented = text[newline + 1 if newline >= 0 else line.start : line.start + _LONGEST_LABEL]
    return _starts_item(indented) or bool(labels and labels.match(text, line.start, line.end))


def _starts_item(text: str) -> bool:
    """Return whether a line begins a heading, an item, or an indented paragraph."""
    return text[:1] in _ITEM_MARKS or _NUMBERED.match(text) is not None


def _printed_lines(text: str) -> list[Span]:
    lines: list[Span] = []
    paragraph = -1
    blank = True
    at = 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            paragraph += blank
            start = at + len(line) - len(line.lstrip())
            lines.append(Span(start, start + len(stripped), paragraph, blank))
        blank = not stripped
        at += len(line) + 1
    return lines


def _joins(text: str, lines: list[Span], begins: list[bool], *, flow: bool) -> list[bool]:
    """Return for each printed line whether it continues the one before."""
    joins = [False] * len(lines)
    if len(lines) < 2:
        return joins
    widths = [_columns(text, line) for line in lines]
    ended = [text[line.end - 1] in _LINE_CLOSERS for line in lines]
    whole = _are_sentences(text, lines, ended)
    wrap = 0 if whole else _wrap_width(widths, ended)
    ragged = wrap == 0 and not whole and _is_ragged(text, lines, widths)
    for index in range(1, len(lines)):
        before, line = lines[index - 1], lines[index]
        if line.opens or begins[index]:
            continue
        if flow:
            done = text[before.end - 1] in "。．！？!?" or ends_politely(text[before.start : before.end])
            joins[index] = not done
            continue
        full = wrap > 0 and widths[index - 1] + _first_word(text, line) > wrap - _RAG
        last = text[before.end - 1]
        if ended[index - 1]:
            # A full line may end in a bracket inside a sentence; nothing is joined to a terminator.
            joins[index] = full and last in "」』）)" and text[before.end - 2] not in "。．！？!?."
            continue
        joins[index] = (
            full
            or (widths[index - 1] <= _WIDEST and last in "、，")
            or (ragged and "ぁ" <= last <= "ん")
            or (widths[index - 1] >= _NARROWEST and _goes_on_in_english(text, before, line))
            or (
                not whole
                and _is_stray(text, before, line, joins[index - 1] or _follows_end(ended, lines, index))
            )
        )
    for brackets, pattern in (("「『", _QUOTES), ("（(", _ROUND)):
        _join_brackets(text, lines, joins, brackets, pattern)
    return joins


def _follows_end(ended: list[bool], lines: list[Span], index: int) -> bool:
    """Return whether the line before ``index`` stands behind a finished one of its own paragraph."""
    return index > 1 and not lines[index - 1].opens and ended[index - 2]


def _are_sentences(text: str, lines: list[Span], ended: list[bool]) -> bool:
    """Return whether nearly every unfinished line is a sentence without its full stop."""
    open_lines = [line for line, done in zip(lines, ended, strict=True) if not done]
    whole = sum(ends_in_predicate(text[max(line.start, line.end - 12) : line.end]) for line in open_lines)
    return len(open_lines) >= _FEWEST_FULL_LINES and whole >= _WHOLE_SHARE * len(open_lines)


def _is_stray(text: str, before: Span, line: Span, inside: bool) -> bool:
    """Return whether a single line break is in a sentence; ``inside``: the line before is surely prose."""
    if BROKEN_BEGINNING.match(text, line.start, line.end):
        return True
    rest = line.end - line.start
    if rest <= _REST and text[line.end - 1] in "。．" and _columns(text, before) >= _STRAY_COLUMNS:
        return True
    closed = text[line.end - 1] in _LINE_CLOSERS
    shown = text[max(before.start, before.end - _WIDEST) : before.end]
    if "。" in shown:  # prose, of which a sentence is not at its end
        return closed and bool(_STRAY_END.search(shown) or _STRAY_WORD.search(shown))
    if before.end - before.start > _WIDEST or _columns(text, before) < _STRAY_COLUMNS:
        return False
    if shown[-1] == "の" and closed:  # as no headline ends
        return True
    if shown.endswith("けが"):
        return False
    if shown[-1] in "をが" and "、" in shown and "は" in shown and closed:
        return True
    if sum("ぁ" <= c <= "ゖ" for c in shown) < _STRAY_KANA * len(shown):
        return False
    ends = _STRAY_END.search(shown) or (inside and _STRAY_WORD.search(shown))
    return bool(ends) and "、" in shown and closed


def _wrap_width(widths: list[int], ended: list[bool]) -> int:
    """Return the columns at which a text was wrapped, or 0: unfinished lines are then equally wide."""
    open_widths = sorted(width for width, done in zip(widths, ended, strict=True) if not done)
    if len(open_widths) < _FEWEST_FULL_LINES:
        return 0
    wrap = open_widths[(len(open_widths) - 1) * 9 // 10]
    if not _NARROWEST <= wrap <= _WIDEST:
        return 0
    full = sum(wrap - _RAG <= width <= wrap + _RAG for width in open_widths)
    longer = sum(width > wrap + _RAG for width in widths)
    enough = full >= _FEWEST_FULL_LINES and full * 5 >= len(open_widths) * 3 and full * 4 >= len(widths)
    return wrap if enough and longer <= 1 + len(widths) // 20 else 0


def _is_ragged(text: str, lines: list[Span], widths: list[int]) -> bool:
    """Return whether lines are broken by hand at phrases (newsletters): all short, several ending in 、."""
    if max(widths) > 84:
        return False
    commas = sum(
        text[line.end - 1] == "、" and line.paragraph == after.paragraph for line, after in pairwise(lines)
    )
    return commas >= 2


def _goes_on_in_english(text: str, before: Span, line: Span) -> bool:
    last, first = text[before.end - 1], text[line.start]
    return (
        (last.isascii() and (last.isalnum() or last in ",;-"))
        and ("a" <= first <= "z")
        and " " in text[before.start : before.end]
    )


def _join_brackets(
    text: str, lines: list[Span], joins: list[bool], opening: str, pattern: re.Pattern[str]
) -> None:
    """Join the lines of a quotation or an aside that is opened in one line and closed in a later one."""
    balance = [_balance(text, line, opening, pattern) for line in lines]
    for index, (_, opened) in enumerate(balance):
        if not opened:
            continue
        waiting = opened
        for after in range(index + 1, min(index + 1 + _QUOTE_LINES, len(lines))):
            line = lines[after]
            if line.paragraph != lines[index].paragraph or line.end - lines[index].start > _QUOTE_CHARS:
                break
            closed, opened = balance[after]
            if closed >= waiting:
                joins[index + 1 : after + 1] = [True] * (after - index)
                break
            waiting += opened - closed


def _balance(text: str, line: Span, opening: str, pattern: re.Pattern[str]) -> tuple[int, int]:
    """Return (closers without an opener, openers without a closer) of a line's brackets."""
    closed = opened = 0
    for match in pattern.finditer(text, line.start, line.end):
        if match.group() in opening:
            opened += 1
        elif opened:
            opened -= 1
        else:
            closed += 1
    return closed, opened


def _columns(text: str, line: Span) -> int:
    """Return a line's width; for lines wider than any wrapping, only that they are wider."""
    if line.end - line.start > _WIDEST:
        return 2 * _WIDEST
    shown = text[line.start : line.end]
    return 2 * len(shown) - len(shown.encode("ascii", "ignore"))


def _first_word(text: str, line: Span) -> int:
    """Return the columns of the unbreakable start of a line: a Latin word, or one character."""
    end = line.start
    while end < line.end and end < line.start + 30 and text[end].isascii() and not text[end].isspace():
        end += 1
    return max(2, end - line.start)
