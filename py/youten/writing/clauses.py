"""Shortening by sentence structure: one sentence of a quotation, appositions, the topic of later clauses.

Text is only deleted, and the speaker stays. These rules lose more than the others and apply on request only.
One sentence of a quotation may represent all if none of the others denies, limits, counts or reports a death.
Source: reading all 92 applications of the first rule and 60 of the last in articles; the faults found are in
the tests.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import sqrt

from youten.model import Morpheme
from youten.writing.words import BACKWARD, COMMAS, CONNECTIVES

Spans = list[tuple[int, int]]

LONGEST_WHOLE = 60  # characters; a shorter sentence is short enough with its whole quotation
SHORTEST_PART = 12  # characters of a quotation's sentence; below it stand 「はい。」 and 「残念だ。」
SHORTEST_REST = 18  # characters behind a topic that is carried on

_OPENING, _CLOSING, _ENDS = "「『（(", "」』）)", "。！？!?"
_SPEECH = re.compile("(?:と|など|とも)")
# Somebody who speaks, outside the brackets.
_SPEAKER = re.compile("[はがも]|によ(?:ると|れば|る)")
# A sentence of a quotation that turns another one around: then none can stand for all.
_TURNS = re.compile(
    "(?:しかし|だが|だけど|ただ|でも|けれど|けど|一方|とはいえ|それでも|それなのに|なのに|逆に|むしろ|もちろん|確かに|"
    "たしかに|ところが|かといって|残念ながら|（中略|\\(中略)"
)
# What may not go: negation, death, hedges, sources, and what was counted.
_KEPT = re.compile(
    "ない|なかった|ません|(?<![まか必わは])ず|[死殺]|亡くな|可能性|かもしれ|恐れ|おそれ|かどうか|見込|らしい|みられ|思われ|はず|"
    "によると|によれば|[0-9０-９〇一二三四五六七八九十百千万億兆]"
)
# A beginning that leans on the sentence before it.
_LEANS = re.compile(
    "[こそあ](?:れ|の|う|こ|ちら|んな|っち)|彼|同|両|[（(・、]|だから|なぜなら|例えば|たとえば|今後|結果|また|さらに|もし|後は"
)
# … and one that goes on with what happened: the end may be the point.
_SEQUEL = re.compile("その後|そして|それから|すると|次に|続いて|まず")
_SUBJECT = re.compile("[はが]")
_QUESTION = re.compile("(?:[？！?!]|か|のに|ので|から|けど|が)。?$")
_EMPTY = ("名詞,非自立", "名詞,代名詞", "名詞,数", "名詞,接尾", "名詞,副詞可能")


def quotations(text: str, morphemes: Sequence[Morpheme], article: str) -> Spans:
    """Keep one sentence of a quotation: from 市長は「A。B。C」と話した it leaves 市長は「B」と話した.

    It is the one with most of the article's words for its length, among those that can stand alone. Nothing
    is cut if no speaker is named, if a sentence takes back another (しかし, ただ), if several say what must
    stay, or if the sentence is short.
    """
    span = _quotation(text) if len(text) > LONGEST_WHOLE else None
    if span is None:
        return []
    start, end = span
    parts = _sentences(text, start + 1, end - 1)
    outside = text[:start] + text[end:]
    if len(parts) < 2 or not _SPEECH.match(text, end) or not _SPEAKER.search(outside):
        return []
    losing = [part for part in parts if _KEPT.search(text, *part) or _SEQUEL.match(text, *part)]
    if len(losing) > 1 or any(_TURNS.match(text, a) for a, _ in parts):
        return []
    standing = [part for number, part in enumerate(parts) if _stands(text[slice(*part)], lone=number > 0)]
    standing = [part for part in standing if part in (losing or standing)]
    if not standing:
        return []
    a, b = max(standing, key=lambda part: (_weight(part, morphemes, article), -part[0]))
    last = b == parts[-1][1]
    return [
        (x, y) for x, y in ((start + 1, a), (b if last or text[b - 1] != "。" else b - 1, end - 1)) if x < y
    ]


def _quotation(text: str) -> tuple[int, int] | None:
    """Return the span of the only quotation of a text with its brackets; None if there is not exactly one."""
    spans, depth, start = [], 0, 0
    for position, character in enumerate(text):
        if character in "「『":
            if not depth:
                start = position
            depth += 1
        elif character in "」』":
            depth -= 1
            if not depth:
                spans.append((start, position + 1))
    return spans[0] if len(spans) == 1 and not depth else None


def _sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of the sentences between two places, ignoring those inside brackets."""
    found, depth, begin = [], 0, start
    for position in range(start, end):
        character = text[position]
        depth += (character in _OPENING) - (character in _CLOSING)
        if character in _ENDS and not depth:
            found.append((begin, position + 1))
            begin = position + 1
    return [*found, (begin, end)] if begin < end else found


def _stands(part: str, *, lone: bool) -> bool:
    """Tell whether a sentence of a quotation can represent all; ``lone``: without the text before it."""
    if len(part) < SHORTEST_PART or _QUESTION.search(part) or part.startswith((*CONNECTIVES, *BACKWARD)):
        return False
    return not _LEANS.match(part) and (not lone or bool(_SUBJECT.search(part)))


def _weight(part: tuple[int, int], morphemes: Sequence[Morpheme], article: str) -> float:
    """Return how often the article has the nouns of a part, relative to its length."""
    start, end = part
    nouns = {
        m.surface
        for m in morphemes
        if start <= m.start and m.end <= end and m.pos.startswith("名詞") and not m.pos.startswith(_EMPTY)
    }
    count = sum(min(article.count(noun), 10) - 1 for noun in nouns)
    return count / sqrt(end - start)


_ONE_OF = re.compile("[^、。はがをも「」]{2,40}(?:の一人|の1人|の一つ|の1つ|のひとり|のひとつ)で、")
_KNOWN_AS = re.compile("[^、。はがをも「」]{2,40}(?:として|で)(?:広く|よく)?知られ(?:る|ている)")


def appositions(text: str, morphemes: Sequence[Morpheme], _article: str) -> Spans:
    """Cut an apposition before a name: 抑え投手の一人で、山田投手が, 保養地として知られる港町は.

    Only before a name or a quotation mark, so that the rest says who or what is meant.
    """
    match = _ONE_OF.match(text) or _KNOWN_AS.match(text)
    if match is None:
        return []
    after = next((m for m in morphemes if m.start >= match.end()), None)
    named = after is not None and (after.surface in ("「", "『") or after.pos.startswith("名詞,固有名詞"))
    return [match.span()] if named else []


def topics(text: str, morphemes: Sequence[Morpheme], _article: str) -> Spans:
    """Keep the topic and the last clause: 市は計画をまとめ、来年開く leaves 市は来年開く.

    Only if neither the cut nor the rest has its own subject, and nothing is quoted.
    """
    topic = next(
        (n for n, m in enumerate(morphemes) if n and m.surface == "は" and m.pos.startswith("助詞,係助詞")), 0
    )
    if not topic or "「" in text or "、" in text[: morphemes[topic].start]:
        return []
    start = morphemes[topic].end
    start += text[start : start + 1] in tuple(COMMAS)
    end = 0
    for before, comma in zip(morphemes[topic + 1 :], morphemes[topic + 2 :], strict=False):
        if comma.surface == "、" and before.pos.startswith("動詞") and before.infl_form.startswith("連用"):
            end = comma.end
    gone, rest = text[start:end], text[end:]
    if (
        not end
        or len(rest) < SHORTEST_REST
        or _LEANS.match(rest)
        or _KEPT.search(gone)
        or any(c in gone + rest for c in "はが")
    ):
        return []
    return [(start, end)]
