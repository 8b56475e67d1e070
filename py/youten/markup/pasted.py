"""Markup in a text that nobody called HTML or Markdown: a page's source, a mail, a copied answer.

Only texts that are clearly source are changed; an article *about* HTML keeps its tags. The removal is a list
of edits, so offsets stay right: tags are dropped, block tags become a newline, an entity becomes its
character. This is not an HTML parser: it extracts the visible text of ordinary pages, and is linear on any
input. Source of the hidden content: the HTML Living Standard's metadata, scripting and form elements.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from youten.markup.entities import entity
from youten.offsets import Edit

# A tag may not hold "<", which keeps the search linear.
_TAG = re.compile(r"<(?:!--|(/?)([a-zA-Z][a-zA-Z0-9-]*)[^<>]*>|![^<>]*>|\?[^<>]*>)")
_HIDDEN = "script style noscript svg template textarea select button iframe nav pre rt rp"
_CLOSING = {name: re.compile(f"</{name}[^<>]*>", re.IGNORECASE) for name in _HIDDEN.split()}
_CLOSING["!--"] = re.compile("-->")
_BLOCK_TAGS = """
    address article aside blockquote body br center dd details div dl dt fieldset figcaption figure footer
    form h1 h2 h3 h4 h5 h6 head header hr html li main ol option p section summary table tbody td tfoot th
    thead title tr ul
"""
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_ENTITY = re.compile("&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});")
_SPACE = re.compile("[ \n]+")
_DOCUMENT = re.compile(r"\s*(?:<!--|<!doctype html|<html|<head|<body|<\?xml)", re.IGNORECASE)
_FEWEST_TAGS = 3

_MARKDOWN = re.compile(
    r"^#{1,6} \S|\]\((?:https?://|/|\./)|^```|(?<![0-9])\*\*[^*\s][^*\n]{0,80}\*\*|^\[\^[^\[\]\n]{1,100}\]:",
    re.MULTILINE,
)
# The notations of a whole document: a heading or a fence, and two others.
_HEAD = re.compile(r"^#{1,6} \S|^```", re.MULTILINE)
_SIGNS = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        r"^#{1,6} \S",
        r"^```",
        r"\]\((?:https?://|[#./])",
        r"^!\[",
        r"(?<![0-9*])\*\*[^*\s][^*\n]{0,80}\*\*",
        r"^[-*+] \S",
        r"^\|?[ ]?:?-+:?[ ]?\|[ :|-]*$",
        r"^\[\^[^\[\]\n]{1,100}\]:",
        r"^(?::::|!!!|\{[%{])",
        r"^> ",
        r"`[^`\n]{1,80}`",
    )
)
_MARKS = re.compile(
    r"\[(?!\^)([^\[\]\n]{1,300})\](?:\([^()\s]{1,600}(?:\([^()\s]{0,100}\))?(?: \"[^\"\n]{0,200}\")?\))"
    r"|(?<![0-9])\*\*([^*\s][^*\n]{0,400})\*\*"
    r"|`([^`\n]{1,200})`"
    r"|^(\[\^[^\[\]\n]{1,100}\]:).*|(\[\^[^\[\]\n]{1,100}\])",  # a footnote, its mark
    re.MULTILINE,
)


def is_page(text: str) -> bool:
    """Return whether a text is the source of a whole page."""
    return _DOCUMENT.match(text) is not None


def is_html(text: str) -> bool:
    """Return whether a text is HTML source: it begins like a document, or most lines have block tags."""
    if "<" not in text:
        return False
    if is_page(text):
        return True
    lines = tagged = closed = 0
    fenced = "```" in text
    for line in text.split("\n"):
        if line.strip():
            lines += 1
            tags = [match for match in _TAG.finditer(line) if (match[2] or "").lower() in _BLOCKS]
            tagged += bool(tags)
            closed += sum(match[1] == "/" or match[2].lower() in ("br", "hr") for match in tags)
    return not fenced and closed >= _FEWEST_TAGS and 2 * tagged >= lines


def has_marks(text: str) -> bool:
    """Return whether a text has links, emphasis or headings of Markdown."""
    return ("](" in text or "**" in text or "`" in text or "[^" in text) and bool(_MARKDOWN.search(text))


def is_markdown(text: str) -> bool:
    """Return whether a text is the source of a Markdown document."""
    return bool(_HEAD.search(text)) and sum(sign.search(text) is not None for sign in _SIGNS) >= 3


def html_edits(text: str) -> Iterator[Edit]:
    """Return the edits that leave the visible text of HTML, a line for each block."""
    at = 0
    unclosed: set[str] = set()  # searched for once in vain: not again
    after_break = True
    while True:
        tag = _TAG.search(text, at)
        yield from _white_space(text, at, tag.start() if tag else len(text), after_break)
        if not tag:
            return
        if text[at : tag.start()].strip():
            after_break = False
        name = (tag[2] or "").lower()
        at = _hidden_end(text, tag, name, unclosed)
        is_block = name in _BLOCKS
        yield tag.start(), at, "\n" if is_block else ""
        after_break = after_break or is_block


def _hidden_end(text: str, tag: re.Match[str], name: str, unclosed: set[str]) -> int:
    """Return the end of what a tag hides: the tag itself, a comment, or an element that is not shown."""
    kind = "!--" if tag.group() == "<!--" else name
    if kind in _CLOSING and not tag[1] and kind not in unclosed:
        closing = _CLOSING[kind].search(text, tag.end())
        if closing:
            return closing.end()
        unclosed.add(kind)
    return tag.end()


def _white_space(text: str, start: int, end: int, after_break: bool) -> Iterator[Edit]:
    """Return what replaces white space: nothing at a break or between Japanese letters, else a space."""
    for match in _SPACE.finditer(text, start, end):
        a, b = match.span()
        if b - a == 1 and text[a] == " ":
            continue
        before = text[a - 1] if a > start else ("" if after_break else ">")
        behind = text[b] if b < end else ""
        apart = before and behind and before < "\u2e80" and behind < "\u2e80"
        yield a, b, " " if apart else ""


def entity_edits(text: str) -> Iterator[Edit]:
    """Return the edits that put characters in place of their references."""
    for match in _ENTITY.finditer(text):
        if character := entity(match.group()):
            yield match.start(), match.end(), character


def mark_edits(text: str) -> Iterator[Edit]:
    """Return edits that drop addresses of links and the marks of **strong** and `code`; fences stay."""
    for match in _MARKS.finditer(text):
        start, end = match.span()
        if (start and text[start - 1] in "!`*\\") or text[end : end + 1] in ("`", "*"):
            continue
        inner_start, inner_end = match.span(match.lastindex or 0)
        if match[4] or match[5]:
            yield start, end, ""
            continue
        yield start, inner_start, ""
        yield inner_end, end, ""
