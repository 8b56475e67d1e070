"""The pipeline: read, analyse, rank, write. The library call, the bridge and the batch all use it.

``X_steps`` is ``X`` as a generator, for callers with one thread (see ``steps``). The slow half, ``analyze``,
does not depend on the options; ``compose`` is all that changed options need. Nothing is kept here.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from typing import Literal, NamedTuple

from youten.japanese import count_kana, is_kanji
from youten.markup import Notation
from youten.messages import message
from youten.model import (
    AnalyzedArticle,
    Candidate,
    Form,
    Morpheme,
    Notice,
    Profile,
    Summary,
    SummarySentence,
    YoutenError,
)
from youten.morphology import Analyzer, default_analyzer
from youten.options import DEFAULT, Options, check_options, wanted
from youten.ranking import ends_as_sentence, keyphrases, profile, rank_steps
from youten.reading import FLOWING, read
from youten.steps import drain
from youten.writing import draft, headline

# Characters; beyond it is a text without 。, which no summary can show. It keeps the generator's steps short.
LONGEST_ANALYZED = 2000
# Share of kana among all characters. Japanese prose has 40-70 %, headlines 10-30 %, Chinese none.
LEAST_KANA = 0.05
# Letters of a text that may be Japanese without kana, if its words are: 了解, 立入禁止.
MOST_KANJI_ALONE = 20
# Parts of such words that may be a single character: 営業中, 新発売, 三割引.
_AFFIXES = ("名詞,接尾", "接頭詞", "名詞,数")

Phase = Literal["read", "analyze", "rank", "write"]
# What a generator yields: the phase that begins, the share of the analysis that is done (0..1), or None.
Step = Phase | float | None


class Result(NamedTuple):
    """The result of a run of the pipeline."""

    analyzed: AnalyzedArticle
    candidates: tuple[Candidate, ...]  # in document order
    summary: Summary


def summarize(
    source: str, *, title: str = "", options: Options = DEFAULT, analyzer: Analyzer | None = None
) -> Summary:
    """Summarise an article; any string is accepted. Raises ``YoutenError`` ("bad_option", "bad_request")."""
    check_options(options)
    for name, value in (("source", source), ("title", title)):
        if not isinstance(value, str):
            given = type(value).__name__
            raise YoutenError("bad_request", message("not_text", options.lang, name=name, given=given))
    return drain(summarize_steps(source, title, analyzer or default_analyzer(), options)).summary


def analyze(
    source: str, title: str, analyzer: Analyzer, form: Form | None = None, notation: Notation = ""
) -> AnalyzedArticle:
    """Read an article, as of a ``form`` and in a ``notation`` if they are given; analyse its sentences."""
    return drain(analyze_steps(source, title, analyzer, form, notation))


def compose(analyzed: AnalyzedArticle, options: Options = DEFAULT) -> Summary:
    """Rank the sentences and write the summary. Raises ``YoutenError`` ("bad_option")."""
    check_options(options)
    return drain(compose_steps(analyzed, options)).summary


def forms(
    analyzed: AnalyzedArticle, options: Options, starts: Iterable[int]
) -> list[tuple[SummarySentence, SummarySentence] | None]:
    """Return the short form and the whole of the sentences that begin at these source offsets.

    The short form fits ``max_chars``, or is the shortest where none does. None: no sentence that may be
    chosen begins there.
    """
    places = analyzed.article.text.starts
    candidates = drain(rank_steps(analyzed, wanted(options), options.focus))
    by_start = {places[candidate.sentence.start]: candidate for candidate in candidates}
    return [_forms(analyzed, by_start[start], options) if start in by_start else None for start in starts]


def _forms(
    analyzed: AnalyzedArticle, candidate: Candidate, options: Options
) -> tuple[SummarySentence, SummarySentence] | None:
    one = (candidate,)
    whole = draft(analyzed, one, 1, whole=True)
    short = (
        draft(analyzed, one, 1, options.max_chars, focus=options.focus) or draft(analyzed, one, 1) or whole
    )
    return (short[0], whole[0]) if whole else None


def with_lines(
    analyzed: AnalyzedArticle, summary: Summary, lines: Sequence[Sequence[tuple[int, int]]]
) -> Summary:
    """Return the summary with a reader's lines, each a list of segments (source offsets, ascending)."""
    source = analyzed.article.text.source
    sentences = tuple(
        SummarySentence(
            "".join(source[a:b] for a, b in line), line[0][0], line[-1][1], tuple(line), (), 0.0, {}
        )
        for line in lines
    )
    shown = sum(len(sentence.text) for sentence in sentences)
    body = summary.article_chars
    return summary._replace(
        sentences=sentences,
        summary_chars=shown,
        compression_rate=round(shown / body, 4) if body else 0.0,
        headline=None,
    )


def summarize_steps(
    source: str, title: str, analyzer: Analyzer, options: Options, notation: Notation = ""
) -> Generator[Step, None, Result]:
    """Run the whole pipeline, in the phase "read" at first; ``options`` have been checked."""
    analyzed = yield from analyze_steps(source, title, analyzer, options.form or None, notation)
    yield "rank"
    return (yield from compose_steps(analyzed, options))


def analyze_steps(
    source: str, title: str, analyzer: Analyzer, form: Form | None = None, notation: Notation = ""
) -> Generator[Step, None, AnalyzedArticle]:
    """Read, then analyse; yield after reading and after every sentence that is analysed."""
    article = read(source, title, form, notation)
    yield "analyze"
    total = sum(len(sentence.text) for sentence in article.sentences) or 1
    done = 0
    morphemes: list[tuple[Morpheme, ...]] = []
    profiles: list[Profile] = []
    for sentence in article.sentences:
        used = sentence.role == "body" and len(sentence.text) <= LONGEST_ANALYZED
        morphemes.append(_morphemes(sentence.text, analyzer) if used else ())
        profiles.append(profile(sentence, morphemes[-1]))
        done += len(sentence.text)
        if used:
            yield done / total
    title_morphemes = _morphemes(article.title[:LONGEST_ANALYZED], analyzer)
    japanese = _is_japanese(article.text.text, analyzer)
    return AnalyzedArticle(article, tuple(morphemes), tuple(profiles), title_morphemes, japanese)


def compose_steps(analyzed: AnalyzedArticle, options: Options) -> Generator[Step, None, Result]:
    """Rank, then write, in the phase "rank" at first; ``options`` have been checked."""
    candidates = yield from rank_steps(analyzed, wanted(options), options.focus)
    yield "write"
    return Result(analyzed, candidates, _write(analyzed, candidates, options))


def _write(analyzed: AnalyzedArticle, candidates: tuple[Candidate, ...], options: Options) -> Summary:
    article = analyzed.article
    starts, ends = article.text.starts, article.text.ends
    body = sum(ends[s.end - 1] - starts[s.start] for s in article.sentences if s.role == "body")
    limit = options.max_chars
    if options.ratio is not None:
        limit = min(int(options.ratio * body), body if limit is None else limit)
    sentences = draft(
        analyzed,
        candidates,
        wanted(options),
        limit,
        squeeze=options.squeeze,
        whole=options.whole,
        focus=options.focus,
    )
    shown = sum(len(sentence.text) for sentence in sentences)
    notices = _notices(analyzed, candidates, len(sentences), options)
    rate = round(shown / body, 4) if body else 0.0
    line = headline(analyzed, candidates) if options.headline else None
    phrases = keyphrases(analyzed, options.keyphrases) if options.keyphrases else ()
    return Summary(article.title, sentences, body, shown, rate, notices, line, phrases)


def _morphemes(text: str, analyzer: Analyzer) -> tuple[Morpheme, ...]:
    """Analyse a text without its line breaks, which in hard-wrapped text may be inside words."""
    if "\n" not in text:
        return tuple(analyzer.analyze(text))
    where = [offset for offset, character in enumerate(text) if character != "\n"]
    found = analyzer.analyze(text.replace("\n", ""))
    return tuple(m._replace(start=where[m.start], end=where[m.end - 1] + 1) for m in found)


def _left_out(candidates: tuple[Candidate, ...], shown: int, options: Options) -> bool:
    """Return whether sentences are missing only because the usual length has no room for them."""
    limited = options.max_chars is not None or options.ratio is not None
    usable = len({candidate.sentence.text for candidate in candidates})
    return not limited and shown < min(options.sentences, usable)


def _is_japanese(text: str, analyzer: Analyzer) -> bool:
    """Return whether a text has the kana of Japanese; a short one may consist of Japanese words in kanji."""
    if count_kana(text) >= LEAST_KANA * len(text):
        return True
    letters = "".join(filter(str.isalpha, text))
    return (
        len(letters) <= MOST_KANJI_ALONE
        and all(map(is_kanji, letters))
        and _are_words(analyzer.analyze(text[:LONGEST_ANALYZED]))
    )


def _are_words(morphemes: Sequence[Morpheme]) -> bool:
    """Return whether all are words of the dictionary, those of one character only beside longer ones."""
    words = [m for m in morphemes if m.surface.isalpha()]
    long = [m for m in words if len(m.surface) > 1]
    return bool(long) and all(m.known and (m in long or m.pos.startswith(_AFFIXES)) for m in words)


def _notices(
    analyzed: AnalyzedArticle, candidates: tuple[Candidate, ...], shown: int, options: Options
) -> tuple[Notice, ...]:
    """Return the notices about a summary."""
    article = analyzed.article
    text = article.text.text
    running = [sentence for sentence in article.sentences if sentence.role in ("body", "aside")]
    codes: list[str] = []
    if not text.strip():
        codes.append("empty")
    elif not analyzed.japanese:
        codes.append("not_japanese")
    if not candidates:
        codes += ["no_sentence"] if text.strip() else []
    elif not shown:
        codes.append("budget_too_small")
    elif _left_out(candidates, shown, options):
        codes.append("fewer_fit")
    elif len(running) <= wanted(options):
        codes.append("already_short")
    elif shown < options.sentences and options.max_chars is None and options.ratio is None:
        codes.append("fewer_sentences")
    # Other languages end their sentences with other marks.
    japanese = "not_japanese" not in codes
    if japanese and candidates and not any(ends_as_sentence(one.sentence.text) for one in candidates):
        codes.append("no_full_stops" if article.form in FLOWING else "no_sentence_end")
    values = {"count": shown, "max_chars": options.max_chars}
    return tuple(Notice(code, message(code, options.lang, **values)) for code in codes)
