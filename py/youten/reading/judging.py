"""Judges the sentences of a page: which may be shown, which stand where their form has the point.

Everything here only takes sentences out of the body or marks them; the order of the tests does not matter.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from youten.model import Form, Role, Sentence
from youten.reading.forms.asides import asks, is_aside
from youten.reading.forms.gate import is_unfit
from youten.reading.forms.labels import is_asking
from youten.reading.forms.notices import is_sure
from youten.reading.forms.overruled import overruled
from youten.reading.forms.points import is_last_word, is_offer, is_point
from youten.reading.lines import Page

# Texts that say the same line again on purpose.
_REPEATING: frozenset[Form] = frozenset(("verse", "chat", "minutes", "interview", "subtitles", "transcript"))


_TOP = 8  # lines
_NOTHING = 2  # characters that say nothing
_OFFER = 0.25  # of a point, for the price in a press release
_RELEASE = frozenset(
    ("報道関係各位", "報道関係者各位", "プレスリリース", "ニュースリリース", "newsrelease", "pressrelease")
)


class Piece(NamedTuple):
    """A sentence and the index of its line."""

    sentence: Sentence
    line: int


def judge(page: Page, pieces: Sequence[Piece], form: Form) -> tuple[Sentence, ...]:
    """Return the sentences with their final roles and points."""
    roles = [piece.sentence.role for piece in pieces]
    _mark_notices(page, pieces, roles, form)
    heads = _heads(pieces)
    _mark_asides(page, pieces, roles, heads, form)
    body = [index for index, role in enumerate(roles) if role == "body"]
    texts = ["".join(pieces[index].sentence.text.split("\n")) for index in body]
    for index, gone in zip(body, overruled(texts, [heads[index][0] for index in body], form), strict=True):
        if gone:
            roles[index] = "aside"
    body = [index for index in body if roles[index] == "body"]
    points = {
        index: 1.0
        for place, index in enumerate(body)
        if is_point(
            pieces[index].sentence.text,
            form,
            place / max(1, len(body) - 1),
            heads[index][1],
            _label(page, pieces, index),
        )
    }
    if form == "article" and is_last_word([pieces[index].sentence.text for index in body]):
        points[body[-1]] = 1.0
    if any(line.key in _RELEASE for line in page.lines[:_TOP]):
        points |= {index: _OFFER for index in body if is_offer(pieces[index].sentence.text)}
    return tuple(
        piece.sentence._replace(role=role, point=points.get(index, 0.0))
        for index, (piece, role) in enumerate(zip(pieces, roles, strict=True))
    )


def _label(page: Page, pieces: Sequence[Piece], index: int) -> str:
    """Return the label directly before a sentence, "" for the later sentences of its line."""
    line = page.lines[pieces[index].line]
    return line.label if line.sentences and pieces[index].sentence.start == line.sentences[0][0] else ""


def _mark_notices(page: Page, pieces: Sequence[Piece], roles: list[Role], form: Form) -> None:
    table = form != "chat" and sum(line.row for line in page.lines) > 1
    for index, (sentence, at) in enumerate(pieces):
        share = "none" if form in _REPEATING else page.notices[at]
        said = share in ("all", "again") or (share == "some" and is_sure(sentence.text))
        if roles[index] == "body" and (said or (table and page.lines[at].row)):
            roles[index] = "furniture"


def _heads(pieces: Sequence[Piece]) -> list[tuple[int, str]]:
    """Return for every sentence the number and the text of the subhead above it."""
    found = []
    head = (0, "")
    for sentence, _ in pieces:
        if sentence.role == "subhead":
            head = (head[0] + 1, sentence.text)
        found.append(head)
    return found


def _mark_asides(
    page: Page, pieces: Sequence[Piece], roles: list[Role], heads: Sequence[tuple[int, str]], form: Form
) -> None:
    begins = _begins(pieces, roles, form)
    for index, (sentence, at) in enumerate(pieces):
        if roles[index] != "body":
            continue
        if len(sentence.text) <= _NOTHING:
            roles[index] = "aside"
            continue
        label, text = page.lines[at].label, "".join(sentence.text.split("\n"))
        if (
            index < begins
            or (is_asking(label) and (form == "interview" or asks(text)))
            or is_aside(text, form)
            or is_unfit(text, form)
            or _is_claim(form, heads[index][1])
            or page.lines[at].text[0] in "*＊※†"
        ):
            roles[index] = "aside"


def _begins(pieces: Sequence[Piece], roles: Sequence[Role], form: Form) -> int:
    """Return the index of the sentence at which a letter comes to its point: さて、."""
    if form == "letter":
        for index, (sentence, _) in enumerate(pieces):
            if roles[index] == "body" and sentence.text.startswith(("さて", "このたび", "この度")):
                return index
    return 0


def _is_claim(form: Form, head: str) -> bool:
    """Return whether a section of a judgment or a patent says what one side only asks for."""
    if form == "law":
        return (
            "請求" in head or "主張" in head or "公訴事実" in head or "求刑" in head
        ) and "判断" not in head
    return form == "patent" and ("請求" in head or "背景技術" in head)
