"""Escape sentences for Markdown and HTML. Source: CommonMark 0.31 (backslash escapes), the HTML Standard.

A box may stand in a file that a template engine reads (Liquid, Nunjucks, Jinja, Go templates, Vue, MDX), and
none of them knows backslashes or numeric references. So braces leave as references, without which no command
of theirs can begin or end. In HTML so do square brackets, which begin the shortcodes of blogs, and what
MDX reads as Markdown between the tags.
"""

from __future__ import annotations

from youten.model import SummarySentence

BRACES = {"{": "&#123;", "}": "&#125;"}
MARKDOWN_SPECIALS = str.maketrans(
    # CommonMark 2.4. A backslash would leave "<%", a command of EJS, in the source.
    {character: "\\" + character for character in "\\`*_[]&~|#$"} | BRACES | {"<": "&lt;", ">": "&gt;"}
)
HTML_SPECIALS = str.maketrans(
    {character: f"&#{ord(character)};" for character in "[]'\\`*_~$"}
    | BRACES
    | {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
)


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
