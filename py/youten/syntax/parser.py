"""From morphemes to a tree, by rules over parts of speech."""

from __future__ import annotations

from collections.abc import Sequence

from youten.model import Morpheme
from youten.syntax.tree import Bunsetsu

# Share of arcs that are right, by these rules.
P = 0.8
FUNCTION = (
    "助詞",
    "助動詞",
    "名詞,接尾",
    "名詞,非自立",
    "動詞,非自立",
    "動詞,接尾",
    "形容詞,非自立",
    "形容詞,接尾",
)
ADNOMINAL = ("助詞,連体化", "連体詞")


def parse(text: str, morphemes: Sequence[Morpheme]) -> tuple[Bunsetsu, ...]:
    """Return the bunsetsu of ``text``, each with its head; empty if there is no morpheme."""
    firsts = [i for i in range(len(morphemes)) if i == 0 or _opens(morphemes[i - 1], morphemes[i])]
    spans = list(zip(firsts, [*firsts[1:], len(morphemes)], strict=True))
    cores = [_core(morphemes, first, end) for first, end in spans]
    heads = _heads(morphemes, spans, cores)
    starts = [0, *(morphemes[first].start for first in firsts[1:]), len(text)]
    return tuple(
        Bunsetsu(starts[i], starts[i + 1], first, end - 1, cores[i], heads[i], P if heads[i] >= 0 else 1.0)
        for i, (first, end) in enumerate(spans)
    )


def _opens(before: Morpheme, morpheme: Morpheme) -> bool:
    """Whether a bunsetsu starts between two morphemes."""
    if before.pos.startswith(("記号,括弧開", "接頭詞")) or morpheme.pos.startswith(FUNCTION):
        return False
    if morpheme.pos.startswith("記号"):
        return morpheme.pos.startswith("記号,括弧開") and not before.pos.startswith("名詞")
    if before.pos.startswith("名詞") and morpheme.pos.startswith("名詞"):
        return before.pos.startswith("名詞,副詞可能")
    return not (before.pos.startswith("名詞,サ変") and morpheme.base_form in ("する", "できる"))


def _core(morphemes: Sequence[Morpheme], first: int, end: int) -> int:
    content = (i for i in reversed(range(first, end)) if not _is_function(morphemes[i]))
    return next(content, first)


def _is_function(morpheme: Morpheme) -> bool:
    return morpheme.pos.startswith(("助詞", "助動詞", "記号", "動詞,非自立", "動詞,接尾"))


def _heads(morphemes: Sequence[Morpheme], spans: list[tuple[int, int]], cores: list[int]) -> list[int]:
    """Return the heads, right to left: what modifies nouns the next one, all else the next predicate."""
    count = len(spans)
    heads = [-1] * count
    for i in reversed(range(count - 1)):
        first, end = spans[i]
        body = [m for m in morphemes[first:end] if not m.pos.startswith("記号")]
        head = i + 1
        if body and not _modifies_nouns(body[-1]):
            while heads[head] >= 0 and not morphemes[cores[head]].pos.startswith(
                ("動詞", "形容詞", "名詞,サ変")
            ):
                head = heads[head]
            while body[-1].surface == "は" and heads[head] >= 0:
                head = heads[head]
        heads[i] = head
    return heads


def _modifies_nouns(morpheme: Morpheme) -> bool:
    return morpheme.pos.startswith(ADNOMINAL) or morpheme.infl_form == "基本形"
