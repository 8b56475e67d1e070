"""Markup: the source of a document without its notation, as edits of the text, so that offsets stay right.

Front matter, Markdown and its dialects, reStructuredText, Org, HTML source, the notations of plain text
(ruby, notes, reference marks). A part that readers of the document see but that has no text here (a
shortcode, a formula, a picture within a sentence) becomes one ``HOLE``: ``reading`` never lets such a
sentence be chosen. Leaves files (encodings, strict front matter, HTML trees) to ``documents``, and lines and
sentences to ``reading``.
"""

from youten.markup.reader import HOLE, NOTATIONS, Notation, Source, strip

__all__ = ["HOLE", "NOTATIONS", "Notation", "Source", "strip"]
