"""Which element of a page holds the article, and what its headline is."""

from __future__ import annotations

from youten.documents.html_prose import HEADINGS, hidden, text_of, words_of
from youten.documents.html_tree import Element
from youten.documents.problem import Problem
from youten.documents.selectors import Selector, select

_MAIN_SHARE = 0.6  # share of all <article> text that makes one the article; below, the page is a list
_TITLE_SEPARATORS = (" | ", " - ", " – ", " — ", " :: ", "｜")


def region_of(root: Element, wanted: Selector | None = None, *, listed: bool = True) -> Element | None:
    """Return the element of the article: the first that ``wanted`` selects, else <article>, <main>, <body>.

    None with ``listed``, where the page is a list of several articles. Raises ``Problem`` ("no_article").
    """
    if wanted is not None:
        found = select(root, wanted)
        if not found:
            raise Problem("no_article")
        return found[0]
    elements = list(root.elements())
    articles = list(root.outermost("article"))
    if len(articles) > 1:
        sizes = [len(text_of(article)) for article in articles]
        largest = max(sizes)
        if listed and largest < _MAIN_SHARE * sum(sizes):
            return None
        return articles[sizes.index(largest)]
    if articles:
        return articles[0]
    main = [e for e in elements if e.name == "main" or e.attributes.get("role") == "main"]
    # The innermost: themes wrap <main> around the element that has the role.
    body = [e for e in elements if e.name == "body"]
    return next(iter([*reversed(main), *body]), root)


def title_of(root: Element, region: Element) -> str:
    """Return the article's headline, else the page's first <h1>, else its <title> without the site's name."""
    headline = headline_of(region) or next(
        (element for element in root.elements() if element.name == "h1"), None
    )
    if headline:
        return words_of(headline)
    title = next((element for element in root.elements() if element.name == "title"), None)
    text = (
        " ".join("".join(child for child in title.children if isinstance(child, str)).split())
        if title
        else ""
    )
    for separator in _TITLE_SEPARATORS:  # … | the site's name
        text = text.rpartition(separator)[0] or text
    return text


def headline_of(region: Element) -> Element | None:
    """Find the article's headline: the first <h1>, else the first heading if there is no text above it.

    Blogs keep <h1> for their own name and give their articles an <h2>.
    """
    found = next((element for element in region.elements() if element.name == "h1"), None)
    if (
        found is None
        and text_of(region).startswith("#")
        and not any(map(hidden, (region, *region.ancestors())))
    ):
        found = _first_heading(region)
    return found


def _first_heading(region: Element) -> Element | None:
    """Return the first visible heading that has words."""
    stack = [region]
    while stack:
        element = stack.pop()
        if element is not region and element.name in HEADINGS:
            if words_of(element):
                return element
            continue  # those inside have none either
        if element is region or not hidden(element):
            stack += [child for child in reversed(element.children) if isinstance(child, Element)]
    return None
