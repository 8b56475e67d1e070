"""Annotated sentences, aligned to the morphemes of our own analyser.

``bunsetsu.jsonl`` has the Wikipedia Annotated Corpus and UD Japanese GSD, ``bunsetsu_silver.jsonl`` sentences
parsed by GiNZA: ``{text, split, source, bunsetsu: [[start, end, head, kind], ...]}``, offsets in code points.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Set
from pathlib import Path
from typing import Any, NamedTuple

from youten.model import Morpheme
from youten.morphology import Analyzer
from youten.syntax import Bunsetsu
from youten.syntax.tree import extents

FILES = ("bunsetsu.jsonl", "bunsetsu_silver.jsonl")
SUBJECT = "ガ"
UNKNOWN = -2  # an arc with a wrong annotation: to the left, or out of the sentence


class Sentence(NamedTuple):
    """One annotated sentence."""

    document: str
    corpus: str  # "wac", "gsd" or "silver"
    split: str  # "train", "dev" or "test"
    text: str
    morphemes: tuple[Morpheme, ...]
    firsts: tuple[int, ...]  # index of each bunsetsu's first morpheme
    heads: tuple[int, ...]  # -1 for the last
    lost: int  # boundaries inside one of our morphemes, which are dropped
    lacks_subject: bool  # the last bunsetsu's, which is in another sentence

    def tree(self) -> tuple[Bunsetsu, ...]:
        """Return the annotated tree."""
        lefts, _ = extents(self.heads, [1.0] * len(self.heads))
        lasts = [*(first - 1 for first in self.firsts[1:]), len(self.morphemes) - 1]
        offsets = [0, *(self.morphemes[first].start for first in self.firsts[1:]), len(self.text)]
        return tuple(
            Bunsetsu(offsets[i], offsets[i + 1], first, lasts[i], first, self.heads[i], 1.0, lefts[i], 1.0)
            for i, first in enumerate(self.firsts)
        )


SPLITS = frozenset(("train", "dev", "test"))


def read(folder: Path, analyzer: Analyzer, only: Set[str] = SPLITS) -> list[Sentence]:
    """Read both files in order, without sentences of other splits and without morphemes."""
    return [sentence for name in FILES for sentence in _read(folder / name, analyzer, only)]


def _read(path: Path, analyzer: Analyzer, only: Set[str]) -> Iterator[Sentence]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            morphemes = tuple(analyzer.analyze(row["text"])) if row["split"] in only else ()
            if morphemes:
                yield align(row, morphemes)


def align(row: dict[str, Any], morphemes: tuple[Morpheme, ...]) -> Sentence:
    """Convert a row of a file to a sentence with these morphemes."""
    text, spans = row["text"], row["bunsetsu"]
    places = {morpheme.start: index for index, morpheme in enumerate(morphemes)}
    firsts: list[int] = []
    group = []  # number of a span -> number of the bunsetsu that it became part of
    for number, (start, *_) in enumerate(spans):
        while start < len(text) and text[start].isspace() and start not in places:
            start += 1  # white space may be left out of the morphemes
        place = places.get(start) if number else 0
        if place is not None and (not firsts or place > firsts[-1]):
            firsts.append(place)
        group.append(len(firsts) - 1)
    heads = [UNKNOWN] * (len(firsts) - 1) + [-1]
    for number, (_, _, head, _) in enumerate(spans):
        if number < head < len(spans) and group[head] != group[number]:
            heads[group[number]] = group[head]
    corpus = {"Wiki": "wac", "UD_J": "gsd", "silv": "silver"}[row["source"][:4]]
    return Sentence(
        row["id"].split("-")[0],
        corpus,
        row["split"],
        text,
        morphemes,
        tuple(firsts),
        tuple(heads),
        len(spans) - len(firsts),
        [len(spans) - 1, SUBJECT] in row.get("outside", ()),
    )
