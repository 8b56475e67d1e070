"""Key phrases: the compound nouns and names that an article repeats.

The weight of a phrase is its frequency, plus a little for each further noun in it, for the headline and for
an early place. ``phrases`` defines what a phrase is. Source: Nakagawa and Mori, Automatic Term Recognition
based on Statistics of Compound Nouns (2003), simplified.
"""

from __future__ import annotations

from unicodedata import normalize

from youten.model import AnalyzedArticle
from youten.ranking.similarity import DIGITS

IN_TITLE = 1.5  # factor
EARLY = 5  # sentences; a phrase that first occurs among them gains a quarter


def keyphrases(analyzed: AnalyzedArticle, wanted: int) -> tuple[str, ...]:
    """Return at most ``wanted`` (0..20) phrases, the highest weight first, in their first spelling."""
    found: dict[str, tuple[int, int, int]] = {}  # key -> occurrences, nouns in it, first sentence
    spelled: dict[str, str] = {}
    for place, profile in enumerate(analyzed.profiles):
        for key, text, nouns in profile.phrases:
            count, _, first = found.get(key, (0, 0, place))
            found[key] = (count + 1, nouns, first)
            spelled.setdefault(key, text)
    title = normalize("NFKC", analyzed.article.title).casefold()
    ranked = sorted(found, key=lambda key: (-_weight(*found[key], key in title), found[key][2], key))
    chosen: list[str] = []
    for key in ranked:
        if len(chosen) == wanted:
            break
        if not any(key in other or other in key for other in chosen):  # 条約 beside 戦略条約 says nothing new
            chosen.append(key)
    return tuple(spelled[key] for key in chosen)


def _weight(count: int, nouns: int, first: int, in_title: bool) -> float:
    weight = count * (1 + 0.5 * (min(nouns, 4) - 1)) * (IN_TITLE if in_title else 1.0)
    return round(weight * (1.25 if first < EARLY else 1.0), DIGITS)
