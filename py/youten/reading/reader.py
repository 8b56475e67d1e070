"""read(): pasted text -> Article, with all steps in order."""

from __future__ import annotations

from collections.abc import Iterator

from youten.model import Article, Role, Sentence
from youten.reading.lines import Line, look
from youten.reading.markup import strip_markup
from youten.reading.normalization import normalize
from youten.reading.roles import assign_roles
from youten.reading.sentences import is_signature
from youten.reading.wrapping import find_lines


def read(source: str, title: str = "") -> Article:
    """Return the article in a paste: every line's role, every sentence's position.

    ``title`` is the headline if the caller knows it; lines that repeat it get the role headline. Every
    character of the normalized text that is not white space belongs to exactly one sentence. Never raises,
    and a text with letters always has a body.
    """
    normalized = normalize(source)
    text = strip_markup(normalized)
    page = look(text.text, find_lines(text.text))
    roles, found = assign_roles(page, normalize(title).text)
    sentences = (
        Sentence(text.text[start:end], start, end, line.paragraph, kind)
        for line, role in zip(page.lines, roles, strict=True)
        for start, end, kind in _pieces(text.text, line, role)
    )
    return Article(text, found, tuple(sentences))


def _pieces(text: str, line: Line, role: Role) -> Iterator[tuple[int, int, Role]]:
    """Cut a line of the body into sentences, and separate its prefixes and signature."""
    if role != "body":
        yield line.start, line.end, role
        return
    yield from line.prefixes
    for index, (start, end) in enumerate(line.sentences):
        signed = index and index + 1 == len(line.sentences) and is_signature(text[start:end])
        yield start, end, "byline" if signed else "body"
