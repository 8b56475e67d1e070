"""HTML: the box as a marked ``<aside>`` below the article's headline, spliced into the source.

Nothing is ever serialised anew: the one edit replaces the box's own element, or puts it between two
characters of the source. The mark is in the element (``data-youten``, ``data-source``, ``data-box``),
because minifiers take comments out.
"""

from __future__ import annotations

from collections.abc import Callable

from youten.inject import prose
from youten.inject.boxes import ArticleText, FoundBox, article_hash, decide, rendered, text_digest
from youten.inject.model import Edit, Outcome, Problem, Settings, apply, line_end, settled
from youten.inject.selectors import Selector, compiled, select
from youten.inject.tree import Element, parse
from youten.morphology import Analyzer

_MAIN_SHARE = 0.6  # of all <article> text: the article; below it the page is a list of several
_TITLE_SEPARATORS = (" | ", " - ", " – ", " — ", " :: ", "｜")


def inject_html(source: str, settings: Settings, analyzer: Callable[[], Analyzer]) -> Outcome:
    """Say what is to be done about an HTML page (or a fragment of one); never raises.

    ``analyzer`` gives the analyser, and is called only for an article that must be read.
    ``YoutenError`` ("bad_selector") for a selector that is none.
    """
    wanted = compiled(settings.article) if settings.article else None
    place = compiled(settings.selector) if settings.selector else None
    try:
        return settled(source, _inject(source, settings, analyzer, wanted, place))
    except Problem as problem:
        return problem.outcome


def _inject(
    source: str,
    settings: Settings,
    analyzer: Callable[[], Analyzer],
    wanted: Selector | None,
    place: Selector | None,
) -> Outcome:
    root = parse(source)
    box = _own_box(root)
    if settings.mode != "remove":
        if _switched_off(root):
            return Outcome("left", "switched_off")
        if box is None and any(_is_other_box(element) for element in root.elements()):
            return Outcome("left", "other_box")
    region = _region(root, wanted, box)
    if region is None:
        return Outcome("left", "several_articles")
    decision = decide(_article(root, region), _found(box), settings, analyzer)
    outcome = decision.outcome
    if settings.mode == "check":
        return outcome
    if decision.summary:
        new = _marked(rendered("embed", decision.summary, decision.origin)).replace("\n", line_end(source))
        edit = _edit(source, root, region, box, place, settings, new)
        _verify(apply(source, (edit,)), settings, wanted, decision.origin.source)
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
    """Whether this is a box that came with the article: out of its Markdown, or pasted by hand."""
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
        text_digest(prose.text_of(box)),
    )


def _region(root: Element, wanted: Selector | None, box: Element | None) -> Element | None:
    """Give the element that holds the article, or None where the page is a list of several."""
    if wanted is not None:
        return next(iter(select(root, wanted)), None) or _missing("no_article")
    elements = list(root.elements())
    articles = [
        e for e in elements if e.name == "article" and all(a.name != "article" for a in e.ancestors())
    ]
    if len(articles) > 1:
        sizes = [len(prose.text_of(article)) for article in articles]
        largest = max(sizes)
        if box is None and largest < _MAIN_SHARE * sum(sizes):
            return None
        return articles[sizes.index(largest)]
    if articles:
        return articles[0]
    main = [e for e in elements if e.name == "main" or e.attributes.get("role") == "main"]
    # The innermost of them: themes wrap <main> around the element that has the role.
    body = [e for e in elements if e.name == "body"]
    return next(iter([*reversed(main), *body]), root)


def _missing(reason: str) -> Element:
    raise Problem(reason)


def _title(root: Element, region: Element) -> str:
    headline = _headline(region) or next(
        (element for element in root.elements() if element.name == "h1"), None
    )
    if headline:
        return prose.words_of(headline)
    title = next((element for element in root.elements() if element.name == "title"), None)
    text = (
        " ".join("".join(child for child in title.children if isinstance(child, str)).split())
        if title
        else ""
    )
    for separator in _TITLE_SEPARATORS:  # … | the site's name
        text = text.rpartition(separator)[0] or text
    return text


def _headline(region: Element) -> Element | None:
    """Find the article's headline: the first <h1>, else a heading that nothing but headings stands above.

    Blogs keep <h1> for their own name and give their articles an <h2>.
    """
    elements = list(region.elements())
    found = next((element for element in elements if element.name == "h1"), None)
    if found is None and prose.text_of(region).startswith("#"):
        headings = (
            e for e in elements if e.name in prose.HEADINGS and not any(map(prose.hidden, e.ancestors()))
        )
        found = next((element for element in headings if prose.words_of(element)), None)
    return found


def _edit(
    source: str,
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
        element = next(iter(select(root, place)), None) or _missing("no_place")
        position = settings.position
    else:
        headline = _headline(region)
        element, position = (_head_of(headline, region), "after") if headline else (region, "prepend")
    at = {
        "before": element.start,
        "prepend": element.inner,
        "append": element.outer,
        "after": element.end,
    }[position]
    # The line end goes before the box always, so that removing both gives the source back.
    return Edit(at, at, line_end(source) + new)


def _verify(page: str, settings: Settings, wanted: Selector | None, source: str) -> None:
    """Refuse a place where the box would not be found again, or would change what the article is.

    In broken pages such places exist: behind an element without an end, in the middle of a script.
    """
    root = parse(page)
    box = _own_box(root)
    region = _region(root, wanted, box) if box else None
    if region is None or article_hash(_article(root, region), settings.options) != source:
        raise Problem("unsafe_place")


def _article(root: Element, region: Element) -> ArticleText:
    return ArticleText(_title(root, region), prose.text_of(region))


def _head_of(headline: Element, region: Element) -> Element:
    """Give the outermost ``<header>`` or ``<hgroup>`` around the headline: date and author stay with it."""
    found = headline
    for element in headline.ancestors():
        if element is region or element.name in ("body", ""):
            break
        if element.name in ("header", "hgroup"):
            found = element
    return found


def _marked(box: str) -> str:
    """Put the hash of the box's own text into its start tag."""
    digest = text_digest(prose.text_of(next(parse(box).elements())))
    head, _, tail = box.partition(">")
    return f'{head} data-box="{digest}">{tail}'


def _length_of_line_end_before(source: str, at: int) -> int:
    if source[max(0, at - 2) : at] == "\r\n":
        return 2
    return 1 if source[at - 1 : at] in ("\n", "\r") and at else 0
