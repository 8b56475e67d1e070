"""A subset of CSS selectors, to name a place in a page.

Types, ids, classes, attributes, " " and ">", lists. Source: Selectors Level 4, sections 4 to 6 and 14.
Pseudo-classes are left out: none of them is needed to name an article or its headline.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from youten.documents.html_tree import Element
from youten.model import YoutenError

_NAME = r"-?(?:[A-Za-z_]|[^\x00-\x7f])(?:[\w-]|[^\x00-\x7f])*"
_PART = re.compile(
    rf"(?P<type>\*|{_NAME})|\#(?P<id>{_NAME})|\.(?P<class>{_NAME})"
    rf"|\[\s*(?P<attribute>{_NAME})\s*(?:(?P<operator>[~^$*|]?=)\s*(?P<value>{_NAME}|\"[^\"]*\"|'[^']*')\s*)?\]"
)
_COMBINATOR = re.compile(r"\s*>\s*|\s+")


class _Test(NamedTuple):
    """One condition: the attribute ``name`` compares to ``value`` by ``operator`` ("" means it exists)."""

    name: str  # "" for the element's own name
    operator: str
    value: str


class _Step(NamedTuple):
    combinator: str  # " " or ">": how the element before relates to this one; "" at the beginning
    tests: tuple[_Test, ...]


Selector = tuple[tuple[_Step, ...], ...]  # alternatives, each read from left to right


def compile_selector(text: str) -> Selector:
    """Read a selector. ``YoutenError`` ("bad_selector") if it is not valid or not supported."""
    return tuple(_alternative(part.strip(), text) for part in _split(text))


def select(root: Element, selector: Selector) -> list[Element]:
    """Return the elements that match, in document order."""
    return [element for element in root.elements() if any(_matches(element, steps) for steps in selector)]


def _split(text: str) -> list[str]:
    return re.split(r",(?=(?:[^\"']|\"[^\"]*\"|'[^']*')*$)", text)


def _alternative(text: str, whole: str) -> tuple[_Step, ...]:
    steps: list[_Step] = []
    at, combinator = 0, ""
    while True:
        tests: list[_Test] = []
        while match := _PART.match(text, at):
            if match["type"] and tests:
                break
            tests.append(_test(match))
            at = match.end()
        if not tests:
            raise YoutenError("bad_selector", whole)
        steps.append(_Step(combinator, tuple(tests)))
        if at == len(text):
            return tuple(steps)
        between = _COMBINATOR.match(text, at)
        if not between:
            raise YoutenError("bad_selector", whole)
        at, combinator = between.end(), between.group().strip() or " "


def _test(match: re.Match[str]) -> _Test:
    if match["type"]:
        return _Test("", "" if match["type"] == "*" else "=", match["type"].lower())
    if match["id"]:
        return _Test("id", "=", match["id"])
    if match["class"]:
        return _Test("class", "~=", match["class"])
    value = match["value"] or ""
    if value.startswith(("'", '"')):
        value = value[1:-1]
    return _Test(match["attribute"].lower(), match["operator"] or "", value)


def _matches(element: Element, steps: tuple[_Step, ...]) -> bool:
    if not all(_holds(element, test) for test in steps[-1].tests):
        return False
    if len(steps) == 1:
        return True
    around = (parent for parent in element.ancestors() if parent.name)
    if steps[-1].combinator == ">":
        return (
            element.parent is not None and bool(element.parent.name) and _matches(element.parent, steps[:-1])
        )
    return any(_matches(parent, steps[:-1]) for parent in around)


def _holds(element: Element, test: _Test) -> bool:
    actual = element.name if test.name == "" else element.attributes.get(test.name)
    if actual is None:
        return False
    wanted = test.value
    return {
        "": True,
        "=": actual == wanted,
        "~=": wanted in actual.split(),
        "^=": wanted != "" and actual.startswith(wanted),
        "$=": wanted != "" and actual.endswith(wanted),
        "*=": wanted != "" and wanted in actual,
        "|=": actual == wanted or actual.startswith(wanted + "-"),
    }[test.operator]
