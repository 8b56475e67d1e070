"""HTML: the box as a marked ``<aside>`` below the article's headline, spliced into the source.

Nothing is serialised again: the one edit replaces the box's own element, or puts it between two characters
of the source. The mark is in the element (``data-youten``, ``data-source``, ``data-box``), because minifiers
remove comments.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from youten.documents import front_matter
from youten.documents.article import ArticleText
from youten.documents.html_article import headline_of, region_of, title_of
from youten.documents.html_prose import text_of
from youten.documents.html_tree import Element, parse
from youten.documents.problem import Problem
from youten.documents.selectors import Selector, compile_selector, select
from youten.inject.decision import FoundBox, article_hash, decide, rendered, text_digest
from youten.inject.model import Edit, Outcome, Settings, apply, line_end, outcome_of, settled
from youten.morphology import Analyzer


class _Page(NamedTuple):
    """A page without its front matter."""

    source: str
    title: str  # of the front matter, "" for none
    end: str  # line end of the file

    def article(self, root: Element, region: Element) -> ArticleText:
        return ArticleText(self.title or title_of(root, region), text_of(region), "text")


def inject_html(source: str, settings: Settings, analyzer: Callable[[], Analyzer]) -> Outcome:
    """Decide what to do with an HTML page (or a fragment of one); never raises.

    ``analyzer`` gives the analyser, and is called only for an article that must be read.
    ``YoutenError`` ("bad_selector") for a selector that is none.
    """
    wanted = compile_selector(settings.article) if settings.article else None
    place = compile_selector(settings.selector) if settings.selector else None
    try:
        return settled(source, _inject(source, settings, analyzer, wanted, place))
    except Problem as problem:
        return outcome_of(problem)


def _inject(
    source: str,
    settings: Settings,
    analyzer: Callable[[], Analyzer],
    wanted: Selector | None,
    place: Selector | None,
) -> Outcome:
    """Decide about the page below its front matter, which templates of site generators begin with."""
    matter = front_matter.read(source, html=True)
    if matter.switched_off and settings.mode != "remove":
        return Outcome("left", "switched_off")
    page = _Page(source[matter.after :], matter.title, line_end(source))
    outcome = _inject_page(page, settings, analyzer, wanted, place)
    at = matter.after
    return outcome._replace(edits=tuple(Edit(at + a, at + b, new) for a, b, new in outcome.edits))


def _inject_page(
    page: _Page,
    settings: Settings,
    analyzer: Callable[[], Analyzer],
    wanted: Selector | None,
    place: Selector | None,
) -> Outcome:
    source = page.source
    root = parse(source)
    box = _own_box(root)
    if settings.mode != "remove":
        if _switched_off(root):
            return Outcome("left", "switched_off")
        if box is None and any(_is_other_box(element) for element in root.elements()):
            return Outcome("left", "other_box")
    region = region_of(root, wanted, listed=box is None)
    if region is None:
        return Outcome("left", "several_articles")
    decision = decide(page.article(root, region), _found(box), settings, analyzer)
    outcome = decision.outcome
    if settings.mode == "check":
        return outcome
    if decision.summary:
        new = _marked(rendered("embed", decision.summary, decision.origin, style=settings.style)).replace(
            "\n", page.end
        )
        edit = _edit(page, root, region, box, place, settings, new)
        _verify(page._replace(source=apply(source, (edit,))), settings, wanted, decision.origin.source)
        return outcome._replace(edits=(edit,))
    if outcome.status == "removed" and box:
        start = box.start - _length_of_line_end_before(source, box.start)
        return outcome._replace(edits=(Edit(start, box.end, ""),))
    return outcome


def _own_box(root: Element) -> Element | None:
    """Find our element: one with ``data-box``, or an empty ``<aside data-youten>`` that marks the place."""
    found = [
        element
        for element in root.elements()
        if element.name == "aside"
        and (("data-box" in element.attributes and "data-youten" in element.attributes) or _is_place(element))
    ]
    if len(found) > 1:
        raise Problem("several_boxes")
    if found and found[0].end == found[0].outer:
        raise Problem("open_box")
    return found[0] if found else None


def _is_place(element: Element) -> bool:
    return "data-youten" in element.attributes and not any(
        not isinstance(child, str) or child.strip() for child in element.children
    )


def _is_other_box(element: Element) -> bool:
    """Return whether this is a box from the article itself: from its Markdown, or pasted by hand."""
    return element.name in ("aside", "div") and (
        "data-youten" in element.attributes or "youten" in element.attributes.get("class", "").split()
    )


def _switched_off(root: Element) -> bool:
    return any(
        element.name == "meta"
        and element.attributes.get("name") == "youten"
        and element.attributes.get("content", "").lower() in ("off", "false", "no")
        for element in root.elements()
    )


def _found(box: Element | None) -> FoundBox | None:
    if box is None:
        return None
    attributes = box.attributes
    return FoundBox(
        attributes.get("data-source", ""),
        attributes.get("data-youten", ""),
        attributes.get("data-box", ""),
        text_digest(text_of(box)),
    )


def _missing_place() -> Element:
    raise Problem("no_place")


def _edit(
    page: _Page,
    root: Element,
    region: Element,
    box: Element | None,
    place: Selector | None,
    settings: Settings,
    new: str,
) -> Edit:
    if box:
        return Edit(box.start, box.end, new)
    if place is not None:
        element = next(iter(select(root, place)), None) or _missing_place()
        position = settings.position
    else:
        headline = headline_of(region)
        element, position = (_head_of(headline, region), "after") if headline else (region, "prepend")
    at = {
        "before": element.start,
        "prepend": element.inner,
        "append": element.outer,
        "after": element.end,
    }[position]
    # The line end is always before the box, so that removing both restores the source.
    return Edit(at, at, page.end + new)


def _verify(page: _Page, settings: Settings, wanted: Selector | None, source: str) -> None:
    """Raise ``Problem`` if the box would not be found again, or changed what is read as the article.

    Broken pages have such places: behind an element without an end tag, inside a script.
    """
    root = parse(page.source)
    box = _own_box(root)
    region = region_of(root, wanted, listed=box is None) if box else None
    if region is None or article_hash(page.article(root, region), settings) != source:
        raise Problem("unsafe_place")


def _head_of(headline: Element, region: Element) -> Element:
    """Return the outermost ``<header>`` or ``<hgroup>`` around the headline: date and author stay with it."""
    found = headline
    for element in headline.ancestors():
        if element is region or element.name in ("body", ""):
            break
        if element.name in ("header", "hgroup"):
            found = element
    return found


def _marked(box: str) -> str:
    """Put the hash of the box's own text into its start tag."""
    digest = text_digest(text_of(next(parse(box).elements())))
    head, _, tail = box.partition(">")
    return f'{head} data-box="{digest}">{tail}'


def _length_of_line_end_before(source: str, at: int) -> int:
    if source[max(0, at - 2) : at] == "\r\n":
        return 2
    return 1 if source[at - 1 : at] in ("\n", "\r") and at else 0
