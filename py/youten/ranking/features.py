"""What speaks for a sentence: one small function per feature, each giving one number per candidate.

Features know nothing of each other and of their weights; ``salience`` has those. Every list runs parallel to
the candidates in document order.
Source: centrality and position after Radev et al., Centroid-based summarization (2004); the title after
Edmundson, New Methods in Automatic Extracting (1969).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from math import log
from unicodedata import normalize

from youten.model import Morpheme
from youten.ranking.similarity import DIGITS, cosine, dot, norm

Vector = Mapping[str, float]  # term -> weight


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


# How a sentence begins that leans on the one before it.
POINTERS = _words(
    """
    これ それ あれ この その あの こう そう こちら そちら ここ そこ こんな そんな 彼 前者 後者 前述 上記 後述
    続けて 続いて いずれも ただし ほかにも
    """
)
# What begins alike and leans on nothing, or is cut off before the sentence is shown.
NOT_POINTERS = _words(
    """
    この記事 この投稿 このブログ このページ この日 この年 この春 この夏 この秋 この冬 このほど このたび
    この度 これまで これから これほど そうめん そうじ そこそこ ここ数 彼岸 ここでは このため、
    そのため、 その結果、 この結果、 そのうえ、 その上、 このほか、 そのほか、 それでも、 それでは、
    それから、 そこで、 これを受け、 これを受けて、 これに対し、 これに対して、 これに伴い、
    これに加え、 これに加えて、
    """
)


def centrality(vectors: Sequence[Vector], center: Vector) -> list[float]:
    """Nearness to what the whole text is about: the cosine to its centroid, the nearest sentence having 1."""
    # The centroid's own length, which is the work of the whole text, cancels out.
    nearness = [dot(v, center) / norm(v) if v else 0.0 for v in vectors]
    highest = max(nearness, default=0.0)
    return [value / highest if highest else 0.0 for value in nearness]


def position(count: int) -> list[float]:
    """Nearness to the beginning: ln(count) / (4 (1 + i)); in a longer text the beginning says more."""
    # C libraries differ in the last bit of a logarithm, and in nothing else that is computed here.
    size = round(log(count), DIGITS) if count else 0.0
    return [size / (4 * (1 + index)) for index in range(count)]


def title_coverage(vectors: Sequence[Vector], title: Vector) -> list[float]:
    """Share of the headline's terms that the sentence holds, 0..1."""
    return [sum(key in v for key in title) / len(title) if title else 0.0 for v in vectors]


def title_cosine(vectors: Sequence[Vector], title: Vector) -> list[float]:
    """Cosine to the headline, 0..1: as coverage, but a long sentence gains nothing by its length."""
    return [cosine(v, title) for v in vectors]


def focused(texts: Sequence[str], focus: str) -> list[float]:
    """Share of the reader's words that a sentence holds, 0..1; width and case do not matter."""
    words = sorted(set(normalize("NFKC", focus).casefold().split()))
    folded = (normalize("NFKC", text).casefold() for text in texts)
    return [sum(word in text for word in words) / len(words) if words else 0.0 for text in folded]


# 同氏, 同署, 両国: 同 and 両 before a kanji, save where that is a word of its own.
_SAME = re.compile(
    "同(?!時に|意|盟|志|様|僚|席|行|居|窓|性|情|級|世代|士|人誌|調|乗|胞|梱|期|一|封|等|質|化|点)[一-鿿じ]"
    "|両(?!親|手|足|院|陛下|側|立|替|極|端|面|生|用)[一-鿿]"
)


def points_back(text: str) -> bool:
    """Tell whether a sentence begins by pointing to one that may not be shown: これを, 同氏は, 両国は."""
    return bool(_SAME.match(text)) or (text.startswith(POINTERS) and not text.startswith(NOT_POINTERS))


def dangling(texts: Sequence[str], morphemes: Sequence[Sequence[Morpheme]]) -> list[float]:
    """1 where a sentence begins by pointing back (これを, 同氏は), connectives aside; else 0."""
    return [float(_points_back(text, ms)) for text, ms in zip(texts, morphemes, strict=True)]


def _points_back(text: str, morphemes: Sequence[Morpheme]) -> bool:
    start = 0
    for morpheme in morphemes:
        if not (morpheme.pos.startswith("接続詞") or (start and morpheme.surface == "、")):
            break
        start = morpheme.end
    return points_back(text[start:])
