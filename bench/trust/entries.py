"""Measures how the time of every entry grows with hostile input: twice the input against once.

An entry is a function that gets text from elsewhere. Texts repeat a piece that invites searching to the end,
nesting or comparing everything with everything. Counts processor time; what stays below ``NEGLIGIBLE`` at the
entry's limit is left out.
"""

from __future__ import annotations

import contextlib
import csv
import io
import time
from collections.abc import Callable
from typing import NamedTuple

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

START = 2_000  # characters of the first text
NEGLIGIBLE = 0.05  # seconds; a shorter time says nothing about growth
LONGEST = 4.0  # seconds; a slower entry is not made larger
RUNS = 3

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
    """The worst piece of an entry."""

    entry: str
    piece: str
    size: int  # characters of the larger text
    seconds: float
    ratio: float  # to a text half as long


def _page(text: str) -> None:
    root = parse(text)
    region = region_of(root, listed=False) or root
    title_of(root, region)
    headline_of(region)
    text_of(region)


def _records(layout: Layout, text: str) -> None:
    list(READERS[layout](Input("-", layout, None), io.BytesIO(text.encode()), Settings(Options())))


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


def took(function: Callable[[str], object], text: str) -> float:
    """Return the processor seconds of one call, the best of a few."""
    times = []
    for _ in range(RUNS):
        begin = time.process_time()
        with contextlib.suppress(Problem, csv.Error):
            function(text)
        times.append(time.process_time() - begin)
        if times[-1] > 1:
            break
    return min(times)


def growth(name: str, entry: Entry, piece: str) -> Growth | None:
    """Double a text until its time counts; None if it does not up to the limit."""
    size, before = START, 0.0
    worst = None
    while size <= entry.limit:
        seconds = took(entry.function, piece * (size // len(piece)))
        if before > NEGLIGIBLE:
            found = Growth(name, piece, size, seconds, seconds / before)
            worst = found if worst is None or found.ratio > worst.ratio else worst
        before = seconds
        if seconds > LONGEST:
            break
        size *= 2
    return worst


def growths(names: list[str] | None = None) -> list[Growth]:
    """Return the worst piece of every entry, worst entry first."""
    found = []
    for name, entry in ENTRIES.items():
        if names and name not in names:
            continue
        each = [one for piece in entry.pieces if (one := growth(name, entry, piece))]
        if each:
            found.append(max(each, key=lambda one: one.ratio))
    return sorted(found, key=lambda one: -one.ratio)
