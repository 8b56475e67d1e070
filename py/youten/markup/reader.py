"""strip(): the text of a document's source, and the title that its notation names."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple

from youten.markup import fences, org, pasted, plain
from youten.markup.markdown_inline import words
from youten.markup.markdown_lines import Blocks
from youten.markup.values import HOLE
from youten.model import SourceText
from youten.offsets import Edit, rewrite

# "": nobody has said; "plain": no notation at all; "text": those of plain text only.
Notation = Literal["", "plain", "text", "html", "markdown", "rst", "org"]
NOTATIONS: tuple[Notation, ...] = ("", "plain", "text", "html", "markdown", "rst", "org")

__all__ = ["HOLE", "NOTATIONS", "Notation", "Source", "strip"]


class Source(NamedTuple):
    """A text without its notation; ``title`` is "" where the notation names none."""

    text: SourceText
    title: str


def strip(text: SourceText, notation: Notation = "") -> Source:
    """Return the text without its notation. A text that has none is returned as it is."""
    body = text.text
    if notation == "plain":
        return Source(text, "")
    matter = fences.find(body) if body[:1] in "-+;{" or notation == "markdown" else fences.NONE
    is_head = matter.kind != "open" and fences.is_head(body, matter)
    if notation == "markdown" or (notation == "" and (is_head or pasted.is_markdown(body))):
        return _markdown(text, matter if is_head or matter.kind == "meta" else fences.NONE)
    if notation == "rst":
        from youten.markup import restructured  # only a file's name says so, and the page has none

        return Source(rewrite(text, restructured.line_edits, restructured.mark_edits), "")
    if notation == "org" or (notation == "" and org.title(body)):
        return Source(rewrite(text, org.line_edits, org.mark_edits), org.title(body))
    title = plain.archive_title(body) if plain.is_archive(body) else ""
    return Source(rewrite(text, *_passes(body, notation)), title)


def _markdown(text: SourceText, matter: fences.Fence) -> Source:
    blocks = Blocks(text.text, matter.after)
    passes = (lambda _: blocks.run(), lambda body: words(body, blocks.labels), plain.ruby_edits)
    return Source(rewrite(text, *passes), fences.title_in(text.text, matter))


def _passes(body: str, notation: Notation) -> Iterable[Callable[[str], Iterable[Edit]]]:
    if notation == "html" or (notation == "" and pasted.is_html(body)):
        yield from (pasted.html_edits, pasted.entity_edits)
    elif notation == "" and pasted.has_marks(body):
        yield pasted.mark_edits
    yield from (plain.ruby_edits, plain.reference_edits, plain.formula_edits)
