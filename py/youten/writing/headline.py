"""A line of at most 40 characters like a headline: a sentence, or its end, without its 。.

In Japanese the main clause comes last, so leading phrases may be cut if the rest keeps its own subject. Text
that the rest depends on stays: the source of a claim, a condition, a concession.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from youten.model import AnalyzedArticle, Candidate, SourceText, SummarySentence
from youten.ranking import points_back
from youten.writing import shorten
from youten.writing.compression import Cut, cuts
from youten.writing.excerpt import excerpt
from youten.writing.surroundings import surroundings

LONGEST_HEADLINE = 40  # characters
SHORTEST_HEADLINE = 10
LEAST_SCORE = 0.5  # of the article's best sentence; a line about a side issue is worse than none
# How probable it must be that an editor would cut a character: a headline is the shortest form.
LIMITS = (*shorten.LIMITS, 0.12, 0.06)
LEADING_PHRASE = "leading_phrase"  # rule of a trim
DATE = "date"  # rule of a trim
_DATE = re.compile(
    "(?<=[はが])(?:[0-9０-９]{1,4}年)?(?:[0-9０-９]{1,2}月)?[0-9０-９]{1,2}日(?:[（(][^（）()]{0,20}[）)])?"
    "(?:未明|朝|夜|夕方|午前|午後)?、"
)
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


def headline(analyzed: AnalyzedArticle, candidates: Sequence[Candidate]) -> SummarySentence | None:
    """Return the line of the best candidate that has one; None if no sentence can be made short enough."""
    source, around = analyzed.article.text, surroundings(analyzed)
    for index in sorted(range(len(candidates)), key=lambda i: (-candidates[i].score, i)):
        candidate = candidates[index]
        text = candidate.sentence.text
        if candidate.score < LEAST_SCORE:
            break
        if not text.endswith("。"):
            continue
        for found in _ways(candidate, source, around):
            begin = found[0].end if found and found[0].start == 0 else 0
            for start in _starts(text, begin):
                line = _line(candidate, source, found, begin, start)
                if line is not None and not points_back(line.text):
                    return line
    return None


def _ways(candidate: Candidate, source: SourceText, around: shorten.Surroundings) -> Iterator[list[Cut]]:
    """Return ways to cut a candidate's sentence, those that lose least first."""
    text, morphemes = candidate.sentence.text, candidate.morphemes
    always = cuts(text, morphemes, source.text)
    for variant in shorten.variants(shorten.view(text, morphemes), always, around, limits=LIMITS):
        yield [Cut(*cut) for cut in variant.cuts]
    yield _harder(text, candidate, source)


def _line(
    candidate: Candidate, source: SourceText, found: Sequence[Cut], begin: int, start: int
) -> SummarySentence | None:
    """Return a candidate from ``start`` on, less the cuts and its 。; None: not of a headline's length."""
    text = candidate.sentence.text
    leading = [Cut(0, start, LEADING_PHRASE)] if start > begin else [c for c in found if not c.start]
    inner = [c for c in found if c.start >= max(start, 1) and c.end < len(text)]
    stop = Cut(len(text) - 1, len(text), FULL_STOP)
    shown = excerpt(source, candidate.sentence, [*leading, *inner, stop])
    if not SHORTEST_HEADLINE <= len(shown.text) <= LONGEST_HEADLINE:
        return None
    return SummarySentence(*shown, score=candidate.score, parts=candidate.parts)


def _harder(text: str, candidate: Candidate, source: SourceText) -> list[Cut]:
    """Return cuts that only a headline may make: brackets, the day after the topic, earlier clauses."""
    found = cuts(text, candidate.morphemes, source.text, squeeze=True)
    dates = [Cut(*match.span(), DATE) for match in _DATE.finditer(text)]
    kept = [c for c in found if all(c.end <= d.start or d.end <= c.start for d in dates)]
    return sorted([*kept, *dates])


def _starts(text: str, begin: int) -> list[int]:
    """Return where the line may begin: the sentence's beginning, and after phrases that may be cut."""
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
