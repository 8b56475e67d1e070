"""Features for and against cutting a span: names, each with the value 1.

``model`` has the weights. The names are readable, so that learned weights can be read too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from youten.model import Morpheme
from youten.writing.shorten.spans import Span
from youten.writing.shorten.view import View

_CONTENTS = [
    (name, re.compile(pattern))
    for name, pattern in (
        ("figure", "[0-9０-９〇一二三四五六七八九十百千万億兆]"),
        ("date", "[0-9０-９]+(?:年|月|日|時|分)|午前|午後|昨年|今年|来年|同日|現地|時間"),
        ("source", "によると|によれば|によりますと"),
        ("negation", "ない|なかっ|ません|ず[、に]|ぬ[、 ]|なし"),
        ("death", "[死殺]|亡くな|遺体"),
        (
            "quantity",
            "[0-9０-９〇一二三四五六七八九十百千万億兆]+(?:人|名|円|ドル|件|%|％|割|票|点|回|倍|度|台|位|歳|km|m|kg)",
        ),
        ("quote", "[「『]"),
    )
]
_LENGTHS = (3, 6, 10, 15, 22, 30, 45, 70)


class Surroundings(NamedTuple):
    """The article's words, which are the same for all its sentences."""

    title: frozenset[str]  # base forms of the headline's words
    counts: Mapping[str, int]  # base form -> how often the article has it


def features(view: View, span: Span, around: Surroundings) -> list[str]:
    """Return the names of a span's features."""
    family = span.family
    length = steps(span.end - span.start, _LENGTHS)
    total = steps(len(view.text), (30, 45, 60, 80, 110))
    names = [family, f"{family} chars {length}", f"{family} chars {length} of {total}"]
    names += _contents(view, span, around)
    if family == "row":
        return names + _row(view, span) + _losses(view, span)
    if family == "compound":
        return names + _compound(view, span)
    if family in ("clock", "report"):
        return names
    inside = view.text[span.start + 1 : span.end - 1]
    kind = (
        "latin"
        if inside.isascii()
        else "kana"
        if all("ぁ" <= c <= "ー" or c in " 　・" for c in inside)
        else "words"
    )
    return [*names, f"bracket {kind}", f"bracket {kind} {length}"]


def steps(value: int, edges: Sequence[int]) -> int:
    """Return how many of the edges a value reaches."""
    return sum(value >= edge for edge in edges)


def _contents(view: View, span: Span, around: Surroundings) -> list[str]:
    """Name the contents of a span and of the rest without it."""
    family, text = span.family, view.text[span.start : span.end]
    names = [f"{family} {name}" for name, pattern in _CONTENTS if pattern.search(text)]
    words = [c.word for c in view.chunks[span.first : span.last + 1] if c.family in "NVAC"]
    names.append(f"{family} title {min(sum(w in around.title for w in words), 2)} of {min(len(words), 4)}")
    known = 10 * sum(around.counts.get(w, 1) for w in words) // max(1, len(words))
    names.append(f"{family} known {steps(known, (11, 20, 35))}")
    rest = len(view.text) - (span.end - span.start)
    names.append(f"{family} rest {steps(rest, (12, 20, 28, 38, 50))}")
    names.append(f"{family} place {5 * span.start // len(view.text)} {not span.start}")
    return names


def _row(view: View, span: Span) -> list[str]:
    """Name how a row of bunsetsu is connected with its sentence."""
    chunks = view.chunks
    row = chunks[span.first : span.last + 1]
    last, right = row[-1], chunks[span.last + 1]
    left = chunks[span.first - 1] if span.first else None
    end, form, size = f"{last.family}:{last.form}", last.form, len(row)
    governor = chunks[last.head]
    orphans = [c for c in chunks[: span.first] if span.first <= c.head <= span.last]
    arc = "part" if orphans else "whole"
    sure = min([c.p for c in row] + ([left.p] if left else []))
    begins = f"{left.family}:{left.form}" if left else "start"
    names = [
        f"end {end}",
        f"before {begins}",
        f"start {row[0].family}:{row[0].form}",
        f"end {end} gov {governor.family}",
        f"end {form} before {left.form if left else 'start'}",
        f"end {end} after {right.family}",
        f"end {form} next {last.head == span.last + 1}",
        f"row {min(size, 8)}",
        f"row {arc}",
        f"end {end} {arc}",
        f"end {form} row {min(size, 4)}",
        f"orphans {min(len(orphans), 3)} end {form}",
        f"sure {int(sure * 10)} {arc}",
        f"first {not left} end {end}",
        f"last word {last.word} {form}",
        f"first word {row[0].word}",
        f"governor {governor.word} {form}",
        f"governor {governor.word}",
        f"remaining {steps(len(chunks) - size, (2, 3, 4, 6, 9))}",
        f"to the end {last.head == len(chunks) - 1}",
        f"end {end} {governor.family} {min(size, 4)}",
    ]
    if size == 1:
        names += [f"only {end}", f"only {last.word}{form}"]
    return names + [f"orphan {c.form} {governor.family}" for c in orphans[:4]]


def _losses(view: View, span: Span) -> list[str]:
    """Name what the rest of the sentence has and lacks without a row."""
    inside = range(span.first, span.last + 1)
    gone = {c.form.rstrip("、") for c in view.chunks[span.first : span.last + 1]}
    kept = {c.form.rstrip("、") for i, c in enumerate(view.chunks) if i not in inside}
    names = [f"loses {mark} keeps {mark in kept}" for mark in ("は", "が", "を", "に", "も") if mark in gone]
    names.append(f"subject stays {bool(kept & {'は', 'が'})} {bool(gone & {'は', 'が'})}")
    names.append(
        f"predicates {min(sum(c.family in 'VAC' for c in view.chunks[span.first : span.last + 1]), 3)}"
    )
    head = view.chunks[span.last].head
    beside = sum(c.head == head for i, c in enumerate(view.chunks) if i not in inside)
    return [*names, f"beside {min(beside, 3)} {view.chunks[head].family} {view.chunks[span.last].form}"]


def _compound(view: View, span: Span) -> list[str]:
    """Name the front of a compound noun, and the noun after it."""
    inside = [m for m in view.morphemes if span.start <= m.start and m.end <= span.end]
    after = next(m for m in view.morphemes if m.start >= span.end)
    return [
        f"compound {_kind(inside[0])} {_kind(after)}",
        f"compound last {_kind(inside[-1])} {_kind(after)}",
        f"compound after {_kind(after)}",
        f"compound words {min(span.last - span.first, 3)} {min(len(inside), 4)}",
        f"compound word {inside[0].surface}",
        f"compound next {after.surface}",
        f"compound end {inside[-1].surface}",
        f"compound front {span.start == view.chunks[span.last].start}",
    ]


def _kind(morpheme: Morpheme) -> str:
    return ",".join(morpheme.pos.split(",")[1:3])
