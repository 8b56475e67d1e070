"""The table from a request's action to the method that answers it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from time import perf_counter
from typing import cast

from youten import __version__
from youten.bridge.jobs import NO_LIMIT, Finished, Job
from youten.bridge.replies import Reply, Span, done, failure, furigana, pair
from youten.bridge.requests import Request
from youten.furigana import furigana as furigana_of
from youten.messages import message
from youten.model import Summary, YoutenError
from youten.morphology import Analyzer, Reader
from youten.offsets import code_point_offset, utf16_offset
from youten.output import EMBEDS, Origin, as_html, as_markdown, as_text, source_hash
from youten.pipeline import forms, summarize_steps, with_lines

MOST_JOBS = 8  # unfinished ones; a caller that begins more without cancelling loses the oldest
DEFAULT_BUDGET = 40.0  # ms; short enough for the worker to hear a cancel, long against the cost of a call

RENDERED: Mapping[str, Callable[[Summary], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "html": as_html,
}


class Bridge:
    """The engine on one analyser: active jobs, and the last finished article."""

    def __init__(self, analyzer: Analyzer) -> None:
        self._analyzer = analyzer
        self._jobs: dict[int, Job] = {}  # in the order they began
        self._finished: Finished | None = None
        self._last = 0
        self._actions: dict[object, Callable[[Request], Reply]] = {
            "info": self._info,
            "begin": self._begin,
            "advance": self._advance,
            "cancel": self._cancel,
            "compose": self._compose,
            "summarize": self._summarize,
            "forms": self._forms,
            "readings": self._readings,
            "render": self._render,
        }

    def handle(self, text: str) -> str:
        """Answer one request; never raise an ``Exception``."""
        lang = "ja"
        try:
            request = Request(text)
            lang = request.lang
            reply = {"ok": True, **self._action(request)(request)}
        except YoutenError as error:
            reply = failure(error)
        except Exception as error:  # total by contract; MemoryError and RecursionError are among them
            what = type(error).__name__
            reply = failure(YoutenError("internal", message("internal", lang, what=what)))
        return json.dumps(reply)

    def _action(self, request: Request) -> Callable[[Request], Reply]:
        name = request.action
        action = self._actions.get(name) if isinstance(name, str) else None
        if action is None:
            raise _error("unknown_action", request, what=str(name)[:40])
        return action

    def _info(self, _request: Request) -> Reply:
        return {"version": __version__, "analyzer": getattr(self._analyzer, "name", "")}

    def _begin(self, request: Request) -> Reply:
        return {"state": "working", "job": self._start(request), "progress": 0.0}

    def _start(self, request: Request) -> int:
        options = request.options()
        text, title = request.string("text"), request.string("title", default="")
        self._last += 1
        steps = summarize_steps(text, title, self._analyzer, options)
        self._jobs[self._last] = Job(steps, "read", salience=request.salience())
        if len(self._jobs) > MOST_JOBS:
            del self._jobs[min(self._jobs)]
        return self._last

    def _advance(self, request: Request) -> Reply:
        return self._work(request.job(), request.budget(DEFAULT_BUDGET), request)

    def _summarize(self, request: Request) -> Reply:
        return self._work(self._start(request), NO_LIMIT, request)

    def _work(self, number: int, budget: float, request: Request) -> Reply:
        job = self._jobs.get(number)
        if job is None:
            raise _error("no_such_job", request)
        try:
            result = job.advance(budget)
        except Exception:
            del self._jobs[number]  # a generator that raised is at its end
            raise
        if result is None:
            return {"state": "working", "job": number, "progress": round(job.progress, 4)}
        del self._jobs[number]
        self._finished = Finished(number, result.analyzed, job.phases)
        return done(number, result, job.phases, salience=job.salience)

    def _cancel(self, request: Request) -> Reply:
        if self._jobs.pop(request.job(), None) is None:
            raise _error("no_such_job", request)
        return {"state": "cancelled"}

    def _compose(self, request: Request) -> Reply:
        options, finished = request.options(), self._last_finished(request)
        result, phases = finished.composed(options)
        return done(finished.number, result, finished.phases | phases, salience=request.salience())

    def _render(self, request: Request) -> Reply:
        options, finished = request.options(), self._last_finished(request)
        form = request.format((*RENDERED, *EMBEDS))
        summary = finished.composed(options)[0].summary
        source = finished.analyzed.article.text.source
        if lines := request.lines():
            summary = with_lines(finished.analyzed, summary, _in_source(lines, source, request))
        if form in RENDERED:
            return {"text": RENDERED[form](summary)}
        return {"text": EMBEDS[form](summary, Origin(source_hash(source), __version__))}

    def _forms(self, request: Request) -> Reply:
        options, finished = request.options(), self._last_finished(request)
        source = finished.analyzed.article.text.source
        units, points = utf16_offset(source), code_point_offset(source)
        found = forms(finished.analyzed, options, [points(start) for start, _ in request.spans()])
        return {"state": "done", "forms": [pair(one, units) for one in found]}

    def _last_finished(self, request: Request) -> Finished:
        number = request.job()
        if self._finished is None or self._finished.number != number:
            raise _error("no_such_job", request)
        return self._finished

    def _readings(self, request: Request) -> Reply:
        spans, texts, budget = request.spans(), request.texts(), request.budget(NO_LIMIT)
        finished = self._last_finished(request) if spans else None
        reader = cast(Reader, self._analyzer)
        if not getattr(reader, "reads", False):
            raise _error("no_readings", request)
        found = _of_spans(finished, spans, reader, budget) if finished else []
        of_texts = [furigana(furigana_of(text, reader), utf16_offset(text)) for text in texts]
        return {"state": "done", "spans": found, "texts": of_texts}


def _in_source(
    lines: list[list[tuple[int, int]]], source: str, request: Request
) -> list[list[tuple[int, int]]]:
    """Return a reader's lines in code points; raise ``YoutenError`` if one leaves the article."""
    points = code_point_offset(source)
    found = [[(points(start), points(end)) for start, end in line] for line in lines]
    if any(line[-1][1] > len(source) for line in found):
        raise request.malformed("lines")
    return found


def _of_spans(
    finished: Finished, spans: list[tuple[int, int]], reader: Reader, budget: float
) -> list[list[Span]]:
    """Return the furigana of as many of the first spans (UTF-16) as the budget (ms) allows, at least one."""
    source = finished.analyzed.article.text.source
    units, points = utf16_offset(source), code_point_offset(source)
    begin = perf_counter()
    found: list[list[Span]] = []
    for start, end in spans:
        found.append(furigana(finished.furigana(reader).within(points(start), points(end)), units))
        if (perf_counter() - begin) * 1000 >= budget:
            break
    return found


def _error(code: str, request: Request, **values: object) -> YoutenError:
    return YoutenError(code, message(code, request.lang, **values))
