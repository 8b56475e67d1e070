"""Furigana of an article, sentence by sentence: the author's readings first, then the dictionary's.

If the article gives a word's reading, 金正恩（キム・ジョンウン）, it is used everywhere in the article.
``morphology`` has the readings and divides them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from youten.japanese import is_kanji, to_hiragana
from youten.model import AnalyzedArticle, Ruby
from youten.morphology import Reader, ruby
from youten.writing import bracketed_readings

LONGEST = 2000  # characters; a longer text has no 。
MOST_TOLD = 200  # readings by the author; an article with more is a word list
SEPARATORS = str.maketrans("", "", "・゠＝ 　")


class Furigana:
    """The furigana of one article's sentences, cached per sentence."""

    def __init__(self, analyzed: AnalyzedArticle, reader: Reader) -> None:
        self._article = analyzed.article
        self._reader = reader
        self._told = _told(analyzed)
        self._known: dict[int, tuple[Ruby, ...]] = {}

    def within(self, start: int, end: int) -> list[Ruby]:
        """Return the furigana between two places of the source, in order, with source offsets."""
        sentences, ends = self._article.sentences, self._article.text.ends
        first = bisect_right(sentences, start, key=lambda sentence: ends[sentence.end - 1])
        found: list[Ruby] = []
        for index in range(first, len(sentences)):
            if self._article.text.starts[sentences[index].start] >= end:
                break
            found += [r for r in self._of(index) if start <= r.start and r.end <= end]
        return found

    def _of(self, index: int) -> tuple[Ruby, ...]:
        if index not in self._known:
            source, sentence = self._article.text, self._article.sentences[index]
            self._known[index] = tuple(
                Ruby(source.starts[sentence.start + a], source.ends[sentence.start + b - 1], kana)
                for a, b, kana in self._of_text(sentence.text)
            )
        return self._known[index]

    def _of_text(self, text: str) -> list[Ruby]:
        """Return the furigana of a text in its own offsets; line breaks in it may be inside words."""
        where = [offset for offset, character in enumerate(text) if character != "\n"]
        joined = text.replace("\n", "")
        found = _corrected(furigana(joined, self._reader), joined, self._told)
        return [Ruby(where[a], where[b - 1] + 1, kana) for a, b, kana in found]


def furigana(text: str, reader: Reader) -> list[Ruby]:
    """Return the furigana of any text in its offsets; none if it is longer than LONGEST."""
    return ruby(reader.read(text)) if len(text) <= LONGEST else []


def _told(analyzed: AnalyzedArticle) -> dict[str, str]:
    """Return the readings that the article gives in brackets: kanji -> hiragana."""
    found: dict[str, str] = {}
    for sentence, morphemes in zip(analyzed.article.sentences, analyzed.morphemes, strict=True):
        for start, end in bracketed_readings(sentence.text, morphemes) if morphemes else ():
            begin = start
            while begin and is_kanji(sentence.text[begin - 1]):
                begin -= 1
            # A single kanji has many readings, and this one may be right only here.
            if start - begin > 1 and len(found) < MOST_TOLD:
                reading = to_hiragana(sentence.text[start + 1 : end - 1].translate(SEPARATORS))
                found.setdefault(sentence.text[begin:start], reading)
    return found


def _corrected(found: Iterable[Ruby], text: str, told: dict[str, str]) -> list[Ruby]:
    """Replace the dictionary's readings by the author's, where none of those extends beyond the word."""
    result = list(found)
    for word, kana in told.items():
        start = text.find(word)
        while start >= 0:
            end = start + len(word)
            touched = [r for r in result if r.start < end and r.end > start]
            if all(start <= r.start and r.end <= end for r in touched):
                result = [r for r in result if r not in touched] + [Ruby(start, end, kana)]
            start = text.find(word, end)
    return sorted(result)
