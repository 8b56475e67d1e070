"""The values of ``inject``: the settings, an edit, and the outcome for a file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple, get_args

from youten.documents.problem import Problem
from youten.options import Options

Into = Literal["auto", "block", "front-matter"]
Place = Literal["top", "lead"]
Position = Literal["after", "before", "prepend", "append"]
Mode = Literal["write", "check", "remove"]
Status = Literal[
    "added",  # a box where none was
    "updated",  # the box written again, since its article or the options have changed
    "removed",  # the box deleted
    "kept",  # the box fits its article
    "left",  # no box, and none is wanted: ``reason`` says why
    "problem",  # the file could not be processed: ``reason`` says why
]
STATUSES: tuple[Status, ...] = get_args(Status)


class Settings(NamedTuple):
    """What the caller may choose; every default suits a blog."""

    options: Options = Options()
    mode: Mode = "write"
    refresh: bool = False  # also replace boxes of other versions and edited boxes
    into: Into = "auto"  # Markdown: "auto" keeps the form that a file has; a new box is a block
    key: str = "summary"  # Markdown: name of the list in the front matter
    format: str = "embed"  # Markdown: notation of the block, a name of ``youten.output.EMBEDS``
    selector: str = ""  # HTML: the element that the box is placed by; "": the article's headline
    position: Position = "after"  # HTML: where, seen from that element (as insertAdjacentHTML has it)
    article: str = ""  # HTML: the element that holds the article; "": article, main, body
    place: Place = "top"  # Markdown: a new block below the headline, or below the first paragraph
    style: bool = False  # the block or element has its own border
    lead: int = 0  # Markdown: characters of the text that stand above with "lead", besides the paragraph
    separator: str = ""  # Markdown: what ends an excerpt on this site; a block goes below an own mark


class Edit(NamedTuple):
    """Replace ``text[start:end]`` (offsets in code points) by ``new``."""

    start: int
    end: int
    new: str


class Outcome(NamedTuple):
    """What to do with one file.

    ``reason`` is a code of ``youten.inject.messages``, "" where none is needed; ``values`` fill it
    in. ``edits`` are in order, do not overlap, and are empty unless the file is to change.
    """

    status: Status
    reason: str = ""
    values: tuple[tuple[str, object], ...] = ()
    edits: tuple[Edit, ...] = ()

    @property
    def changes(self) -> bool:
        """Whether the file differs from what it should be: a failure in ``check`` mode."""
        return self.status in ("added", "updated", "removed")


def outcome_of(problem: Problem) -> Outcome:
    """Return the outcome for a document that cannot be used."""
    return Outcome("problem", problem.reason, tuple(problem.values.items()))


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Return the text with its edits made."""
    parts, at = [], 0
    for start, end, new in edits:
        parts += [text[at:start], new]
        at = end
    return "".join([*parts, text[at:]])


def settled(text: str, outcome: Outcome) -> Outcome:
    """Return "kept" in place of an outcome whose edits change nothing."""
    if outcome.edits and apply(text, outcome.edits) == text:
        return Outcome("kept")
    return outcome


def line_end(text: str) -> str:
    """Return the line end that a text uses most: CR LF, LF or CR (LF where it has none)."""
    pairs = text.count("\r\n")
    counts = {"\n": text.count("\n") - pairs, "\r\n": pairs, "\r": text.count("\r") - pairs}
    return max(counts, key=lambda end: counts[end])
