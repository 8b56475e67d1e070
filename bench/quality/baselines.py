"""sumy's methods on the same sentences, words and title as youten.

Each method gets Janome's surfaces without punctuation. Edmundson gets its inputs: the headline as a heading,
paragraphs, a few cue words, and particles as null words. Its settings were not tuned.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from data import Item
from scoring import Surfaces
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.summarizers.edmundson import EdmundsonSummarizer
from sumy.summarizers.kl import KLSummarizer
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.lsa import LsaSummarizer
from sumy.summarizers.luhn import LuhnSummarizer
from sumy.summarizers.sum_basic import SumBasicSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer
from systems import System, body

from youten.model import AnalyzedArticle

BONUS = [
    "発表",
    "決定",
    "開始",
    "公開",
    "実現",
    "重要",
    "結論",
    "目的",
    "結果",
    "方法",
    "理由",
    "紹介",
    "明らか",
    "まとめ",
    "要点",
]
STIGMA = ["例えば", "写真", "ちなみに", "余談", "さて", "こんにちは", "クリック", "参照", "追記"]
NULL = [
    "の",
    "は",
    "が",
    "を",
    "に",
    "で",
    "と",
    "も",
    "へ",
    "や",
    "か",
    "から",
    "まで",
    "より",
    "た",
    "だ",
    "て",
    "し",
    "する",
    "れ",
    "さ",
    "な",
    "い",
    "ある",
    "こと",
    "これ",
    "それ",
]
SHORTEST = 3  # words; LSA cannot decompose fewer


class _ShortKL(KLSummarizer):
    """KL-Sum that stops at the requested number: the rest of sumy's ranking is cubic and never used."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.count = count

    def _compute_ratings(self, sentences: tuple[Sentence, ...]) -> dict[Sentence, int]:
        document = self.compute_tf(sentences)
        left = [(s, self._get_content_words_in_sentence(s)) for s in sentences]
        ratings = dict.fromkeys(sentences, -len(left))
        summary: list[str] = []
        for place in range(min(self.count, len(left))):
            divergences = [self._kl_divergence(self._joint_freq(w, summary), document) for _, w in left]
            best, words = left.pop(self._find_index_of_best_sentence(divergences))
            summary += words
            ratings[best] = -place
        return ratings


def _edmundson(_count: int) -> EdmundsonSummarizer:
    summarizer = EdmundsonSummarizer()
    summarizer.bonus_words, summarizer.stigma_words, summarizer.null_words = BONUS, STIGMA, NULL
    return summarizer


METHODS: dict[str, Callable[[int], object]] = {
    "LexRank": lambda _count: LexRankSummarizer(),
    "TextRank": lambda _count: TextRankSummarizer(),
    "LSA": lambda _count: LsaSummarizer(),
    "Luhn": lambda _count: LuhnSummarizer(),
    "KL": _ShortKL,
    "SumBasic": lambda _count: SumBasicSummarizer(),
    "Edmundson": _edmundson,
}


class Words:
    """A tokenizer with the interface that sumy needs."""

    def __init__(self, surfaces: Surfaces) -> None:
        self.surfaces = surfaces

    def to_words(self, sentence: str) -> list[str]:
        """Return the words of one sentence."""
        return self.surfaces.words(sentence)


def _document(item: Item, analyzed: AnalyzedArticle, words: Words) -> ObjectDocumentModel | None:
    """Build sumy's document: paragraphs of sentences, the headline as heading of the first."""
    allowed = set(body(analyzed))
    rows = [s for s in analyzed.article.sentences if s.role == "body" and s.text in allowed]
    rows = [s for s in rows if words.to_words(s.text)]
    if not rows:
        return None
    paragraphs = [
        [Sentence(s.text, words) for s in group] for _, group in groupby(rows, key=lambda s: s.paragraph)
    ]
    if item.title:
        paragraphs[0].insert(0, Sentence(item.title, words, is_heading=True))
    return ObjectDocumentModel([Paragraph(sentences) for sentences in paragraphs])


def sumy(name: str, surfaces: Surfaces) -> System:
    """Return sumy's method of that name as a system."""
    words = Words(surfaces)

    def run(item: Item, analyzed: AnalyzedArticle, count: int) -> list[str]:
        document = _document(item, analyzed, words)
        if document is None:
            return []
        if len(document.sentences) <= count or len(document.words) < SHORTEST:
            return [str(s) for s in document.sentences][:count]
        return [str(s) for s in METHODS[name](count)(document, count)]

    return run
