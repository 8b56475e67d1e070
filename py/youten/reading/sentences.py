"""Lossless, quotation-safe sentence splitting.

A sentence ends at 。！？ (and kin, see ``terminators``) outside brackets, or where its unit of text ends (see
``units``: a line, or lines that were wrapped).
Every choice is a row, with its reason, in ``tests/unit/reading/test_sentences.py``.
"""

from __future__ import annotations

import re

from youten.reading.terminators import (
    CLOSERS,
    ENDS,
    FULL_STOPS,
    PAIRS,
    ends_here,
    is_latin,
    run_end,
    skip_space,
    starts_anew,
    tail_end,
)
from youten.reading.units import find_units

_OPENER_OF = {close: opener for opener, close in PAIRS.items()}
_MARKS = re.compile("[" + re.escape("".join(PAIRS) + "".join(sorted(CLOSERS | ENDS))) + "]")


def split_sentences(text: str) -> list[str]:
    """Return the text cut into sentences; joined again they are the text.

    White space stays with what precedes it.
    A line that is no sentence (a headline, an unfinished line) is a piece of its own.
    """
    begins = [start for unit in find_units(text) for start, _ in sentence_spans(text, unit.start, unit.end)]
    if not begins:
        return [text] if text else []
    begins[0] = 0
    return [text[a:b] for a, b in zip(begins, [*begins[1:], len(text)], strict=True)]


def sentence_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of the sentences of one unit, text[start:end], without surrounding white space.

    Between two spans, before the first and after the last there is nothing but white space.
    """
    marks = [(match.start(), match.group()) for match in _MARKS.finditer(text, start, end)]
    partner = _match_brackets(marks)
    latin = is_latin(text[start : min(end, start + 400)])
    spans: list[tuple[int, int]] = []
    begin = skip_space(text, start, end)
    index = 0
    cut = 0
    while index < len(marks):
        position, mark = marks[index]
        if position < cut:  # swallowed by the sentence before
            index += 1
            continue
        cut = 0
        if index in partner:
            closing = marks[partner[index]][0]
            told = position == begin and text[closing - 1] in FULL_STOPS
            if told and starts_anew(text, closing + 1, end):
                cut = tail_end(text, closing + 1, end)
            index = partner[index] + 1
        elif mark in ENDS:
            run = run_end(text, position, end)
            if ends_here(text, begin, position, run, end, latin):
                cut = tail_end(text, run, end)
            index += 1
            while index < len(marks) and marks[index][0] < run:
                index += 1
        else:
            index += 1
        if cut:
            spans.append((begin, cut))
            begin = skip_space(text, cut, end)
    if begin < end:
        last = begin + len(text[begin:end].rstrip())
        if begin < last:
            spans.append((begin, last))
    return spans


def _match_brackets(marks: list[tuple[int, str]]) -> dict[int, int]:
    """Pair openers with closers (indices into ``marks``); what has no partner is ordinary and left out.

    A closer passes over openers of another kind only when one of its own kind is waiting, so each opener is
    dropped once and the work is linear.
    """
    partner: dict[int, int] = {}
    waiting: list[int] = []
    count = dict.fromkeys(PAIRS, 0)
    for index, (_, mark) in enumerate(marks):
        if mark in count:
            waiting.append(index)
            count[mark] += 1
            continue
        opener = _OPENER_OF.get(mark)
        if opener is None or not count[opener]:
            continue
        while True:
            candidate = waiting.pop()
            kind = marks[candidate][1]
            count[kind] -= 1
            if kind == opener:
                partner[candidate] = index
                break
    return partner
