"""The values that the packages pass to each other: frozen, without logic.

There are two kinds of offsets, and every field says which it uses:

- *source* offsets count code points of the text as the caller gave it (radicals of PDF files are replaced by
  the kanji that they look like, character for character);
- *normalized* offsets count characters of ``SourceText.text``, which the analyser sees.

A character of the normalized text comes from one or more characters of the source, never the other way
round, so any part of the normalized text is a subsequence of the source.
This module imports nothing of the package.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal, NamedTuple

Offset = Callable[[int], int]  # an offset in code points -> the same in another unit
Role = Literal[
    "body",  # running text: the only role a summary sentence may come from
    "headline",  # the article's title, also where it is repeated
    "subhead",  # ◇小見出し, ■, 【…】 alone on a line, Markdown headings
    "byline",  # writer, agency, place and date lines
    "caption",  # 写真=…, 図:…
    "summary",  # an AI要約 box that was pasted along
    "furniture",  # share buttons, related articles, adverts, copyright, page numbers, labels
    "aside",  # running text that may not stand alone: greetings, questions, overruled proposals, halves
]
Form = Literal[
    "article",  # news, blogs, essays, reports; also what is not sure to be anything else
    "webpage",  # an article with the menus of its site around it
    "minutes",
    "mail",
    "letter",  # letters, notices to customers or parents
    "chat",
    "subtitles",
    "transcript",  # speech without full stops
    "interview",  # also press conferences: labelled questions and answers
    "speech",
    "howto",  # also recipes
    "law",  # also judgments
    "paper",
    "patent",
    "verse",
    "list",  # also tables
    "markdown",
    "encyclopedia",
    "aozora",  # a text in the notation of Aozora Bunko
]


class SourceText(NamedTuple):
    """The caller's text and its normalized form.

    ``text[i]`` stands for ``source[starts[i]:ends[i]]``; characters of the source between ``ends[i]`` and
    ``starts[i + 1]`` were dropped (zero-width characters, carriage returns, controls, lone surrogates).
    ``len(starts) == len(ends) == len(text)``; where nothing changed, both are ranges and cost no memory.
    """

    source: str
    text: str
    starts: Sequence[int]
    ends: Sequence[int]


class Sentence(NamedTuple):
    """One sentence, or one line that is not a sentence (a headline, a caption …).

    ``start`` and ``end`` are normalized offsets without the surrounding white space;
    ``text == article.text.text[start:end]``. ``paragraph`` counts blank-line-separated blocks from 0.
    """

    text: str
    start: int
    end: int
    paragraph: int
    role: Role
    point: float = 0.0  # 0..1: how surely it stands where texts of this form have their point


class Article(NamedTuple):
    """An article. ``title`` is the given or recognised headline, "" if there is none."""

    text: SourceText
    title: str
    sentences: tuple[Sentence, ...]  # in document order, every role
    form: Form = "article"


class Morpheme(NamedTuple):
    """One morpheme of an analysed text; ``start`` and ``end`` are offsets into the analyser's input.

    ``pos`` is IPADIC's four-part name, "名詞,固有名詞,地域,一般"; absent fields are "*".
    """

    surface: str
    pos: str
    infl_type: str
    infl_form: str
    base_form: str
    start: int
    end: int
    known: bool  # False: built by the unknown-word rules


class Ruby(NamedTuple):
    """Furigana ``text`` (hiragana) over ``start:end``, in offsets of the annotated text."""

    start: int
    end: int
    text: str


class Phrase(NamedTuple):
    """A run of nouns that can name something (図書館移転計画)."""

    key: str  # to compare by: folded in width and case
    text: str  # as the article has it
    nouns: int  # how many morphemes it is made of


class Profile(NamedTuple):
    """The features of one sentence that depend on neither its neighbours nor the options."""

    terms: Mapping[str, float]  # term -> occurrences
    phrases: tuple[Phrase, ...]  # in order, repetitions too
    voices: Mapping[str, float]  # name of the feature -> value; 0 where it is missing
    traits: tuple[str, ...]  # what the sentence does, by name


class AnalyzedArticle(NamedTuple):
    """An article with its morphemes and profiles. Everything after this depends on the options only.

    ``morphemes[i]`` and ``profiles[i]`` belong to ``article.sentences[i]``, the former with offsets into that
    sentence's text; they are empty for sentences that are not analysed.
    """

    article: Article
    morphemes: tuple[tuple[Morpheme, ...], ...]
    profiles: tuple[Profile, ...]
    title: tuple[Morpheme, ...]  # of ``article.title``
    japanese: bool = True  # whether its text is


class Candidate(NamedTuple):
    """A sentence that may enter the summary; ``score`` is the sum of ``parts`` (rounded, unitless)."""

    sentence: Sentence
    morphemes: tuple[Morpheme, ...]
    terms: Mapping[str, float]  # term -> weight, for comparing two sentences
    score: float
    parts: Mapping[str, float]  # name of the feature -> its share of the score
    grade: float = 0.0  # the same before it is scaled within the article: grades more than the mean sentence


class Trim(NamedTuple):
    """A part of the source that was cut out of a sentence (source offsets), and the rule that cut it."""

    start: int
    end: int
    rule: str


class SummarySentence(NamedTuple):
    """A sentence of the summary.

    ``start`` and ``end`` are source offsets of the whole sentence. ``text`` is
    ``"".join(source[a:b] for a, b in segments)``, so it is a subsequence of ``source[start:end]``.
    ``score`` is the sum of ``parts`` (unitless, comparable within one article only).
    """

    text: str
    start: int
    end: int
    segments: tuple[tuple[int, int], ...]
    trims: tuple[Trim, ...]
    score: float
    parts: Mapping[str, float]  # name of the feature -> its share of the score

    def __hash__(self) -> int:
        """Hash all but ``parts``, which is a dictionary."""
        return hash((self.text, self.start, self.end, self.segments, self.trims, self.score))

    def to_dict(self, offset: Offset = int) -> dict[str, object]:
        """Return the sentence in JSON types."""
        return {
            "text": self.text,
            "start": offset(self.start),
            "end": offset(self.end),
            "segments": [[offset(start), offset(end)] for start, end in self.segments],
            "trims": [{"start": offset(t.start), "end": offset(t.end), "rule": t.rule} for t in self.trims],
            "score": self.score,
            "parts": dict(self.parts),
        }


class Notice(NamedTuple):
    """A message about a summary for the reader; callers switch on ``code``, people read ``message``."""

    code: str
    message: str


class Summary(NamedTuple):
    """A summary with its figures. Lengths count characters (code points)."""

    title: str
    sentences: tuple[SummarySentence, ...]
    article_chars: int  # of the body sentences
    summary_chars: int
    compression_rate: float  # summary_chars / article_chars, 0..1; 0 for an empty article
    notices: tuple[Notice, ...]
    headline: SummarySentence | None = (
        None  # at most 40 characters, without 。; None: not asked, or none found
    )
    keyphrases: tuple[str, ...] = ()  # as the article spells them, the weightiest first

    def to_dict(self, offset: Offset = int) -> dict[str, object]:
        """Return the summary in JSON types, with the names of ``--format json``.

        ``offset`` turns offsets in code points into another unit.
        """
        return {
            "title": self.title,
            "sentences": [sentence.to_dict(offset) for sentence in self.sentences],
            "articleChars": self.article_chars,
            "summaryChars": self.summary_chars,
            "compressionRate": self.compression_rate,
            "notices": [{"code": notice.code, "message": notice.message} for notice in self.notices],
            "headline": self.headline.to_dict(offset) if self.headline else None,
            "keyphrases": list(self.keyphrases),
        }


class YoutenError(Exception):
    """The one exception of this package: ``code`` for programs, ``str()`` for people."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code

    def __reduce__(self) -> tuple[type[YoutenError], tuple[str, str]]:
        """Pickle both arguments, so that worker processes can raise it."""
        return type(self), (self.code, str(self))
