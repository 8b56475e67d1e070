"""The compared summarisers: each returns the sentences that it would show for an article.

Baselines choose among the same sentences as youten: the complete ones that reading found in the body.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from data import Item
from scoring import Scorer

from youten.model import AnalyzedArticle
from youten.options import Options
from youten.pipeline import compose
from youten.ranking import is_complete

System = Callable[[Item, AnalyzedArticle, int], list[str]]
ORACLE_SENTENCES = 80  # the oracle uses only so many sentences of a text, because greedy scoring is slow


def body(analyzed: AnalyzedArticle) -> list[str]:
    """Return the sentences that a summary may use; if none is complete, every line of the body."""
    lines = [sentence.text for sentence in analyzed.article.sentences if sentence.role == "body"]
    return [line for line in lines if is_complete(line)] or lines


def youten(_item: Item, analyzed: AnalyzedArticle, count: int) -> list[str]:
    """Summarise like the product."""
    return [sentence.text for sentence in compose(analyzed, Options(sentences=count)).sentences]


def youten_within(analyzed: AnalyzedArticle, limit: int) -> list[str]:
    """Summarise like the product, with a hard limit on the characters of three sentences."""
    return [s.text for s in compose(analyzed, Options(max_chars=limit)).sentences]


def lead(_item: Item, analyzed: AnalyzedArticle, count: int) -> list[str]:
    """Take the first sentences."""
    return body(analyzed)[:count]


def drawn(item: Item, analyzed: AnalyzedArticle, count: int) -> list[str]:
    """Choose random sentences, the same for an article at every run, in document order."""
    lines = body(analyzed)
    rng = random.Random(item.id)  # noqa: S311 - a reproducible draw, no secret
    return [lines[i] for i in sorted(rng.sample(range(len(lines)), min(count, len(lines))))]


def oracle(scorer: Scorer) -> System:
    """Return the greedy oracle, which sees the reference and adds the sentence with the best ROUGE-1 + 2.

    It may stop early. Source: Nallapati et al., SummaRuNNer (2017), section 3.
    """

    def run(item: Item, analyzed: AnalyzedArticle, count: int) -> list[str]:
        lines = body(analyzed)[:ORACLE_SENTENCES]
        chosen: list[int] = []
        best = -1.0
        while len(chosen) < count:
            value, index = (
                max(
                    (_together(scorer, item.reference, [lines[j] for j in sorted([*chosen, i])]), -i)
                    for i in range(len(lines))
                )
                if lines
                else (-1.0, 0)
            )
            if value <= best or -index in chosen:
                break
            best = value
            chosen.append(-index)
        return [lines[i] for i in sorted(chosen)]

    return run


def _together(scorer: Scorer, reference: Sequence[str], lines: Sequence[str]) -> float:
    found = scorer.quick(reference, lines)
    return found["rouge1"] + found["rouge2"]
