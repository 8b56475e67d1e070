"""Giving every unit of a pasted page its role.

Lines first speak for themselves (``signs``); then the page is read from the top: headline, summary box, code,
lists of related articles, the neighbours of bylines. What nobody claims is body. Doubtful cases go to the
body: a lost sentence cannot be chosen, a kept line still has to look like a sentence to be chosen.
"""

from __future__ import annotations

from itertools import accumulate

from youten.model import Role
from youten.reading.boxes import box_end
from youten.reading.headline import find_headline, headline_keys, same_headline, title_text
from youten.reading.page import Page
from youten.reading.signs import Sign
from youten.reading.units import starts_block

_LONGEST_SUBHEAD = 40
_LONGEST_LISTED = 70  # a title in a list of related articles
_LONGEST_NAME = 14  # a writer's name beside a date
_ROLES: dict[Sign, Role] = {
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

Roles = list[Role | None]  # None: nobody has claimed the unit yet


def assign_roles(page: Page, given_title: str) -> tuple[list[Role], str]:
    """Return each unit's role and the article's title (the given one, else the headline found, else "")."""
    roles: Roles = [_ROLES.get(sign) for sign in page.signs]
    title = given_title.strip()
    top = None if title else find_headline(page)
    if top is not None:
        title = title_text(page.lines[top])
    _mark_headlines(page, roles, title, top)
    _mark_boxes(page, roles)
    _mark_code(page, roles)
    _mark_tail(page, roles)
    _mark_top(page, roles)
    _mark_names(page, roles)
    _mark_subheads(page, roles)
    claimed = _never_empty(page, [role or "body" for role in roles])
    return claimed, title if given_title.strip() or "headline" in claimed else ""


def _mark_headlines(page: Page, roles: Roles, title: str, top: int | None) -> None:
    keys = headline_keys(title)
    for index, line in enumerate(page.lines):
        if index == top or (not line.endswith("。") and same_headline(keys, title_text(line))):
            roles[index] = "headline"


def _mark_boxes(page: Page, roles: Roles) -> None:
    """Mark summary boxes; a label that a section may bear too (要約, ポイント) counts above the text only."""
    index = 0
    while index < len(roles):
        sign = page.signs[index]
        if sign == "box" or (sign == "softbox" and not page.prose_before[index]):
            end = box_end(page, roles, index)
            if (end > index + 1 or page.ended[index]) and page.prose_in(end, len(roles)):
                roles[index:end] = [
                    "headline" if role == "headline" else "summary" for role in roles[index:end]
                ]
                index = end
                continue
        index += 1


def _mark_code(page: Page, roles: Roles) -> None:
    """Mark what stands between two fences; a fence without a partner fences nothing."""
    fences = [index for index, sign in enumerate(page.signs) if sign == "fence"]
    for opening, closing in zip(fences[::2], fences[1::2], strict=False):
        roles[opening : closing + 1] = ["furniture"] * (closing + 1 - opening)


def _mark_tail(page: Page, roles: Roles) -> None:
    """Mark the lists under headers like 関連記事: to the page's end, or as far as lines look like titles."""
    size = len(roles)
    so_far = list(accumulate(map(len, page.lines), initial=0))  # characters before unit i
    index = 0
    while index < size:
        sign, index = page.signs[index], index + 1
        if sign not in ("tail", "comments") or not page.prose_before[index]:
            continue
        late = 2 * so_far[index] > so_far[size]
        if late and (sign == "comments" or 4 * page.prose_in(index, size) <= size - index):
            roles[index:] = [_listed(role) for role in roles[index:]]
            return
        while index < size and _is_listed(page, index):
            roles[index] = _listed(roles[index])
            index += 1


def _listed(role: Role | None) -> Role:
    return role if role in ("headline", "byline", "caption") else "furniture"


def _is_listed(page: Page, index: int) -> bool:
    if (
        page.prose[index]
        or len(page.lines[index]) > _LONGEST_LISTED
        or page.signs[index] in ("subhead", "box")
    ):
        return False
    # A short line that opens a paragraph right above prose is that text's subhead.
    return not (
        page.prose_in(index, min(index + 2, len(page.lines))) and not page.same_paragraph(index - 1, index)
    )


def _mark_top(page: Page, roles: Roles) -> None:
    """Mark short lines around the headline: the site's and section's names above it, subtitles below."""
    first = next((index for index, prose in enumerate(page.prose) if prose and roles[index] is None), 0)
    headline = next((index for index in range(first) if roles[index] == "headline"), None)
    if headline is None:
        return
    for index in range(first):
        if roles[index] is None and not page.ended[index] and len(page.lines[index]) <= _LONGEST_SUBHEAD:
            roles[index] = "furniture" if index < headline else "subhead"


def _mark_names(page: Page, roles: Roles) -> None:
    """Mark a short line beside a dateline as its writer's."""
    for index, line in enumerate(page.lines):
        if roles[index] not in (None, "subhead") or page.signs[index] or page.ended[index]:
            continue
        if starts_block(line):
            continue
        if len(line) <= _LONGEST_NAME and not any(mark in line for mark in "、をがはにでと"):
            beside = (index - 1, index + 1)
            if any(0 <= other < len(roles) and page.signs[other] == "byline" for other in beside):
                roles[index] = "byline"


def _mark_subheads(page: Page, roles: Roles) -> None:
    """Mark short unfinished lines that stand above text and do not go on a list."""
    for index, line in enumerate(page.lines):
        if roles[index] is not None or not _could_head(page, index, line):
            continue
        opens_paragraph = not page.same_paragraph(index - 1, index)
        goes_on_list = not opens_paragraph and roles[index - 1] is None and not page.ended[index - 1]
        after = index + 1
        while after < len(roles) and roles[after] in ("caption", "furniture"):
            after += 1
        if not goes_on_list and after < len(roles) and (page.prose[after] or opens_paragraph):
            roles[index] = "subhead"


def _could_head(page: Page, index: int, line: str) -> bool:
    if page.ended[index] or len(line) > _LONGEST_SUBHEAD or line.endswith(("、", "，", "：", ":")):
        return False
    if line[0] in "「『" and line[-1] in "」』":  # somebody speaking
        return False
    if line[0].isdigit() and starts_block(line):  # 1. はじめに, but no item of a list
        around = (index - 1, index + 1)
        return not any(0 <= other < len(page.lines) and page.lines[other][0].isdigit() for other in around)
    return not starts_block(line)


def _never_empty(page: Page, roles: list[Role]) -> list[Role]:
    """Give text back to the body when cleaning left none: a text with letters has a body."""
    kept: tuple[Role, ...]
    for kept in (("furniture", "byline", "caption", "headline"), ("furniture",), ()):
        if any(
            role == "body" and any(map(str.isalpha, line))
            for role, line in zip(roles, page.lines, strict=True)
        ):
            break
        roles = [role if role in kept else "body" for role in roles]
    return roles
