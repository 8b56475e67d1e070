"""From scored candidates to the lines of the summary: shorten the best, then choose among their variants.

Leaves the marks that always go to ``compression``, structure to ``shorten`` and the choice to ``selection``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from youten.model import AnalyzedArticle, Candidate, Form, SummarySentence
from youten.ranking import content_terms, focused, is_complete, points_away, points_back
from youten.writing import shorten
from youten.writing.compression import Cut, cuts
from youten.writing.excerpt import Excerpt, excerpt
from youten.writing.selection import DIGITS, SHORTLIST, Variant, select
from youten.writing.surroundings import surroundings
from youten.writing.words import NO_BEGINNING

SHORTEST_LINE = 12  # characters
# What it costs to begin by pointing at a sentence that may not be shown, after all repairs; grades.
LEANING = 1.5
# What it costs to point elsewhere soon after the beginning, or below: 現段階でこの8人は; 以下の利点を.
POINTING = 0.5
# What it costs to tell what came otherwise later: 当初は来年開く予定だった. It is false without its sequel.
OVERTAKEN = 1.5
_OVERTAKEN = re.compile("当初.*(?:だった|ていた)。$|(?:予定|方針|見込み|計画|はず|案)だった(?:が|もの)?")
# Forms whose headline names the news; that of minutes names the meeting, that of instructions the product.
_TITLED: frozenset[Form] = frozenset(("article", "webpage", "markdown", "encyclopedia", "paper"))
_SUBJECT = re.compile("[はがも]|によると|によれば")

Shown = tuple[int, Excerpt, float, float]  # index of the candidate, what is shown, worth, price of leaning


def draft(
    analyzed: AnalyzedArticle,
    candidates: Sequence[Candidate],
    sentences: int,
    max_chars: int | None = None,
    *,
    squeeze: bool = False,
    whole: bool = False,
    focus: str = "",
) -> tuple[SummarySentence, ...]:
    """Choose and write at most ``sentences`` (1..10) of the candidates, in document order.

    ``max_chars`` is a hard limit on the characters shown in the place of the usual one; the result is empty
    where not one sentence fits it. ``squeeze`` adds the riskier rules of shortening. ``whole`` shows
    sentences as they are written. The words of ``focus`` (separated by spaces) are not cut.
    """
    shown = _shown(analyzed, candidates, squeeze, whole, focus)
    named = set(content_terms(analyzed.title)) if analyzed.article.form in _TITLED else set()
    variants = [
        Variant(
            index,
            worth,
            len(line.text),
            candidates[index].terms,
            bool(_SUBJECT.search(line.text)),
            frozenset(word for word in named if word in line.text),
        )
        for index, line, worth, _ in shown
    ]
    if whole and max_chars is None:
        max_chars = sum(sorted(v.length for v in variants)[-sentences:]) or None
    return tuple(
        _written(candidates[shown[i][0]], shown[i][1], shown[i][3])
        for i in select(variants, sentences, max_chars)
    )


def _written(candidate: Candidate, line: Excerpt, leaning: float) -> SummarySentence:
    parts = {**candidate.parts, "leaning": -leaning} if leaning else candidate.parts
    return SummarySentence(*line, score=round(candidate.score - leaning, DIGITS), parts=parts)


def _shown(
    analyzed: AnalyzedArticle, candidates: Sequence[Candidate], squeeze: bool, whole: bool, focus: str
) -> list[Shown]:
    """List the ways to show the best candidates, in document order.

    Of sentences that are repeated word for word the best one stands for all.
    """
    best: dict[str, int] = {}
    for index in sorted(range(len(candidates)), key=lambda i: (-candidates[i].score, i)):
        if len(best) < SHORTLIST:
            best.setdefault(candidates[index].sentence.text, index)
    around = surroundings(analyzed)
    beginning = next((s for s in analyzed.article.sentences if s.role == "body"), None)
    found: list[Shown] = []
    for index in sorted(best.values()):
        candidate = candidates[index]
        for made, quality in _variants(analyzed, candidate, around, squeeze, whole):
            line = excerpt(analyzed.article.text, candidate.sentence, made)
            in_sentence, in_line = focused([candidate.sentence.text, line.text], focus)
            if in_line < in_sentence:
                continue
            first = candidate.sentence is beginning and not (made and not made[0].start)
            leaning, grade = _leaning(line.text, first), candidate.grade
            # A worse variant is worth less, also of a sentence below the mean of its article.
            worth = grade * (quality if grade > 0 else 2 - quality)
            found.append((index, line, round(worth - leaning, DIGITS), leaning))
    return found


def _leaning(line: str, first: bool) -> float:
    """Return what a line costs for what it needs from elsewhere, in grades; nothing is before the first.

    Unless its beginning is cut: 23日の発表によると、|同日開かれた.
    """
    back = 0.0 if first else LEANING if points_back(line) else POINTING * points_away(line)
    return back + OVERTAKEN * bool(_OVERTAKEN.search(line))


def _variants(
    analyzed: AnalyzedArticle, candidate: Candidate, around: shorten.Surroundings, squeeze: bool, whole: bool
) -> list[tuple[list[Cut], float]]:
    """List the ways to cut a candidate's sentence, each with its quality, 0..1."""
    text, morphemes = candidate.sentence.text, candidate.morphemes
    if whole:
        return [([], 1.0)]
    always = cuts(text, morphemes, analyzed.article.text.text, squeeze)
    if not is_complete(text):
        return [(always, 1.0)]
    made = []
    for variant in shorten.variants(shorten.view(text, morphemes), always, around):
        cut = [Cut(*c) for c in variant.cuts]
        size = len(text) - sum(c.end - c.start for c in cut)
        begin = cut[0].end if cut and not cut[0].start else 0
        if candidate.sentence.point and _loses_figures(text, cut, always):
            continue
        if cut == always or (size >= SHORTEST_LINE and not text.startswith(NO_BEGINNING, begin)):
            made.append((cut, variant.quality))
    return made


def _loses_figures(text: str, made: Sequence[Cut], always: Sequence[Cut]) -> bool:
    """Return whether cuts take figures away that the cuts that are always made would leave."""
    free = {i for c in always for i in range(c.start, c.end)}
    return any(text[i].isnumeric() and i not in free for c in made for i in range(c.start, c.end))
