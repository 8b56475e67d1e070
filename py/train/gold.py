"""Reads the editors' boxes: articles, analysed, with a grade for each sentence and short forms for the best.

The folder is an argument of the scripts; its texts stay outside the repository. ``data`` has the answers for
more articles, by id and without any text: ``grades.tsv`` the digits 0..3 of the sentences and the numbers of
those of the box, ``cuts.tsv`` what was deleted from a sentence, as offsets.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from youten.model import AnalyzedArticle
from youten.morphology import default_analyzer
from youten.pipeline import analyze

OPENING, CLOSING = "「『（(【［〈《“", "」』）)】］〉》”"
ENDS = "。！？!?"
MORE = Path(__file__).with_name("data")
# Groups that validation leaves out together, because articles of one source are similar.
SOURCES = {"wnews_full": "news", "blog": "blog", "blog_azu": "notes", "address": "speech", "diet": "speech"}


class Graded(NamedTuple):
    """An article with its editor's answer; keys are indexes into the analysed article's sentences."""

    id: str
    source: str
    gold: bool  # from the folder of editors' boxes; the figures are of these alone
    analyzed: AnalyzedArticle
    grades: dict[int, int]  # 0..3
    box: frozenset[int]
    short: dict[int, str]


def numbered(text: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences as the editors numbered them, without white space around them."""
    found, base = [], 0
    for line in text.split("\n"):
        start, depth = 0, 0
        for at, c in enumerate(line):
            depth = depth + 1 if c in OPENING else max(0, depth - 1) if c in CLOSING else depth
            if c in ENDS and not depth and line[at + 1 : at + 2] not in tuple(ENDS + CLOSING):
                found.append((base + start, base + at + 1))
                start = at + 1
        if start < len(line):
            found.append((base + start, base + len(line)))
        base += len(line) + 1
    return [_trimmed(text, a, b) for a, b in found if text[a:b].strip()]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def graded(gold: Path, train: Path | None = None) -> Iterator[Graded]:
    """Read and analyse the articles of the folder ``gold``, then those of ``train`` that have grades."""
    boxes = {row["id"]: row for row in _rows(gold / "boxes.jsonl")}
    for article in _rows(gold / "articles.jsonl"):
        answer = boxes[article["id"]]
        short = {int(k): v for k, v in answer["short"].items()}
        yield _graded(article, answer["grades"], {line["s"] for line in answer["box"]}, short, gold=True)
    if train is None:
        return
    grades = {key: (digits, set(map(int, box.split(",")))) for key, digits, box in _table("grades.tsv")}
    cuts: dict[str, dict[int, str]] = {}
    for key, number, spans in _table("cuts.tsv"):
        cuts.setdefault(key, {})[int(number)] = spans
    for article in _rows(train / "articles_without_boxes.jsonl"):
        if article["id"] in grades:
            text, places = article["text"], numbered(article["text"])
            short = {
                k: _without(text[slice(*places[k])], spans)
                for k, spans in cuts.get(article["id"], {}).items()
            }
            yield _graded(article, *grades[article["id"]], short)


def _without(text: str, spans: str) -> str:
    """Return a sentence without the spans "start-end,start-end"."""
    for span in reversed(spans.split(",") if spans else []):
        start, end = map(int, span.split("-"))
        text = text[:start] + text[end:]
    return text


def _rows(path: Path) -> Iterator[dict]:  # type: ignore[type-arg]
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def _table(name: str) -> Iterator[list[str]]:
    for line in (MORE / name).read_text("utf-8").splitlines():
        yield line.split("\t")


def _graded(article: dict, grades: str, box: set[int], short: dict[int, str], gold: bool = False) -> Graded:  # type: ignore[type-arg]
    analyzed = analyze(article["text"], article["title"], default_analyzer())
    source = analyzed.article.text
    spans = numbered(article["text"])
    number: dict[int, int] = {}
    for index, sentence in enumerate(analyzed.article.sentences):
        middle = (source.starts[sentence.start] + source.ends[sentence.end - 1]) / 2
        found = next((k for k, (a, b) in enumerate(spans) if a <= middle < b), None)
        if found is not None and sentence.role == "body":
            number[index] = found
    return Graded(
        article["id"],
        SOURCES[article["set"]],
        gold,
        analyzed,
        {index: int(grades[k]) for index, k in number.items()},
        frozenset(index for index, k in number.items() if k in box),
        {index: short[k] for index, k in number.items() if k in short},
    )
