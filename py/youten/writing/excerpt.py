"""From a sentence and its cuts to the shown text: parts of the source as the caller wrote it.

The normalized text is used for analysis only. The shown text consists of the source's own characters, so that
``text == "".join(source[a:b] for a, b in segments)``. Segments and trims together make up
``source[start:end]``. Besides the cuts, two things are left out: line breaks inside a sentence (hard-wrapped
text) and the invisible characters that normalization dropped.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from youten.model import Sentence, SourceText, Trim
from youten.writing.compression import Cut

LINE_BREAK = "line_break"  # rule of a trim
INVISIBLE = "invisible"  # rule of a trim: zero-width, control and bidi characters, lone surrogates, markup


class Excerpt(NamedTuple):
    """A shown sentence: offsets are the source's, as in ``SummarySentence``."""

    text: str
    start: int
    end: int
    segments: tuple[tuple[int, int], ...]
    trims: tuple[Trim, ...]


def line_breaks(text: str) -> list[Cut]:
    """Cut the white space around each line break; between two Latin words one character of it stays."""
    found: list[Cut] = []
    end = 0
    while (position := text.find("\n", end)) >= 0:
        start = position
        while start > end and text[start - 1].isspace():
            start -= 1
        end = position + 1
        while end < len(text) and text[end].isspace():
            end += 1
        if _is_latin(text[start - 1 : start]) and _is_latin(text[end : end + 1]):
            start += 1
        if start < end:
            found.append(Cut(start, end, LINE_BREAK))
    return found


def excerpt(source: SourceText, sentence: Sentence, cuts: Iterable[Cut]) -> Excerpt:
    """Return a sentence from the source without the cuts (offsets of ``sentence.text``, disjoint)."""
    start, end = source.starts[sentence.start], source.ends[sentence.end - 1]
    wanted = [*line_breaks(sentence.text), *cuts]
    if not wanted and end - start == len(sentence.text):
        # Every character stands for one of the source, so none between them was dropped.
        return Excerpt(source.source[start:end], start, end, ((start, end),), ())
    labels: list[str] = [""] * len(sentence.text)
    for cut in wanted:
        labels[cut.start : cut.end] = [cut.rule] * (cut.end - cut.start)
    tiles: list[tuple[int, int, str]] = []  # from, to, rule ("": shown)
    here = start
    for offset, label in enumerate(labels, sentence.start):
        if source.starts[offset] > here:  # dropped by normalization; inside a cut it belongs to the cut
            between = source.source[here : source.starts[offset]]
            gone = LINE_BREAK if between.isspace() and "\n" in between else INVISIBLE
            _lay(tiles, here, source.starts[offset], label if label and label == tiles[-1][2] else gone)
        here = source.ends[offset]
        _lay(tiles, source.starts[offset], here, label)
    segments = tuple((a, b) for a, b, rule in tiles if not rule)
    text = "".join(source.source[a:b] for a, b in segments)
    return Excerpt(text, start, end, segments, tuple(Trim(a, b, rule) for a, b, rule in tiles if rule))


def _lay(tiles: list[tuple[int, int, str]], start: int, end: int, label: str) -> None:
    """Append a part; join it with the last one if they have the same label."""
    if tiles and tiles[-1][2] == label:
        start = tiles.pop()[0]
    tiles.append((start, end, label))


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
