"""Escape sentences for Markdown and HTML. Source: CommonMark 0.31 (backslash escapes), the HTML Standard."""

from __future__ import annotations

from youten.model import SummarySentence

MARKDOWN_SPECIALS = str.maketrans({character: "\\" + character for character in "\\`*_[]<>&~|#"})
HTML_SPECIALS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})


def on_one_line(sentence: SummarySentence) -> str:
    """Return the text without line breaks; it holds one where a space separates Latin words."""
    return " ".join(sentence.text.splitlines())


def escape_html(text: str) -> str:
    """Escape ``text`` for element content and quoted attribute values."""
    return text.translate(HTML_SPECIALS)


def escape_markdown(line: str) -> str:
    """Escape what CommonMark would read as markup, list markers at the beginning included."""
    escaped = line.translate(MARKDOWN_SPECIALS)
    digits = len(escaped) - len(escaped.lstrip("0123456789"))
    if escaped[digits : digits + 1] in (".", ")") and digits:
        return escaped[:digits] + "\\" + escaped[digits:]
    return "\\" + escaped if escaped.startswith(("-", "+")) else escaped
