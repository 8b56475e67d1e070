"""Furigana of an article, sentence by sentence: what the dictionary says, and before it what the author says.

Where the article itself tells how a word is read, 金正恩（キム・ジョンウン）, it is read so everywhere in it.
Leaves to ``morphology`` how words are read and divided.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from youten.japanese import is_kanji, to_hiragana
from youten.model import AnalyzedArticle, Ruby
from youten.morphology import Reader, ruby
from youten.writing import bracketed_readings

LONGEST = 2000  # characters; beyond it is a text without 。
MOST_TOLD = 200  # readings of the author's; more are a word list
SEPARATORS = str.maketrans("", "", "・゠＝ 　")


class Furigana:
    """Furigana of one article's sentences; remembers those that were asked for."""

    def __init__(self, analyzed: AnalyzedArticle, reader: Reader) -> None:
        self._article = analyzed.article
        self._reader = reader
        self._told = _told(analyzed)
        self._known: dict[int, tuple[Ruby, ...]] = {}

    def within(self, start: int, end: int) -> list[Ruby]:
        """Furigana that lie between two places of the source, in order; offsets are the source's."""
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
        """Furigana of a text in its own offsets; line breaks in it may stand in the middle of words."""
        where = [offset for offset, character in enumerate(text) if character != "\n"]
        joined = text.replace("\n", "")
        found = _corrected(furigana(joined, self._reader), joined, self._told)
        return [Ruby(where[a], where[b - 1] + 1, kana) for a, b, kana in found]


def furigana(text: str, reader: Reader) -> list[Ruby]:
    """Furigana of any text, in its offsets; none for one that is longer than a sentence can be."""
    return ruby(reader.read(text)) if len(text) <= LONGEST else []


def _told(analyzed: AnalyzedArticle) -> dict[str, str]:
    """Readings that the article gives in brackets: kanji -> hiragana."""
    found: dict[str, str] = {}
    for sentence, morphemes in zip(analyzed.article.sentences, analyzed.morphemes, strict=True):
        for start, end in bracketed_readings(sentence.text, morphemes) if morphemes else ():
            begin = start
            while begin and is_kanji(sentence.text[begin - 1]):
                begin -= 1
            # A single kanji is read in many ways, and this one may be right here only.
            if start - begin > 1 and len(found) < MOST_TOLD:
                reading = to_hiragana(sentence.text[start + 1 : end - 1].translate(SEPARATORS))
                found.setdefault(sentence.text[begin:start], reading)
    return found


def _corrected(found: Iterable[Ruby], text: str, told: dict[str, str]) -> list[Ruby]:
    """Put the author's readings in place of the dictionary's, where none of those reaches over the edge."""
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
