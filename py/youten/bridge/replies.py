"""Encodes results as the JSON types of replies, with offsets in UTF-16 code units."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from youten.model import Ruby, SummarySentence, YoutenError
from youten.offsets import utf16_offset
from youten.output import as_mapping
from youten.pipeline import Result

Reply = dict[str, object]
Span = list[object]  # [start, end, "かな"]


def done(number: int, result: Result, phases: Mapping[str, float], *, salience: bool) -> Reply:
    """Return the reply to a finished job; ``phases`` are in ms."""
    article = result.analyzed.article
    offset = utf16_offset(article.text.source)
    reply: Reply = {
        "state": "done",
        "job": number,
        "summary": as_mapping(result.summary, article, offset),
    }
    if salience:
        reply["salience"] = _scores(result, offset)
    return reply | {"phases": {name: round(ms, 3) for name, ms in phases.items()}}


def _scores(result: Result, offset: Callable[[int], int]) -> list[tuple[int, int, float]]:
    """Return (start, end, score) of every candidate; three digits are enough for drawing."""
    text = result.analyzed.article.text
    return [
        (offset(text.starts[c.sentence.start]), offset(text.ends[c.sentence.end - 1]), round(c.score, 3))
        for c in result.candidates
    ]


def pair(forms: tuple[SummarySentence, SummarySentence] | None, offset: Callable[[int], int]) -> object:
    """Return the short form and the whole of one sentence; None where there is none."""
    return [form.to_dict(offset) for form in forms] if forms else None


def furigana(found: Iterable[Ruby], offset: Callable[[int], int]) -> list[Span]:
    """Return furigana with their offsets converted."""
    return [[offset(start), offset(end), kana] for start, end, kana in found]


def failure(error: YoutenError) -> Reply:
    """Return the reply to a request that failed."""
    return {"ok": False, "error": {"code": error.code, "message": str(error)}}
