"""HTML as a tree of elements with their offsets in the source.

``html.parser`` finds the tags; the nesting follows the HTML Living Standard where end tags may be left out
(paragraphs, list items, table cells). It is no full tree builder: it never moves an element, so that every
span is one stretch of the source, which no library at hand gives for both ends of an element.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from html.parser import HTMLParser

from youten.documents.problem import Problem

VOID = frozenset([
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
])  # fmt: skip
MOST_UNCLOSED = 200
_CLOSES_P = frozenset([
    "address", "article", "aside", "blockquote", "center", "details", "dialog", "dir", "div", "dl",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "hr", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary", "table",
    "ul",
])  # fmt: skip
# Start tag -> (open elements it ends, the elements beyond which it does not reach)
_ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "option": (frozenset({"option"}), frozenset({"select"})),
    "tr": (frozenset({"tr", "td", "th"}), frozenset({"table"})),
    "td": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "th": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    **dict.fromkeys(_CLOSES_P, (frozenset({"p"}), frozenset({"button", "td", "th", "table", "template"}))),
}


class Element:
    """One element. Offsets are code points of the source: ``<p>`` is ``start:inner``, inside ``inner:outer``.

    ``end`` is behind the end tag; ``outer == end`` where that was left out.
    """

    def __init__(self, name: str, attributes: dict[str, str], start: int, inner: int) -> None:
        self.name = name
        self.attributes = attributes
        self.start, self.inner = start, inner
        self.outer = self.end = inner
        self.parent: Element | None = None
        self.children: list[Element | str] = []

    def elements(self) -> Iterator[Element]:
        """Return the elements inside, in document order."""
        stack = [self]
        while stack:
            element = stack.pop()
            if element is not self:
                yield element
            stack += [child for child in reversed(element.children) if isinstance(child, Element)]

    def outermost(self, name: str) -> Iterator[Element]:
        """Yield the elements of a name inside that are in no other of it, in document order."""
        stack = [self]
        while stack:
            element = stack.pop()
            if element is not self and element.name == name:
                yield element
            else:
                stack += [child for child in reversed(element.children) if isinstance(child, Element)]

    def ancestors(self) -> Iterator[Element]:
        """Return the elements around, the nearest first; the root, which has no name, is one of them."""
        element = self.parent
        while element:
            yield element
            element = element.parent


def parse(source: str) -> Element:
    """Return the root, a nameless element around everything. Raises ``Problem`` ("broken_html")."""
    _refuse_unclosed(source)
    builder = _Builder(source)
    try:
        builder.feed(source)
        builder.close()
    except AssertionError as error:  # html.parser raises this for a declaration it cannot read
        line, _ = builder.getpos()
        raise Problem("broken_html", line=line) from error
    return builder.finish()


def _refuse_unclosed(source: str) -> None:
    """Raise ``Problem`` for very many tags or comments without an end.

    html.parser searches the rest of the text for the end of each (until the patch releases of 2025).
    """
    for opening, closing in (("<", ">"), ("<!--", "-->")):
        after = source.rfind(closing) + 1
        if source.count(opening, after) > MOST_UNCLOSED:
            raise Problem("broken_html", line=source.count("\n", 0, source.find(opening, after)) + 1)


class _Builder(HTMLParser):
    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self._source = source
        self._lines = [0]
        at = source.find("\n")
        while at >= 0:
            self._lines.append(at + 1)
            at = source.find("\n", at + 1)
        self._open = [Element("", {}, 0, 0)]
        # Name -> where in the stack its open elements are, so that the stack need not be searched.
        self._depths: defaultdict[str, list[int]] = defaultdict(list)

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        start = self._offset()
        if tag in _ENDS:
            self._end_implied(*_ENDS[tag], at=start)
        attributes = {name: value or "" for name, value in reversed(attrs)}  # the first of equal names counts
        element = Element(tag, attributes, start, start + len(self.get_starttag_text() or ""))
        element.parent = self._open[-1]
        self._open[-1].children.append(element)
        if tag not in VOID:
            self._depths[tag].append(len(self._open))
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Treat ``<p/>`` as ``<p>``, as HTML does; within SVG and MathML such an element is empty."""
        self.handle_starttag(tag, attrs)
        foreign = self._depths["svg"] or self._depths["math"]
        if foreign and self._open[-1].name == tag:
            self._open.pop()
            self._depths[tag].pop()

    def handle_endtag(self, tag: str) -> None:
        if self._depths[tag]:
            start = self._offset()
            self._close(self._depths[tag][-1], start)
            self._closed.end = self._source.find(">", start) + 1 or len(self._source)

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)

    def _end_implied(self, names: frozenset[str], beyond: frozenset[str], at: int) -> None:
        found = self._innermost(names)
        if found > self._innermost(beyond):
            self._close(found, at)

    def _innermost(self, names: frozenset[str]) -> int:
        """Return where in the stack the innermost open element of one of the names is; 0: nowhere."""
        return max((self._depths[name][-1] for name in names if self._depths[name]), default=0)

    def _close(self, depth: int, at: int) -> None:
        for element in self._open[max(depth, 1) :]:
            element.outer = element.end = at
            self._depths[element.name].pop()
        self._closed = self._open[depth]
        del self._open[depth:]

    def finish(self) -> Element:
        """End all open elements and return the root."""
        root = self._open[0]
        root.outer = root.end = len(self._source)
        self._close(0, len(self._source))
        return root
