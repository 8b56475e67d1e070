"""From scored candidates to the sentences of the summary: shorten, keep the best, choose among them.

Leaves the rules of shortening to ``compression`` and the choice to ``selection``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from youten.model import Candidate, SourceText, SummarySentence
from youten.writing.compression import cuts
from youten.writing.excerpt import Excerpt, excerpt
from youten.writing.selection import DIGITS, SHORTLIST, Variant, select

# What it costs to begin by pointing at a sentence that may not be shown, after all repairs. At .15 2.3 % of
# the sentences do, at .3 1.4 %, at .45 1.0 %, for 0.1 ROUGE-1; without repairs and price it was 6.1 %.
LEANING = 0.8


def draft(
    candidates: Sequence[Candidate],
    source: SourceText,
    similarity: Callable[[Mapping[str, float], Mapping[str, float]], float],
    points_back: Callable[[str], bool],
    sentences: int,
    article_chars: int,
    max_chars: int | None = None,
    squeeze: bool = False,
) -> tuple[SummarySentence, ...]:
    """Choose and write at most ``sentences`` (1..10) of the candidates, in document order.

    ``points_back`` tells of a text whether it begins by leaning on another sentence; ``article_chars`` is the
    length of the body. ``max_chars`` is a hard limit on the characters shown; the result is empty where not
    one sentence fits. ``squeeze`` adds the riskier rules of shortening.
    """
    shortlist = _shortlist(candidates, source, points_back, max_chars, squeeze)
    variants = [
        Variant(index, candidates[index].score - leaning, len(shown.text), candidates[index].terms)
        for index, shown, leaning in shortlist
    ]
    chosen = [shortlist[place] for place in select(variants, similarity, sentences, article_chars, max_chars)]
    return tuple(_written(candidates[index], shown, leaning) for index, shown, leaning in chosen)


def _written(candidate: Candidate, shown: Excerpt, leaning: float) -> SummarySentence:
    parts = {**candidate.parts, "leaning": -leaning} if leaning else candidate.parts
    return SummarySentence(*shown, score=round(candidate.score - leaning, DIGITS), parts=parts)


def _shortlist(
    candidates: Sequence[Candidate],
    source: SourceText,
    points_back: Callable[[str], bool],
    max_chars: int | None,
    squeeze: bool,
) -> list[tuple[int, Excerpt, float]]:
    """Shorten the best candidates until enough of them fit: (index, what is shown, what it costs), in order.

    Of sentences that are repeated word for word the best one stands for all. Sentences that lean on others
    take no place from those that stand.
    """
    found: list[tuple[int, Excerpt, float]] = []
    seen: set[str] = set()
    standing = 0
    for index in sorted(range(len(candidates)), key=lambda i: (-candidates[i].score, i)):
        sentence, morphemes = candidates[index].sentence, candidates[index].morphemes
        if sentence.text in seen:
            continue
        seen.add(sentence.text)
        shown = excerpt(source, sentence, cuts(sentence.text, morphemes, source.text, squeeze))
        if max_chars is None or len(shown.text) <= max_chars:
            leaning = LEANING if points_back(shown.text) else 0.0
            found.append((index, shown, leaning))
            standing += not leaning
            if standing == SHORTLIST:
                break
    found.sort(key=lambda row: (row[2] - candidates[row[0]].score, row[0]))
    return sorted(found[:SHORTLIST], key=lambda row: row[0])
