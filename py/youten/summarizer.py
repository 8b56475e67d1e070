"""The whole pipeline on one screen: read, analyse, rank, write.

The slow half (reading and morphology) does not depend on the options, so changed options need only
``compose``. It comes as a generator too, so that a caller with one thread can do other things in between.
Nothing is kept here.
"""

from __future__ import annotations

from collections.abc import Generator

from youten.messages import message
from youten.model import (
    AnalyzedArticle,
    Article,
    Candidate,
    Morpheme,
    Notice,
    Options,
    Profile,
    Summary,
    YoutenError,
)
from youten.morphology import Analyzer, default_analyzer
from youten.ranking import MOST_PHRASES, cosine, is_complete, keyphrases, points_back, profile, rank
from youten.reading import read
from youten.writing import draft, headline

DEFAULT = Options()
MOST_SENTENCES = 10
LONGEST_FOCUS = 100  # characters
# Characters; beyond it is a text without 。, which no summary can show. It keeps the generator's steps short.
LONGEST_ANALYZED = 2000
# Share of kana among all characters. Japanese prose has 40-70 %, headlines 10-30 %, Chinese none.
LEAST_KANA = 0.05


def summarize(
    source: str, *, title: str = "", options: Options = DEFAULT, analyzer: Analyzer | None = None
) -> Summary:
    """Summarise an article; any text is welcome. ``YoutenError`` ("bad_option") for impossible options."""
    check_options(options)
    return compose(read_and_analyze(source, title, analyzer or default_analyzer()), options)


def read_and_analyze(source: str, title: str, analyzer: Analyzer) -> AnalyzedArticle:
    """Do the slow half at once: read the article and analyse its sentences."""
    steps = analyze_steps(source, title, analyzer)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            analyzed: AnalyzedArticle = end.value
            return analyzed


def analyze_steps(source: str, title: str, analyzer: Analyzer) -> Generator[float, None, AnalyzedArticle]:
    """Do the slow half step by step: yields progress (0..1) after reading and after every sentence."""
    article = read(source, title)
    yield 0.0
    total = sum(len(sentence.text) for sentence in article.sentences) or 1
    done = 0
    morphemes: list[tuple[Morpheme, ...]] = []
    profiles: list[Profile] = []
    for sentence in article.sentences:
        wanted = sentence.role == "body" and len(sentence.text) <= LONGEST_ANALYZED
        morphemes.append(_analyze(sentence.text, analyzer) if wanted else ())
        profiles.append(profile(sentence, morphemes[-1]))
        done += len(sentence.text)
        if wanted:
            yield done / total
    title_morphemes = _analyze(article.title[:LONGEST_ANALYZED], analyzer)
    return AnalyzedArticle(article, tuple(morphemes), tuple(profiles), title_morphemes)


def compose(analyzed: AnalyzedArticle, options: Options = DEFAULT) -> Summary:
    """Do the quick half: rank the sentences and write the summary. Raises ``YoutenError`` ("bad_option")."""
    check_options(options)
    return write(analyzed, rank(analyzed, wanted(options), options.focus), options)


def wanted(options: Options) -> int:
    """Give the number of sentences asked for: with a ratio, as many as may fit."""
    return options.sentences if options.ratio is None else MOST_SENTENCES


def write(analyzed: AnalyzedArticle, candidates: tuple[Candidate, ...], options: Options) -> Summary:
    """Write the summary from ranked candidates."""
    article = analyzed.article
    starts, ends = article.text.starts, article.text.ends
    body = sum(ends[s.end - 1] - starts[s.start] for s in article.sentences if s.role == "body")
    limit = options.max_chars
    if options.ratio is not None:
        limit = min(int(options.ratio * body), body if limit is None else limit)
    sentences = draft(
        candidates, article.text, cosine, points_back, wanted(options), body, limit, options.squeeze
    )
    shown = sum(len(sentence.text) for sentence in sentences)
    notices = _notices(article, candidates, len(sentences), options)
    rate = round(shown / body, 4) if body else 0.0
    line = headline(candidates, article.text, points_back) if options.headline else None
    phrases = keyphrases(analyzed, options.keyphrases) if options.keyphrases else ()
    return Summary(article.title, sentences, body, shown, rate, notices, line, phrases)


def check_options(options: Options) -> None:
    """Raise ``YoutenError`` ("bad_option") unless every option is in the range that ``Options`` gives."""
    sentences, max_chars, lang, ratio = options[:4]
    if type(sentences) is not int or not 1 <= sentences <= MOST_SENTENCES:
        what = f"sentences = 1..{MOST_SENTENCES}"
    elif max_chars is not None and (type(max_chars) is not int or max_chars < 1):
        what = "max_chars >= 1"
    elif lang not in ("ja", "en"):
        what = "lang = ja | en"
    elif ratio is not None and (type(ratio) not in (int, float) or not 0 < ratio <= 1):
        what = "0 < ratio <= 1"
    elif type(options.keyphrases) is not int or not 0 <= options.keyphrases <= MOST_PHRASES:
        what = f"keyphrases = 0..{MOST_PHRASES}"
    elif type(options.focus) is not str or len(options.focus) > LONGEST_FOCUS:
        what = f"focus: 0..{LONGEST_FOCUS}"
    elif type(options.headline) is not bool or type(options.squeeze) is not bool:
        what = "headline, squeeze = true | false"
    else:
        return
    raise YoutenError("bad_option", message("bad_option", lang, what=what))


def _analyze(text: str, analyzer: Analyzer) -> tuple[Morpheme, ...]:
    """Analyse a text as if it had no line breaks: in hard-wrapped text they stand in the middle of words."""
    if "\n" not in text:
        return tuple(analyzer.analyze(text))
    where = [offset for offset, character in enumerate(text) if character != "\n"]
    found = analyzer.analyze(text.replace("\n", ""))
    return tuple(m._replace(start=where[m.start], end=where[m.end - 1] + 1) for m in found)


def _notices(
    article: Article, candidates: tuple[Candidate, ...], shown: int, options: Options
) -> tuple[Notice, ...]:
    """Say what the reader should know about this summary."""
    text = article.text.text
    body = [sentence for sentence in article.sentences if sentence.role == "body"]
    codes: list[str] = []
    if not text.strip():
        codes.append("empty")
    elif _kana(text) < LEAST_KANA * len(text):
        codes.append("not_japanese")
    if not candidates:
        codes += ["no_sentence"] if text.strip() else []
    elif not shown:
        codes.append("budget_too_small")
    elif len(body) <= wanted(options):
        codes.append("already_short")
    elif shown < options.sentences and options.max_chars is None and options.ratio is None:
        codes.append("fewer_sentences")
    if candidates and not any(is_complete(candidate.sentence.text) for candidate in candidates):
        codes.append("no_sentence_end")
    values = {"count": shown, "max_chars": options.max_chars}
    return tuple(Notice(code, message(code, options.lang, **values)) for code in codes)


def _kana(text: str) -> int:
    """Count the kana of a text (in C where it matters: the text may have 200,000 characters)."""
    return sum(map(text.count, set(filter(lambda character: "ぁ" <= character <= "ヺ", set(text)))))
