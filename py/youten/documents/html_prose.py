"""The text of an HTML article as its reader sees it: headings and paragraphs.

Source of what is not running text: the HTML Living Standard's sectioning, scripting, form and embedded
content.
"""

from __future__ import annotations

import re

from youten.documents.html_tree import Element

SKIPPED = frozenset([
    "aside", "audio", "button", "canvas", "dialog", "figcaption", "footer", "form", "head", "iframe",
    "input", "math", "nav", "noscript", "object", "pre", "rp", "rt", "script", "select", "style",
    "svg", "table", "template", "textarea", "title", "video",
])  # fmt: skip
_INLINE = frozenset([
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "ins", "kbd", "label", "mark", "q", "rb", "ruby", "s", "samp", "small", "span", "strong", "sub",
    "sup", "time", "tt", "u", "var", "wbr",
])  # fmt: skip
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# The pilcrow behind a heading that MkDocs, Sphinx and others add to link to it.
_PERMALINKS = ("headerlink", "header-anchor", "anchor", "heading-anchor", "direct-link")
# Footnotes and their marks, and links to edit, as generators and MediaWiki mark them.
_NOTES = frozenset([
    "footnote", "footnotes", "footnote-ref", "footnote-reference", "footnote-backref", "footnoteref",
    "references", "mw-editsection",
])  # fmt: skip
_ASCII_END = "\u2e80"  # from here on, letters are written without spaces between them
_SPACE = re.compile(r"[ \t\n\r\f]+")


def text_of(element: Element) -> str:
    """Return an element's paragraphs, a blank line between them; headings begin with #, items with "- "."""
    lines = _Lines()
    lines.walk(element)
    return "\n\n".join(lines.done())


def words_of(element: Element) -> str:
    """Return an element's text on one line, as for a headline."""
    return " ".join(line.lstrip("#- ") for line in text_of(element).split("\n") if line)


def hidden(element: Element) -> bool:
    """Return whether an element is hidden or holds no running text."""
    attributes = element.attributes
    classes = attributes.get("class", "").split()
    return (
        element.name in SKIPPED
        or "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or (element.name == "a" and any(name in _PERMALINKS for name in classes))
        or any(name in _NOTES for name in classes)
        or (element.name == "sup" and _is_mark(element))
    )


def _is_mark(element: Element) -> bool:
    """Return whether a raised text is the mark of a note: a link within the page."""
    first = next((child for child in element.children if isinstance(child, Element)), None)
    return first is not None and first.attributes.get("href", "").startswith("#")


class _Lines:
    def __init__(self) -> None:
        self._done: list[str] = []
        self._now: list[str] = []
        self._prefix = ""

    def walk(self, element: Element) -> None:
        """Add the contents of an element; without recursion, since pages may nest deeply."""
        stack: list[Element | str | None] = [*reversed(element.children)]
        while stack:
            node = stack.pop()
            if node is None:
                self._break()
            elif isinstance(node, str):
                self._now.append(node)
            elif hidden(node):
                continue
            elif node.name == "br":
                self._now.append("\0")  # an intended line break
            elif node.name in _INLINE:
                stack += reversed(node.children)
            else:
                self._break()
                self._prefix = _prefix(node)
                stack += [None, *reversed(node.children)]

    def _break(self) -> None:
        lines = (_joined(line) for line in "".join(self._now).split("\0"))
        text = "\n".join(line for line in lines if line)
        if text:
            self._done.append(self._prefix + text)
            self._prefix = ""
        self._now = []

    def done(self) -> list[str]:
        self._break()
        return self._done


def _prefix(element: Element) -> str:
    if element.name in HEADINGS:
        return "#" * int(element.name[1]) + " "
    return "- " if element.name == "li" else ""


def _joined(text: str) -> str:
    """Fold white space: none between Japanese letters, else one space."""

    def fold(match: re.Match[str]) -> str:
        if match.group() == " ":
            return " "
        before, behind = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        return " " if before < _ASCII_END and behind < _ASCII_END else ""

    text = text.strip(" \t\n\r\f")
    return _SPACE.sub(fold, text)
