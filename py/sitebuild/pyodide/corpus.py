"""Makes the requests under which record.mjs records which functions of the wasm run.

All actions, options, formats and errors; the articles and the hostile texts of the tests; every code point;
long texts. Which code points and words an article has hardly matters: what counts is that each path of the
program is taken once. The same at every run.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import Any

from sitebuild.paths import ROOT

ARTICLES = sorted((ROOT / "tests" / "articles").glob("*/page.txt"))
# Texts of every form, and pages and posts with their markup, as they are pasted.
OTHERS = tuple(
    path
    for kind in ("forms/texts/*.txt", "pages/inputs/*.[hmt]*", "publishing/**/*.[hm]*")
    for path in sorted((ROOT / "tests").glob(kind))
)
# Marks of strong text, code and links in a text that is not Markdown.
MARKED = (
    "[港の案内](https://example.org/)は **毎日** 開く。`make` で作る。[地図][1]と<b>太い</b>字もある。\n"
    "市は[来年](https://example.org/a_(b))から [船](x) を**出す**と発表した。![絵](a.png) &amp; &#12354;\n\n"
    "[1]: https://example.org\n"
)
FORMATS = ("text", "markdown", "html", "embed", "qiita", "zenn", "hatena", "wordpress", "note")
OPTIONS: tuple[dict[str, Any], ...] = (
    {},
    {"sentences": 1, "lang": "en"},
    {"sentences": 10, "keyphrases": 20, "headline": True},
    {"maxChars": 60, "squeeze": True, "focus": "市 図書館"},
    {"ratio": 0.1, "whole": True, "headline": True},
    {"maxChars": 1, "ratio": 1e-9, "sentences": 3},
)
# Texts that are no requests.
MALFORMED = (
    *("", "[]", "null", "1", '"a"', "{", "not JSON", "[" * 5000),
    *('{"action":1}', '{"action":"nothing"}', '{"action":"summarize","text":1e400}'),
    '{"action":"summarize","text":"\\ud800"}',
    '{"action":"summarize","text":"\\u3042\\n\\ud83d\\ude00"}',
    '{"a":-0.5e-3,"b":123456789012345678901234567890,"c":[true]}',
)
OPTION_NAMES = (
    *("sentences", "maxChars", "ratio", "keyphrases", "focus"),
    *("lang", "headline", "squeeze", "whole"),
)
# Values of which most are wrong for any option or field.
VALUES: tuple[Any, ...] = (-1, 0, 99, 10**30, 0.5, True, "a", "a" * 100, [], {}, None, float("nan"))
# Where a sentence may begin.
BEGINNING = re.compile(r"(?:^|(?<=[。\n]))(?=[^。\n])")
MOST_PLACES = 20
LAST = 0x110000
SURROGATES = range(0xD800, 0xE000)
PER_TEXT = 4000  # code points


def requests() -> Iterator[str]:
    """Yield requests as JSON text. Jobs are numbered from 1, so each part notes how many it has begun."""
    made = chain(_articles(), _texts(), _long())
    for job, (text, title, options) in enumerate(made, start=1):
        yield _json(action="summarize", text=text, title=title, options=options, salience=job % 2 == 0)
        yield from _afterwards(job, text)
    yield from MALFORMED
    yield from _wrong()
    yield from _in_steps()
    yield from _without_a_job()


def _json(**request: Any) -> str:
    return json.dumps(request)


def places(text: str) -> list[int]:
    """Return where the first sentences of a text may begin."""
    return [found.start() for found in islice(BEGINNING.finditer(text), MOST_PLACES)]


def _wrong() -> Iterator[str]:
    right = {"action": "summarize", "text": "市は発表した。"}
    for value in VALUES:
        for name in OPTION_NAMES:
            yield _json(**right, options={name: value})
        for name in ("options", "text", "title", "salience"):
            yield _json(**(right | {name: value}))


def _afterwards(job: int, text: str) -> Iterator[str]:
    """Yield what can be asked of a finished article; for each in turn something else."""
    options, begins = OPTIONS[job % len(OPTIONS)], places(text)
    yield _json(action="compose", job=job, options=options, salience=True)
    lines = [[[at, at + 9]] for at in begins[: job % 4]]
    form = FORMATS[job % len(FORMATS)]
    yield _json(action="render", job=job, options=options, format=form, lines=lines)
    yield _json(action="forms", job=job, options=options, spans=[[at, at] for at in begins])
    spans = [[0, min(len(text), 300)], [0, 0], [3, 2], [-1, 10**6]]
    yield _json(action="readings", job=job, spans=spans[: job % 5], texts=[text[:100]], budgetMs=job % 3)


def _articles() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path in ARTICLES:
        page = path.read_text(encoding="utf-8")
        for options in OPTIONS:
            yield page, path.parent.name, options


def _texts() -> Iterator[tuple[str, str, dict[str, Any]]]:
    from tests.hostile.corpus import corpus, well_formed

    others = [path.read_text(encoding="utf-8", errors="replace") for path in OTHERS]
    for number, text in enumerate((*others, MARKED, MARKED * 9)):
        yield text, "", OPTIONS[number % len(OPTIONS)]
    for number, (_, text) in enumerate(corpus()):
        yield well_formed(text), "", OPTIONS[number % len(OPTIONS)]
    for number, first in enumerate(range(0, LAST, PER_TEXT)):
        points = range(first, min(first + PER_TEXT, LAST))
        some = "".join(chr(point) for point in points if point not in SURROGATES)
        yield some, "", OPTIONS[number % len(OPTIONS)]
        yield "。".join(some[::7]) + "は港に着いた。", some[:30], {}


def _long() -> Iterator[tuple[str, str, dict[str, Any]]]:
    pages = [path.read_text(encoding="utf-8") for path in ARTICLES]
    lines = [line for page in pages for line in page.splitlines()]
    for size in (30_000, 200_000):
        random.Random(size).shuffle(lines)  # noqa: S311 -- order of lines
        yield ("\n".join(lines) * 40)[:size], "", {"keyphrases": 5, "headline": True}
    yield "あ" * 60_000, "", {}
    yield "市は発表した。" * 8_000, "", {}


def _in_steps() -> Iterator[str]:
    """Yield jobs that are advanced, cancelled, forgotten; numbers that are too high count as unknown."""
    page = ARTICLES[0].read_text(encoding="utf-8")
    first = 100_000
    for _ in range(10):
        yield _json(action="begin", text=page, title="")
    for budget in (0, 1, 0.5, -1, 10**9, True, "1", None):
        yield _json(action="advance", job="last", budgetMs=budget)
    for action in ("advance", "cancel", "compose", "readings", "render"):
        for job in ("last", first, None, 1.5, -1, "a"):
            yield _json(action=action, job=job, format="html", spans=[[0, 5]])


def _without_a_job() -> Iterator[str]:
    yield _json(action="info")
    for spans in ("a", [1], [[1]], [[0.5, 1]], [["a", 1]]):
        yield _json(action="readings", spans=spans, job=1)
    for texts in ("a", [1], ["市立", "", "令和7年3月"], ["a" * 1000]):
        yield _json(action="readings", texts=texts)
