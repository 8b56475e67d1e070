"""Roles of lines that a form explains: quoted mails, sections of a patent, poets, rows of a table."""

from __future__ import annotations

import re

from youten.model import Form, Role
from youten.reading.forms.labels import CHAT_HEAD
from youten.reading.lines import Page

Roles = list[Role | None]

_QUOTED = re.compile("[>＞|]")
_QUOTE_HEAD = re.compile(
    r".{0,70}<[^<>@\n]{1,60}@[^<>\n]{1,60}>.{0,14}[:：]"
    r"|\d{4}[年/.-]\d{1,2}[月/.-]\d{1,2}日?.{0,50}[:：]|On .{5,70} wrote:"
    "|.{0,40}さんは書きました[:：]?|-+ ?(?:Original Message|転送|元のメッセージ|Forwarded).*"
)
_ADDRESSEE = re.compile(
    "[^。、]{1,24}(?:様|さん|先生|各位|御中|君|くん|ちゃん|殿|の皆様|の皆さま|の皆さん)(?:へ|、)?"
)
_SECTION = re.compile("【[^】]{1,30}】")
_NUMBER = re.compile("【[0-9０-９]{3,5}】")
_CAPTION = re.compile("[（(][^（）()]{1,30}[)）]")
_COURT = re.compile("(?:主 ?　?文|事実及び理由|理 ?　?由|第[0-9０-９一二三四五六七八九十]{1,2}[　 ].{1,30})")
_LONGEST_POET = 10


def mark_form(page: Page, roles: Roles, form: Form) -> None:
    """Mark the lines of one form that other passes would take for text or for headlines."""
    rows = [index for index, line in enumerate(page.lines) if line.row]
    if form != "chat" and len(rows) > 1:
        for index in rows:
            roles[index] = "furniture"
    marker = _MARKERS.get(form)
    if marker:
        marker(page, roles)


def _mail(page: Page, roles: Roles) -> None:
    quoted = False
    for index, line in enumerate(page.lines):
        head = _QUOTE_HEAD.fullmatch(line.text) is not None
        if head and any(_QUOTED.match(after.text) for after in page.lines[index + 1 : index + 4]):
            quoted = True
        if head or _QUOTED.match(line.text) or (quoted and roles[index] is None and not line.prose):
            roles[index] = "furniture"
        elif roles[index] is None and _ADDRESSEE.fullmatch(line.text):
            roles[index] = "byline"
        elif set(line.text) <= set("-–—―=_") and page.prose_before[index]:
            roles[index:] = ["furniture"] * (len(roles) - index) if not _more(page, index) else roles[index:]


def _more(page: Page, index: int) -> bool:
    """Return whether prose that is not quoted follows a line of dashes."""
    return any(line.prose and not _QUOTED.match(line.text) for line in page.lines[index + 1 :])


def _chat(page: Page, roles: Roles) -> None:
    for index, line in enumerate(page.lines):
        if CHAT_HEAD.fullmatch(line.text):
            roles[index] = "byline"


def _patent(page: Page, roles: Roles) -> None:
    for index, line in enumerate(page.lines):
        if _NUMBER.fullmatch(line.text):
            roles[index] = "furniture"
        elif _SECTION.fullmatch(line.text):
            roles[index] = "subhead"


def _law(page: Page, roles: Roles) -> None:
    for index, line in enumerate(page.lines):
        if not line.ended and (_CAPTION.fullmatch(line.text) or _COURT.fullmatch(line.text)):
            roles[index] = "subhead"


def _verse(page: Page, roles: Roles) -> None:
    longest = max((len(line.text) for line in page.lines), default=0)
    for index, line in enumerate(page.lines):
        if len(line.text) <= min(_LONGEST_POET, longest // 2) or (
            not index and " " in line.text.replace("　", " ")
        ):
            roles[index] = "byline"


_MARKERS = {"chat": _chat, "mail": _mail, "patent": _patent, "law": _law, "verse": _verse}
