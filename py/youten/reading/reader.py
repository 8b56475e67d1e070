"""read(): pasted text -> Article, with all steps in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from youten.markup import HOLE, Notation, strip
from youten.model import Article, Form, Role, Sentence, SourceText
from youten.reading.forms.labels import labels_of
from youten.reading.forms.layout import strip_layout
from youten.reading.forms.naming import name_form
from youten.reading.forms.spoken import FLOWING, spoken_pieces
from youten.reading.judging import Piece, judge
from youten.reading.lines import Line, look
from youten.reading.normalization import normalize
from youten.reading.roles import assign_roles
from youten.reading.sentences import is_signature
from youten.reading.wrapping import Span, find_lines, unwrap

_LABELLED = 400  # lines that are looked at for labels
# A sentence with one of these has lost a part: to markup, or to a damaged file. It is never shown.
_BROKEN = (HOLE, "\ufffd")


def read(source: str, title: str = "", form: Form | None = None, notation: Notation = "") -> Article:
    """Return the article in a paste: its form, every line's role, every sentence's position.

    ``title`` is the headline if the caller knows it; lines that repeat it get the role headline. ``form`` and
    ``notation`` are told from the text unless they are given. Every character of the normalized text that is
    not white space belongs to exactly one sentence. Never raises.
    """
    plain, heading = strip(normalize(source), notation)
    named = form or name_form(plain.text, source)
    text = strip_layout(plain, named)
    labels = labels_of(named, _first_lines(text.text))
    text, spans = unwrap(text, find_lines(text.text, labels, flow=named in FLOWING))
    page = look(text.text, spans, labels, _rows(text, spans))
    roles, found = assign_roles(page, normalize(title or heading).text, named)
    pieces = (
        Piece(Sentence(text.text[start:end], start, end, line.paragraph, kind), index)
        for index, (line, role) in enumerate(zip(page.lines, roles, strict=True))
        for start, end, kind in _pieces(text.text, line, role, named)
    )
    return Article(text, found, judge(page, list(pieces), named), named)


def _first_lines(text: str) -> list[str]:
    lines = (line.strip() for line in text.split("\n", _LABELLED)[:_LABELLED])
    return [line for line in lines if line]


def _rows(text: SourceText, spans: Sequence[Span]) -> frozenset[int]:
    """Return where the lines with two or more tabs begin, which normalization has made spaces."""
    source = text.source
    if "\t" not in source:
        return frozenset()
    bounds = ((span.start, text.starts[span.start], text.ends[span.end - 1]) for span in spans)
    return frozenset(start for start, a, b in bounds if source.count("\t", a, b) > 1)


def _pieces(text: str, line: Line, role: Role, form: Form) -> Iterator[tuple[int, int, Role]]:
    """Cut a line of the body into sentences, and separate its prefixes and signature."""
    if role != "body":
        yield line.start, line.end, role
        return
    yield from line.prefixes
    for index, (start, end) in enumerate(line.sentences):
        if form in FLOWING:
            yield from spoken_pieces(text, start, end)
            continue
        signed = index and index + 1 == len(line.sentences) and is_signature(text[start:end])
        broken = any(mark in text[start:end] for mark in _BROKEN)
        yield start, end, "byline" if signed else "aside" if broken else "body"
