"""Splits text into sentences without loss and without cutting quotations.

A sentence ends at 。！？ (and similar, see ``terminators``) outside brackets, or where its line ends (see
``wrapping``). Every rule is a row with its reason in ``tests/unit/reading/test_sentences.py``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from youten.japanese import BRACKETS, CLOSERS
from youten.model import Role
from youten.reading.terminators import (
    ENDS,
    FULL_STOPS,
    ends_here,
    is_latin,
    run_end,
    skip_space,
    soft_ends,
    starts_anew,
    tail_end,
)
from youten.reading.wrapping import find_lines

_OPENER_OF = {close: opener for opener, close in BRACKETS.items()}
_MARKS = re.compile("[" + re.escape("".join(BRACKETS) + "".join(sorted(CLOSERS | ENDS))) + "]")
_SAMPLE = 400  # characters that tell which script a line is in

# Text before a sentence that does not belong to it: a list's mark, a mail's ">", a step's number …
_LIST_MARK = re.compile(
    "[・･•‣◦●○■□◆◇▶►➡⇒※＊*+>-]+[ 　]+|[・•‣◦]|[①-⑳❶-❿][ 　]*"
    r"|[（(]?[0-9０-９]{1,2}[.．)）][ 　]*(?=[^0-9０-９\s])"
)
# … and a news agency's dateline: 【港町＝山田太郎】.
_DATELINE = re.compile(
    "[【（(［\\[][^】）)］\\]。、「]{1,30}?"
    "(?:[＝=][^】）)］\\]。、「]{1,20}|時事|共同|ロイター|AFP|AP|記者|特派員|通信)"
    "[】）)］\\]](?: ?[-―—]+ ?)?[ 　]*"
)
_PREFIXES: tuple[tuple[re.Pattern[str], Role], ...] = ((_LIST_MARK, "furniture"), (_DATELINE, "byline"))
# A signature after the last sentence: …した。（山田太郎）
_SIGNATURE = re.compile("[（(【［\\[＝=][^。！？、をがはにで]{1,24}[)）】］\\]＝=]?")


def split_sentences(text: str) -> list[str]:
    """Return the text cut into sentences; joined again they are the text.

    White space stays with the text before it. A line that is no sentence (a headline, an unfinished line) is
    a separate piece.
    """
    begins = [start for line in find_lines(text) for start, _ in sentence_spans(text, line.start, line.end)]
    if not begins:
        return [text] if text else []
    begins[0] = 0
    return [text[a:b] for a, b in zip(begins, [*begins[1:], len(text)], strict=True)]


def find_prefixes(
    text: str, start: int, end: int, labels: re.Pattern[str] | None = None
) -> tuple[tuple[tuple[int, int, Role], ...], int]:
    """Return the parts before the first sentence of text[start:end], and where that sentence begins."""
    found: list[tuple[int, int, Role]] = []
    form_labels = ((labels, "byline"),) if labels else ()
    patterns: tuple[tuple[re.Pattern[str], Role], ...] = (*form_labels, *_PREFIXES)
    for pattern, role in patterns:
        prefix = pattern.match(text, start, end)
        if prefix and prefix.end() < end:
            found.append((start, start + len(prefix.group().rstrip()), role))
            start = prefix.end()
    return tuple(found), start


def is_signature(text: str) -> bool:
    """Return whether the last of several sentences is the writer's name."""
    return _SIGNATURE.fullmatch(text) is not None


def sentence_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of the sentences of one line, text[start:end], without surrounding white space.

    Between the spans and around them there is only white space.
    """
    marks = [(match.start(), match.group()) for match in _MARKS.finditer(text, start, end)]
    partner = _match_brackets(marks)
    ascii_ends = any(mark in ".!?" for _, mark in marks)
    latin = ascii_ends and is_latin(text[start : min(end, start + _SAMPLE)])
    spans: list[tuple[int, int]] = []
    begin = skip_space(text, start, end)
    index = 0
    while index < len(marks):
        position, mark = marks[index]
        cut, passed = 0, position + 1
        if index in partner:
            passed = marks[partner[index]][0] + 1
            told = position == begin and text[passed - 2] in FULL_STOPS
            if told and starts_anew(text, passed, end):
                cut = tail_end(text, passed, end)
        elif mark in ENDS:
            passed = run_end(text, position, end)
            if ends_here(text, begin, position, passed, end, latin):
                cut = tail_end(text, passed, end)
        if cut:
            spans.append((begin, cut))
            begin = skip_space(text, cut, end)
            passed = cut
        while index < len(marks) and marks[index][0] < passed:
            index += 1
    last = begin + len(text[begin:end].rstrip())
    if begin < last:
        spans.append((begin, last))
    return [piece for span in spans for piece in _soft_pieces(text, *span)]


def _soft_pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a span where a mark other than a terminator ends a sentence."""
    for cut in soft_ends(text, start, end):
        yield start, start + len(text[start:cut].rstrip())
        start = skip_space(text, cut, end)
    if start < end:
        yield start, end


def _match_brackets(marks: list[tuple[int, str]]) -> dict[int, int]:
    """Pair openers with closers (indices into ``marks``); brackets without a partner are ordinary characters.

    A closer skips openers of another kind only if one of its own kind is waiting, so each opener is dropped
    once and the work is linear.
    """
    partner: dict[int, int] = {}
    waiting: list[int] = []
    count = dict.fromkeys(BRACKETS, 0)
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
