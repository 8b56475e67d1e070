"""The boundary to JavaScript: one function, JSON text in, JSON text out. Every request gets a reply.

Offsets in replies are UTF-16 code units of the caller's text, as JavaScript counts.

Every reply has "ok"; an error is {"ok":false,"error":{"code","message"}}. Requests by "action":

- "info" -> version, analyzer
- "begin", "text", ["title"], ["options"], ["salience"] -> job, state "working", progress 0.0
- "advance", "job", ["budgetMs"] -> "working" and progress, or "done" with summary and phases
- "cancel", "job" -> state "cancelled"
- "compose", "job", ["options"], ["salience"] -> "done": the last finished job's article with other options
- "summarize", "text", ["title"], ["options"], ["salience"] -> "done" in one go
- "readings", ["job", "spans":[[start,end],…]], ["texts":[string,…]], ["budgetMs"] -> "done" with furigana:
  "spans": for each span of the last finished job's text the list of [start,end,"かな"] that lie in it,
  with offsets in that text; "texts": the same for strings of any other origin (a title), with offsets in
  each. With a budget (ms) perhaps only the first spans are answered, at least one: ask again for those
  beyond the length of "spans". All are a machine's guesses but for those that the article gives in
  brackets. Error "no_readings" until ``browser.add_readings`` gets the second file, anew in every worker
- "render", "job", "format", ["options"] -> text: the last finished job's summary as text to paste, where
  "format" is text, markdown, html, embed, qiita, zenn, hatena, wordpress or note

With "salience": true, "done" also has "salience": [start, end, score] of every sentence that could have been
chosen, in document order; 0 is the weakest of the article and 1 the best, more where the reader's focus adds.

Options are {"sentences":1..10,"maxChars":int|null,"lang":"ja"|"en","ratio":0..1|null,"headline":bool,
"keyphrases":0..20,"focus":string,"squeeze":bool}; phases are milliseconds.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from time import perf_counter
from typing import NamedTuple, cast

from youten import __version__
from youten.furigana import Furigana, furigana
from youten.messages import message
from youten.model import AnalyzedArticle, Article, Candidate, Options, Ruby, Summary, YoutenError
from youten.morphology import Analyzer, Reader
from youten.output import EMBEDS, Origin, as_html, as_mapping, as_markdown, as_text, source_hash
from youten.ranking import rank, rank_steps
from youten.summarizer import analyze_steps, check_options, compose, wanted, write

MOST_JOBS = 8  # unfinished ones; whoever abandons more than that without cancelling loses the oldest
DEFAULT_BUDGET = 40.0  # ms; short enough for the worker to hear a cancel, long against the cost of a call

RENDERED: Mapping[str, Callable[[Summary], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "html": as_html,
}

Request = Mapping[str, object]
Reply = dict[str, object]
Phases = dict[str, float]  # name -> ms


class _Finished(NamedTuple):
    """What is kept of the last finished job."""

    number: int
    analyzed: AnalyzedArticle
    phases: Phases
    kept: dict[str, Furigana]  # what was made of the article since, by the action that asked


class _Job:
    """A summary under way."""

    def __init__(
        self, number: int, article: tuple[str, str], analyzer: Analyzer, options: Options, salience: bool
    ) -> None:
        self.number = number
        self.phases: Phases = {}
        self.progress = 0.0
        self._phase = "read"
        self._steps = self._run(*article, analyzer, options, salience)

    def _run(
        self, text: str, title: str, analyzer: Analyzer, options: Options, salience: bool
    ) -> Generator[None, None, tuple[_Finished, Reply]]:
        """Everything, in steps; between two of them the phase may change."""
        analyzing = analyze_steps(text, title, analyzer)
        while True:
            try:
                self.progress = next(analyzing)
            except StopIteration as end:
                analyzed: AnalyzedArticle = end.value
                break
            self._phase = "analyze"
            yield
        self._phase = "rank"
        yield
        candidates = yield from rank_steps(analyzed, wanted(options), options.focus)
        self._phase = "write"
        yield
        summary = write(analyzed, candidates, options)
        finished = _Finished(self.number, analyzed, self.phases, {})
        return finished, _done(finished, candidates, summary, salience)

    def advance(self, budget: float) -> tuple[_Finished, Reply] | None:
        """Work for about ``budget`` ms, at least one step; what came of it when it is finished."""
        begin = now = perf_counter()
        while True:
            phase = self._phase
            try:
                next(self._steps)
            except StopIteration as end:
                result: tuple[_Finished, Reply] = end.value
                return result
            finally:
                before, now = now, perf_counter()
                self.phases[phase] = self.phases.get(phase, 0.0) + (now - before) * 1000
            if (now - begin) * 1000 >= budget:
                return None


class Bridge:
    """The engine behind one analyser: jobs under way, and the last finished article."""

    def __init__(self, analyzer: Analyzer) -> None:
        self._analyzer = analyzer
        self._jobs: dict[int, _Job] = {}  # in the order they began
        self._finished: _Finished | None = None
        self._last = 0
        self._actions: dict[object, Callable[[Request], Reply]] = {
            "info": self._info,
            "begin": self._begin,
            "advance": self._advance,
            "cancel": self._cancel,
            "compose": self._compose,
            "summarize": self._summarize,
            "readings": self._readings,
            "render": self._render,
        }

    def handle(self, request: str) -> str:
        """Answer one request; never raises an ``Exception``."""
        lang = "ja"
        try:
            parsed = _parse(request)
            lang = _lang(parsed)
            reply = self._dispatch(parsed, lang)
        except YoutenError as error:
            reply = _failure(error.code, str(error))
        except Exception as error:  # total by contract; MemoryError and RecursionError are among them
            reply = _failure("internal", message("internal", lang, what=type(error).__name__))
        return json.dumps(reply)

    def _dispatch(self, request: Request, lang: str) -> Reply:
        action = request.get("action")
        run = self._actions.get(action) if isinstance(action, str) else None
        if run is None:
            raise YoutenError("unknown_action", message("unknown_action", lang, what=str(action)[:40]))
        return {"ok": True, **run(request)}

    def _info(self, _request: Request) -> Reply:
        return {"version": __version__, "analyzer": getattr(self._analyzer, "name", "")}

    def _begin(self, request: Request) -> Reply:
        number = self._start(request)
        return {"state": "working", "job": number, "progress": 0.0}

    def _start(self, request: Request) -> int:
        options, lang = _options(request), _lang(request)
        text, title = _string(request, "text", lang), _string(request, "title", lang, default="")
        self._last += 1
        self._jobs[self._last] = _Job(self._last, (text, title), self._analyzer, options, _salience(request))
        if len(self._jobs) > MOST_JOBS:
            del self._jobs[min(self._jobs)]
        return self._last

    def _advance(self, request: Request) -> Reply:
        return self._work(_number(request), _budget(request, DEFAULT_BUDGET), _lang(request))

    def _work(self, number: int, budget: float, lang: str) -> Reply:
        job = self._jobs.get(number)
        if job is None:
            raise YoutenError("no_such_job", message("no_such_job", lang))
        try:
            result = job.advance(budget)
        except Exception:
            del self._jobs[number]  # a generator that raised is at its end
            raise
        if result is None:
            return {"state": "working", "job": number, "progress": round(job.progress, 4)}
        del self._jobs[number]
        self._finished, reply = result
        return reply | {"phases": _rounded(job.phases)}

    def _cancel(self, request: Request) -> Reply:
        if self._jobs.pop(_number(request), None) is None:
            raise YoutenError("no_such_job", message("no_such_job", _lang(request)))
        return {"state": "cancelled"}

    def _compose(self, request: Request) -> Reply:
        options, finished = _options(request), self._last_finished(request)
        begin = perf_counter()
        candidates = rank(finished.analyzed, wanted(options), options.focus)
        ranked = perf_counter()
        summary = write(finished.analyzed, candidates, options)
        own = {"rank": (ranked - begin) * 1000, "write": (perf_counter() - ranked) * 1000}
        reply = _done(finished, candidates, summary, _salience(request))
        return reply | {"phases": _rounded({**finished.phases, **own})}

    def _render(self, request: Request) -> Reply:
        options, form = _options(request), request.get("format")
        finished = self._last_finished(request)
        if not isinstance(form, str) or form not in (*RENDERED, *EMBEDS):
            raise _malformed("format", _lang(request))
        summary = compose(finished.analyzed, options)
        if form in RENDERED:
            return {"text": RENDERED[form](summary)}
        source = finished.analyzed.article.text.source
        return {"text": EMBEDS[form](summary, Origin(source_hash(source), __version__))}

    def _last_finished(self, request: Request) -> _Finished:
        number = _number(request)
        if self._finished is None or self._finished.number != number:
            raise YoutenError("no_such_job", message("no_such_job", _lang(request)))
        return self._finished

    def _readings(self, request: Request) -> Reply:
        lang = _lang(request)
        spans, texts, budget = _spans(request), _texts(request), _budget(request, float("inf"))
        finished = self._last_finished(request) if spans else None
        reader = cast(Reader, self._analyzer)
        if not getattr(reader, "reads", False):
            raise YoutenError("no_readings", message("no_readings", lang))
        found = _of_spans(finished, spans, reader, budget) if finished else []
        of_texts = [_in_units(furigana(text, reader), utf16_offset(text)) for text in texts]
        return {"state": "done", "spans": found, "texts": of_texts}

    def _summarize(self, request: Request) -> Reply:
        return self._work(self._start(request), float("inf"), _lang(request))


def _done(finished: _Finished, candidates: Sequence[Candidate], summary: Summary, salience: bool) -> Reply:
    article = finished.analyzed.article
    offset = utf16_offset(article.text.source)
    mapping = as_mapping(summary, article, offset)
    reply: Reply = {"state": "done", "job": finished.number, "summary": mapping}
    return reply | {"salience": _scores(candidates, article, offset)} if salience else reply


def _rounded(phases: Phases) -> Phases:
    return {name: round(ms, 3) for name, ms in phases.items()}


def _scores(
    candidates: Sequence[Candidate], article: Article, offset: Callable[[int], int]
) -> list[tuple[int, int, float]]:
    """Give (start, end, score) of every candidate; three digits are plenty for a picture."""
    starts, ends = article.text.starts, article.text.ends
    return [
        (offset(starts[c.sentence.start]), offset(ends[c.sentence.end - 1]), round(c.score, 3))
        for c in candidates
    ]


def _of_spans(
    finished: _Finished, spans: list[tuple[int, int]], reader: Reader, budget: float
) -> list[list[list[object]]]:
    """Furigana of the first spans (UTF-16), as many as the budget (ms) allows, at least one."""
    if "readings" not in finished.kept:
        finished.kept["readings"] = Furigana(finished.analyzed, reader)
    kept = finished.kept["readings"]
    source = finished.analyzed.article.text.source
    units, points = utf16_offset(source), code_point_offset(source)
    begin = perf_counter()
    found: list[list[list[object]]] = []
    for start, end in spans:
        found.append(_in_units(kept.within(points(start), points(end)), units))
        if (perf_counter() - begin) * 1000 >= budget:
            break
    return found


def _in_units(found: Iterable[Ruby], units: Callable[[int], int]) -> list[list[object]]:
    return [[units(start), units(end), kana] for start, end, kana in found]


def code_point_offset(text: str) -> Callable[[int], int]:
    """Make the inverse of ``utf16_offset``; a place inside a pair is the place behind it."""
    if not text or max(text) <= "\uffff":
        return lambda unit: unit
    astral = [position for position, character in enumerate(text) if character > "\uffff"]
    units = [position + before for before, position in enumerate(astral)]
    return lambda unit: unit - bisect_left(units, unit)


def utf16_offset(text: str) -> Callable[[int], int]:
    """Make the function from code points to UTF-16 code units of ``text``; looks at the text once."""
    if not text or max(text) <= "\uffff":
        return lambda position: position
    astral = [position for position, character in enumerate(text) if character > "\uffff"]
    return lambda position: position + bisect_left(astral, position)


def _parse(request: object) -> Request:
    try:
        parsed = json.loads(request) if isinstance(request, str) else None
    except (ValueError, RecursionError):
        parsed = None
    if not isinstance(parsed, dict):
        raise _malformed("JSON object", "ja")
    return parsed


def _options(request: Request) -> Options:
    given = request.get("options")
    given = {} if given is None else given
    lang = _lang(request)
    if not isinstance(given, dict):
        raise _malformed("options", lang)
    sentences, chosen = given.get("sentences"), given.get("lang")
    options = Options(
        3 if sentences is None else sentences,
        given.get("maxChars"),
        "ja" if chosen is None else chosen,
        given.get("ratio"),
        **{
            key: given[key]
            for key in ("headline", "keyphrases", "focus", "squeeze")
            if given.get(key) is not None
        },
    )
    check_options(options)
    return options


def _lang(request: Request) -> str:
    options = request.get("options")
    lang = options.get("lang") if isinstance(options, dict) else None
    return "en" if lang == "en" else "ja"


def _salience(request: Request) -> bool:
    value = request.get("salience")
    if value is not None and not isinstance(value, bool):
        raise _malformed("salience", _lang(request))
    return value is True


def _string(request: Request, key: str, lang: str, default: str | None = None) -> str:
    value = request.get(key)
    value = default if value is None else value
    if not isinstance(value, str):
        raise _malformed(key, lang)
    return value


def _budget(request: Request, default: float) -> float:
    budget = request.get("budgetMs", default)
    if isinstance(budget, bool) or not isinstance(budget, (int, float)):
        raise _malformed("budgetMs", _lang(request))
    return budget


def _spans(request: Request) -> list[tuple[int, int]]:
    spans = request.get("spans") or []
    if not isinstance(spans, list) or not all(
        isinstance(span, list) and [type(place) for place in span] == [int, int] for span in spans
    ):
        raise _malformed("spans", _lang(request))
    return [(start, end) for start, end in spans]


def _texts(request: Request) -> list[str]:
    texts = request.get("texts") or []
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise _malformed("texts", _lang(request))
    return texts


def _number(request: Request) -> int:
    number = request.get("job")
    if type(number) is not int:
        raise _malformed("job", _lang(request))
    return number


def _malformed(what: str, lang: str) -> YoutenError:
    return YoutenError("bad_request", message("bad_request", lang, what=what))


def _failure(code: str, text: str) -> Reply:
    return {"ok": False, "error": {"code": code, "message": text}}
