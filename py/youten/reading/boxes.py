"""How far a summary box reaches that was pasted along with its article.

Its sentences look like ordinary paragraphs; only its label, the shape of what follows and the repeated
headline tell. When in doubt the box is three sentences: nearly every site's is.
"""

from __future__ import annotations

from collections.abc import Sequence

from youten.model import Role
from youten.reading.page import Page
from youten.reading.sentences import sentence_spans
from youten.reading.signs import key, sign_of
from youten.reading.units import starts_block
from youten.reading.vocabulary import BOX_NOTES

_USUAL = 3  # sentences of a box
_MOST = 8  # lines of a box that has a visible end
_LONGEST_POINT = 130  # characters of one of its sentences
_LONGEST_BLOCK = 400  # characters of a box that is one paragraph


def box_end(page: Page, roles: Sequence[Role | None], label: int) -> int:
    """Return the index after the box of the label ``label`` (``label + 1`` where nothing belongs to it)."""
    first = label + 1
    limit = min(len(page.lines), first + _MOST)
    repeated = next(
        (index for index in range(first, min(limit + 1, len(roles))) if roles[index] == "headline"), first
    )
    if repeated > first:
        end = repeated
    elif page.ended[label]:  # 【AI要約】 and the first sentence, or all of them, on one line
        end = _points(page, first, min(limit, label + _USUAL)) if page.same_paragraph(label, first) else first
    elif first == limit:
        end = first
    elif len(_sentences(page.lines[first])) > 1:  # the box is one paragraph
        end = first + (len(page.lines[first]) <= _LONGEST_BLOCK)
    elif starts_block(page.lines[first]):
        end = _list_end(page, first, limit)
    elif page.same_paragraph(first, first + 1):
        end = _paragraph_end(page, first, limit)
    else:
        end = _points(page, first, min(limit, first + _USUAL))
    return _with_notes(page, end)


def _sentences(line: str) -> list[tuple[int, int]]:
    return sentence_spans(line, 0, min(len(line), _LONGEST_BLOCK + 1))


def _is_point(line: str) -> bool:
    return len(line) <= _LONGEST_POINT and len(_sentences(line)) == 1


def _list_end(page: Page, first: int, limit: int) -> int:
    """A list goes on as long as its marks do: the same mark, or numbers."""
    mark = page.lines[first][0]
    end = first
    while end < limit and len(page.lines[end]) <= _LONGEST_POINT and starts_block(page.lines[end]):
        if page.lines[end][0] != mark and not page.lines[end][0].isnumeric():
            break
        end += 1
    return end


def _paragraph_end(page: Page, first: int, limit: int) -> int:
    """Lines without white lines between them: to the white line, or the usual three where none comes."""
    end = first
    while end < limit and page.same_paragraph(first, end) and _is_point(page.lines[end]):
        end += 1
    return min(end, first + _USUAL) if page.same_paragraph(first, end) else end


def _points(page: Page, first: int, limit: int) -> int:
    end = first
    while end < limit and page.signs[end] == "" and _is_point(page.lines[end]):
        end += 1
    return end


def _with_notes(page: Page, end: int) -> int:
    """Take in the box's own small print (※この要約はAIが作成しました)."""
    while end < len(page.lines) and len(page.lines[end]) <= 80 and key(page.lines[end]).startswith(BOX_NOTES):
        if sign_of(page.lines[end]) == "box":  # another box
            break
        end += 1
    return end
