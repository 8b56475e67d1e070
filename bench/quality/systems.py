"""The summarisers compared: each gives the sentences it would show for an article.

Baselines choose among the same sentences as youten: the complete ones that reading found in the body.
"""

from __future__ import annotations

from collections.abc import Callable

from data import Item
from scoring import Surfaces
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.summarizers.lex_rank import LexRankSummarizer

from youten.model import AnalyzedArticle, Options
from youten.ranking import is_complete
from youten.summarizer import compose

System = Callable[[Item, AnalyzedArticle, int], list[str]]


def body(analyzed: AnalyzedArticle) -> list[str]:
    """List the sentences a summary may be made of; every line of the body where none is complete."""
    lines = [sentence.text for sentence in analyzed.article.sentences if sentence.role == "body"]
    return [line for line in lines if is_complete(line)] or lines


def youten(_item: Item, analyzed: AnalyzedArticle, count: int) -> list[str]:
    """Summarise as the product does."""
    return [sentence.text for sentence in compose(analyzed, Options(sentences=count)).sentences]


def lead(_item: Item, analyzed: AnalyzedArticle, count: int) -> list[str]:
    """Take the first sentences."""
    return body(analyzed)[:count]


class LexRank:
    """Sumy's LexRank on our tokens. Source: Erkan and Radev, LexRank (2004)."""

    def __init__(self, surfaces: Surfaces) -> None:
        self.surfaces = surfaces

    def to_words(self, sentence: str) -> list[str]:
        """Give sumy the words of a sentence, under the name it asks for."""
        return self.surfaces.words(sentence)

    def __call__(self, _item: Item, analyzed: AnalyzedArticle, count: int) -> list[str]:
        """Summarise; a document of no words makes sumy divide by zero and has no summary."""
        sentences = [Sentence(text, self) for text in body(analyzed) if self.surfaces.words(text)]
        if not sentences:
            return []
        document = ObjectDocumentModel([Paragraph(sentences)])
        return [str(sentence) for sentence in LexRankSummarizer()(document, count)]
