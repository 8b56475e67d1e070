"""One line of at most 40 characters in the manner of a headline: a sentence, or its end, without its 。.

In Japanese the main clause comes last, so leading phrases may go where the rest keeps its own subject. What
may not go is what the rest depends on: who says so, on what condition, in spite of what.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from youten.model import Candidate, SourceText, SummarySentence
from youten.writing.compression import Cut, cuts
from youten.writing.excerpt import excerpt

LONGEST_HEADLINE = 40  # characters
SHORTEST_HEADLINE = 10
LEAST_SCORE = 0.5  # of the article's best sentence; a line about a side issue is worse than none
LEADING_PHRASE = "leading_phrase"  # rule of a trim
FULL_STOP = "full_stop"  # rule of a trim
# A phrase that ends in one of these only says when or where; every other one stays.
PLACE_AND_TIME = (
    "日",
    "日夜",
    "日朝",
    "年",
    "月",
    "週",
    "時",
    "午前",
    "午後",
    "朝",
    "夜",
    "未明",
    "で",
    "では",
    "にかけて",
)
# … and not if it holds one of these: attribution, condition, concession, negation, speech.
DEPENDS = (
    "よると",
    "よれば",
    "ば",
    "なら",
    "たら",
    "ても",
    "でも",
    "ない",
    "ず",
    "けど",
    "のに",
    "ため",
    "ので",
    "「",
    "」",
)


def headline(
    candidates: Sequence[Candidate], source: SourceText, points_back: Callable[[str], bool]
) -> SummarySentence | None:
    """Give the line of the best candidate that has one; None where no sentence can be made short enough."""
    for index in sorted(range(len(candidates)), key=lambda i: (-candidates[i].score, i)):
        candidate = candidates[index]
        text = candidate.sentence.text
        if candidate.score < LEAST_SCORE:
            break
        if not text.endswith("。"):
            continue
        found = cuts(text, candidate.morphemes, source.text)
        begin = found[0].end if found and found[0].start == 0 else 0
        for start in _starts(text, begin):
            leading = [Cut(0, start, LEADING_PHRASE)] if start > begin else [c for c in found if not c.start]
            inner = [c for c in found if c.start >= max(start, 1) and c.end < len(text)]
            shown = excerpt(
                source, candidate.sentence, [*leading, *inner, Cut(len(text) - 1, len(text), FULL_STOP)]
            )
            fits = SHORTEST_HEADLINE <= len(shown.text) <= LONGEST_HEADLINE
            if fits and not points_back(shown.text):
                return SummarySentence(*shown, score=candidate.score, parts=candidate.parts)
    return None


def _starts(text: str, begin: int) -> list[int]:
    """List where the line may begin: the sentence's own beginning, and behind phrases that may go."""
    starts = [begin]
    comma = text.find("、", begin)
    while comma >= 0:
        phrase, rest = text[begin:comma], text[comma + 1 :]
        if not phrase.endswith(PLACE_AND_TIME) or any(mark in phrase for mark in DEPENDS):
            break
        if "は" in phrase or "が" in phrase or not ("は" in rest or "が" in rest):
            break
        starts.append(comma + 1)
        comma = text.find("、", comma + 1)
    return starts
