"""Measures how the work of every entry grows with hostile input: twice the input against once.

An entry is a function that gets text from elsewhere. Texts repeat a piece that invites searching to the end,
nesting or comparing everything with everything. There are three measures. For every piece: lines of Python
that are executed, counted on a short text, and processor time on a middling text, which also sees what
regular expressions and string methods do. For the pieces that were worst in the second: processor time at the
entry's limit.
"""

from __future__ import annotations

import contextlib
import csv
import io
import math
import sys
import time
from collections.abc import Callable, Iterator
from typing import NamedTuple

from tests.unit.counting import work

from youten.batch.model import Input, Layout, Settings
from youten.batch.records import READERS
from youten.documents import front_matter, markdown
from youten.documents.encoding import decode
from youten.documents.html_article import headline_of, region_of, title_of
from youten.documents.html_prose import text_of
from youten.documents.html_tree import parse
from youten.documents.problem import Problem
from youten.markup import strip
from youten.offsets import unchanged
from youten.options import Options
from youten.reading import read

COUNTED = 4_000  # characters
FEWEST = 10_000  # lines of Python; fewer say nothing about growth
MIDDLING = 64_000  # characters; at a limit below, half of that
# Seconds: a shorter time on a middling text is none at the limit, even if it grows with the square.
NEGLIGIBLE = 0.005
RUNS = 3  # at most, of what ends within
SHORT = 0.3  # seconds
SUSPECT = 2.2  # times; such a growth is measured again
WORST = 2  # pieces of an entry that are measured at the limit

MARKDOWN = (
    '"[^', "[^", "[", "[[", "](", "[a](", "![](", "[a][", "[]", "[a]: b\n", "[^1]: a\n", "![a](b", "*",
    "**a ", "*a", "_a ", "__", "`", "`` ` ", "~~~\n", "``` a\n", "> ", "- ", "- a\n", "1. ", "    a\n",
    "a\n", "a  \n", "# ", "# a #", "|a", "|a\n|-|\n", "|-", "<", "<a ", "<!--", "<!-- -->", "</a>",
    "<b>", "<div>\n", "<rt>", "{{", "{{ a }}", "{%", "{", "{a}", "{:", "{: ", "{#", "$", "$a$", "$$\n",
    "%%", "%%\n", "==", "~~a", "++", ":a:", "\\", "&a;", "&", "((", "^[", "《", "｜港", "港《あ》", "[1]",
    "港[1]", "［＃", "-----\n", "!!! a\n", ":::\n", "{% code %}\n", "#a ", "@[a](", "import a\n",
    "http://a", "\t", " ", "  \n", ": a\n", "title: a\n", "---\n", "「", "。", "、", "（", "あ", "a ",
)  # fmt: skip
HTML = (
    "<p>", "<div>", "<b>", "<b><i>", "</b>", "<li>", "<td><table>", "<h2>", "<h1></h1>", "<a>", "<a ",
    "<", "<!--", "<article>", "<article></article>", "<main>", "<svg/>", "&amp;", "&", "<br>", " ",
    "\n", "<script>", "<aside>", "<p hidden>", "<!", "<![CDATA[", "<?", "</", "<a b='", '<a b="c" ',
)  # fmt: skip
YAML = (
    "a: b\n", "- ", "- a\n", "[", "{", "? ", "a", "&a ", "*a ", "'", '"', "# a\n", "a: |\n", "  ",
    "!a ", "a: &a [*a]\n", "title: ", "title: a  ",
)  # fmt: skip
TOML = (
    "a.", '"a".', "a", "1", "[", "[a]\n", "[[a]]\n", "[a.", "x = {", "'", '"', '"""', "#a\n", "a = 1\n",
    "a = [1,\n",
)  # fmt: skip
JSON = (
    "[", "{", '{"a":', '"', "1", "\\u0061", "[],", '"a":1,',
)  # fmt: skip
CSV = (
    '"', '"a', ",", "a,", "\n", '""', '1,a,"b\n', "\r", "a,b,c\n",
)  # fmt: skip
BYTES = ("\x1b$B", "\x82\xa0", "\xa4\xa2", "\xff", "a", "\0", "<meta charset=", "<?xml encoding=", "\xe3\x81")


class Entry(NamedTuple):
    """A function that gets text from elsewhere, and the largest text that it accepts."""

    function: Callable[[str], object]
    pieces: tuple[str, ...]
    limit: int  # characters


class Growth(NamedTuple):
    """How the work of one piece of an entry grows."""

    entry: str
    piece: str
    measure: str  # "lines", or "seconds"
    size: int  # characters of the larger text
    amount: float  # of lines or seconds there
    ratio: float  # for each doubling


def _page(text: str) -> None:
    root = parse(text)
    region = region_of(root, listed=False) or root
    title_of(root, region)
    headline_of(region)
    text_of(region)


def _records(layout: Layout, text: str) -> None:
    given, settings = Input("-", layout, None), Settings(Options())
    list(READERS[layout](given, io.BytesIO(text.encode()), settings, lambda *_: None))


ENTRIES: dict[str, Entry] = {
    "reading a paste": Entry(read, MARKDOWN, 300_000),
    "Markdown": Entry(lambda text: read(text, notation="markdown"), MARKDOWN, 300_000),
    "reStructuredText": Entry(lambda text: read(text, notation="rst"), MARKDOWN, 300_000),
    "Org": Entry(lambda text: read(text, notation="org"), MARKDOWN, 300_000),
    "Markdown of inject": Entry(markdown.prose_of, MARKDOWN, 1_000_000),
    "blocks of inject": Entry(markdown.parse, MARKDOWN, 1_000_000),
    "HTML of inject": Entry(_page, HTML, 1_000_000),
    "HTML in a paste": Entry(lambda text: read("<html>" + text, notation="html"), HTML, 300_000),
    "YAML": Entry(lambda text: front_matter.read(f"---\n{text}\n---\n"), YAML, 60_000),
    "TOML": Entry(lambda text: front_matter.read(f"+++\n{text}\n+++\n"), TOML, 300_000),
    "JSON": Entry(lambda text: front_matter.read(f";;;\n{text}\n;;;\n"), JSON, 300_000),
    "JSON object": Entry(lambda text: front_matter.read("{\n" + text), JSON, 300_000),
    "Key: value": Entry(lambda text: front_matter.read("title: a\n" + text), YAML, 300_000),
    "title of a fence": Entry(
        lambda text: strip(unchanged(f"---\n{text}\n---\na"), "markdown"), YAML, 300_000
    ),
    "CSV": Entry(lambda text: _records("csv", "id,title,text\n" + text), CSV, 1_000_000),
    "JSON lines": Entry(lambda text: _records("jsonl", text), JSON, 1_000_000),
    "encodings": Entry(lambda text: decode(text.encode("latin-1")), BYTES, 1_000_000),
}


def _quiet(function: Callable[[str], object]) -> Callable[[str], None]:
    """Return the function without its answer and its refusals."""

    def call(text: str) -> None:
        with contextlib.suppress(Problem, csv.Error):
            function(text)

    return call


def took(function: Callable[[str], object], text: str) -> float:
    """Return the processor seconds of one call, the best of a few."""
    times: list[float] = []
    while len(times) < RUNS and sum(times) < SHORT:
        begin = time.process_time()
        function(text)
        times.append(time.process_time() - begin)
    return min(times)


def _of(piece: str, size: int) -> str:
    return piece * (size // len(piece))


def counted(name: str, entry: Entry, piece: str) -> Growth:
    """Count lines of Python on a short text and on half of it."""
    function = _quiet(entry.function)
    half, whole = (work(function, _of(piece, size)) for size in (COUNTED // 2, COUNTED))
    return Growth(name, piece, "lines", COUNTED, whole, whole / half if whole > FEWEST else 0.0)


def timed(name: str, entry: Entry, piece: str, small: int, large: int) -> Growth:
    """Time two texts, and again if the growth is suspect; return the growth for each doubling."""
    function = _quiet(entry.function)
    ratio = 0.0
    for _ in range(RUNS):
        seconds = took(function, _of(piece, large))
        if seconds < NEGLIGIBLE:
            return Growth(name, piece, "seconds", large, seconds, 0.0)
        before = took(function, _of(piece, small))
        found = (seconds / max(before, 1e-6)) ** (1 / math.log2(large / small))
        ratio = min(ratio, found) if ratio else found
        if ratio < SUSPECT:
            break
    return Growth(name, piece, "seconds", large, seconds, ratio)


def of_entry(name: str, entry: Entry) -> Iterator[Growth]:
    """Measure every piece of an entry, and the worst at its limit."""
    middling = min(MIDDLING, entry.limit // 2)
    found = []
    for piece in entry.pieces:
        yield counted(name, entry, piece)
        found.append(timed(name, entry, piece, middling // 8, middling))
        yield found[-1]
    slowest = sorted(found, key=lambda one: -one.amount)[:WORST]
    steepest = sorted(found, key=lambda one: -one.ratio)[:WORST]
    for piece in {one.piece: None for one in (*slowest, *steepest) if one.ratio}:
        yield timed(name, entry, piece, entry.limit // 2, entry.limit)


def growths(names: list[str] | None = None) -> list[Growth]:
    """Return the worst piece of every entry by each measure, worst first."""
    found = []
    for name, entry in ENTRIES.items():
        if names and name not in names:
            continue
        begin = time.monotonic()
        worst: dict[tuple[str, bool], Growth] = {}
        for one in of_entry(name, entry):
            key = (one.measure, one.size == entry.limit)
            if key not in worst or worst[key].ratio < one.ratio:
                worst[key] = one
        found += worst.values()
        print(f"{name}: {time.monotonic() - begin:.0f} s", file=sys.stderr, flush=True)
    return sorted(found, key=lambda one: -one.ratio)
