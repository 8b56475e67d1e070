"""Assigns a role to every line of a page.

A line's kind decides first. Then passes read the page from the top: headline, summary box, code, lists of
related articles, the neighbours of bylines. Unclassified lines are body text. Doubtful lines are body text
too: a lost sentence cannot be chosen, while a kept line must still look like a sentence to be chosen.
"""

from __future__ import annotations

from itertools import accumulate

from youten.model import Form, Role
from youten.reading.boxes import mark_boxes
from youten.reading.endings import ends_in_predicate
from youten.reading.form_roles import mark_form
from youten.reading.headline import mark_headlines
from youten.reading.kinds import Kind
from youten.reading.lines import Line, Page
from youten.reading.surroundings import find_article, mark_surroundings

_LONGEST_SUBHEAD = 40
_LONGEST_LISTED = 70  # a title in a list of related articles
_LONGEST_NAME = 14  # a writer's name beside a date
_ROLES: dict[Kind, Role] = {
    "subhead": "subhead",
    "softbox": "subhead",
    "byline": "byline",
    "subject": "byline",
    "caption": "caption",
    "furniture": "furniture",
    "box": "furniture",
    "tail": "furniture",
    "comments": "furniture",
    "fence": "furniture",
}

Roles = list[Role | None]  # None: unclassified so far


def assign_roles(page: Page, given_title: str, form: Form = "article") -> tuple[list[Role], str]:
    """Return each line's role and the article's title (the given one, else the headline found, else "")."""
    roles: Roles = [_ROLES.get(line.kind) for line in page.lines]
    article = find_article(page, form)
    title = mark_headlines(page, roles, given_title.strip(), form, article)
    if article:
        mark_surroundings(page, roles, article)
    mark_form(page, roles, form)
    mark_boxes(page, roles)
    _mark_code(page, roles)
    _mark_tail(page, roles)
    _mark_top(page, roles)
    _mark_names(page, roles)
    if form != "verse":
        _mark_subheads(page, roles)
    complete = _never_empty(page, [role or "body" for role in roles])
    return complete, title if given_title.strip() or "headline" in complete else ""


def _mark_code(page: Page, roles: Roles) -> None:
    """Mark the lines between two fences; an unpaired fence marks nothing."""
    fences = [index for index, line in enumerate(page.lines) if line.kind == "fence"]
    for opening, closing in zip(fences[::2], fences[1::2], strict=False):
        roles[opening : closing + 1] = ["furniture"] * (closing + 1 - opening)


def _mark_tail(page: Page, roles: Roles) -> None:
    """Mark the lists under headers like 関連記事: to the page's end, or while lines look like titles."""
    size = len(roles)
    so_far = list(accumulate((len(line.text) for line in page.lines), initial=0))  # characters before line i
    is_long = (len(line.text) > _LONGEST_LISTED or len(line.sentences) > 1 for line in page.lines)
    last_long = max((index for index, yes in enumerate(is_long) if yes), default=-1)
    index = 0
    while index < size:
        kind, index = page.lines[index].kind, index + 1
        if kind not in ("tail", "comments") or not page.prose_before[index]:
            continue
        late = 2 * so_far[index] > so_far[size]
        if late and index > last_long:
            roles[index:] = [_listed(role) for role in roles[index:]]
            return
        if late and (kind == "comments" or 4 * page.prose_in(index, size) <= size - index):
            roles[index:] = [_listed(role) for role in roles[index:]]
            return
        while index < size and _is_listed(page, index):
            roles[index] = _listed(roles[index])
            index += 1


def _listed(role: Role | None) -> Role:
    return role if role in ("headline", "byline", "caption") else "furniture"


def _is_listed(page: Page, index: int) -> bool:
    line = page.lines[index]
    if line.prose or len(line.text) > _LONGEST_LISTED or line.kind in ("subhead", "box"):
        return False
    # A short line that opens a paragraph directly above prose is its subhead.
    return not (page.prose_in(index, min(index + 2, len(page.lines))) and line.opens)


def _mark_top(page: Page, roles: Roles) -> None:
    """Mark short lines around the headline: names of site and section above it, subtitles below."""
    first = next((index for index, line in enumerate(page.lines) if line.prose and roles[index] is None), 0)
    headline = next((index for index in range(first) if roles[index] == "headline"), None)
    if headline is None:
        return
    stops = page.has_stops()
    for index, line in enumerate(page.lines[:first]):
        if not stops and index > headline and ends_in_predicate(line.text):  # a sentence like the others
            continue
        if roles[index] is None and not line.ended and len(line.text) <= _LONGEST_SUBHEAD:
            roles[index] = "furniture" if index < headline else "subhead"


def _mark_names(page: Page, roles: Roles) -> None:
    """Mark a short line beside a dateline as the writer's name."""
    datelines = (index for index, line in enumerate(page.lines) if line.kind == "byline")
    for index in (beside for at in datelines for beside in (at - 1, at + 1)):
        if 0 <= index < len(roles) and roles[index] in (None, "subhead") and _could_name(page.lines[index]):
            roles[index] = "byline"


def _could_name(line: Line) -> bool:
    if line.kind or line.ended or line.item or len(line.text) > _LONGEST_NAME:
        return False
    return not any(mark in line.text for mark in "、をがはにでと")


def _mark_subheads(page: Page, roles: Roles) -> None:
    """Mark short unfinished lines that are above text and do not continue a list."""
    stops = page.has_stops()
    for index in range(len(roles)):
        if roles[index] is not None or not _could_head(page, index):
            continue
        if not stops and ends_in_predicate(page.lines[index].text):  # a sentence like the others
            continue
        opens = page.lines[index].opens
        goes_on_list = not opens and roles[index - 1] is None and not page.lines[index - 1].ended
        after = index + 1
        while after < len(roles) and roles[after] in ("caption", "furniture"):
            after += 1
        if not goes_on_list and after < len(roles) and (page.lines[after].prose or opens):
            roles[index] = "subhead"


def _could_head(page: Page, index: int) -> bool:
    line = page.lines[index]
    text = line.text
    if (
        line.ended
        or len(line.sentences) > 1
        or len(text) > _LONGEST_SUBHEAD
        or text.endswith(("、", "，", "：", ":"))
    ):
        return False
    if text[0] in "「『" and text[-1] in "」』":  # speech
        return False
    if text[0].isdigit() and line.item:  # 1. はじめに, but not an item of a list
        return not any(other.text[0].isdigit() for other in page.beside(index))
    return not line.item


def _never_empty(page: Page, roles: list[Role]) -> list[Role]:
    """Return text to the body if no body is left: a text with letters always has one."""
    kept: tuple[Role, ...]
    for kept in (("furniture", "byline", "caption", "headline"), ("furniture",), ()):
        if any(
            role == "body" and any(map(str.isalpha, line.text))
            for role, line in zip(roles, page.lines, strict=True)
        ):
            break
        roles = [role if role in kept else "body" for role in roles]
    return roles
