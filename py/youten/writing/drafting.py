"""From scored candidates to the sentences of the summary: shorten, keep the best, choose among them.

Leaves the rules of shortening to ``compression`` and the choice to ``selection``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from youten.model import Candidate, SourceText, SummarySentence
from youten.writing.compression import cuts
from youten.writing.excerpt import Excerpt, excerpt
from youten.writing.selection import SHORTLIST, Variant, select


def draft(
    candidates: Sequence[Candidate],
    source: SourceText,
    similarity: Callable[[Mapping[str, float], Mapping[str, float]], float],
    sentences: int,
    max_chars: int | None = None,
) -> tuple[SummarySentence, ...]:
    """Choose and write at most ``sentences`` (1..10) of the candidates, in document order.

    ``max_chars`` is a hard limit on the characters shown; the result is empty where not one sentence fits.
    """
    shortlist = _shortlist(candidates, source, max_chars)
    variants = [
        Variant(index, candidates[index].score, len(shown.text), candidates[index].terms)
        for index, shown in shortlist
    ]
    chosen = [shortlist[place] for place in select(variants, similarity, sentences, max_chars)]
    return tuple(
        SummarySentence(*shown, score=candidates[index].score, parts=candidates[index].parts)
        for index, shown in chosen
    )


def _shortlist(
    candidates: Sequence[Candidate], source: SourceText, max_chars: int | None
) -> list[tuple[int, Excerpt]]:
    """Shorten the best candidates until enough of them fit: (index, what is shown), in document order.

    Of sentences that are repeated word for word the best one stands for all.
    """
    found: list[tuple[int, Excerpt]] = []
    seen: set[str] = set()
    for index in sorted(range(len(candidates)), key=lambda i: (-candidates[i].score, i)):
        sentence, morphemes = candidates[index].sentence, candidates[index].morphemes
        if sentence.text in seen:
            continue
        seen.add(sentence.text)
        shown = excerpt(source, sentence, cuts(sentence.text, morphemes, source.text))
        if max_chars is None or len(shown.text) <= max_chars:
            found.append((index, shown))
            if len(found) == SHORTLIST:
                break
    return sorted(found)
