"""Recognises summary boxes that were pasted with their article, and their extent.

The sentences of a box look like ordinary paragraphs. Only the label, the form of the following lines and the
repeated headline identify it. In case of doubt a box has three sentences, as on nearly every site.
"""

from __future__ import annotations

from collections.abc import Sequence

from youten.model import Role
from youten.reading.lines import Line, Page
from youten.reading.vocabulary import BOX_NOTES

_USUAL = 3  # sentences of a box
_MOST = 8  # lines of a box with a visible end
_LONGEST_POINT = 130  # characters of one of its sentences
_LONGEST_BLOCK = 400  # characters of a box that is one paragraph
_LONGEST_NOTE = 80


def mark_boxes(page: Page, roles: list[Role | None]) -> None:
    """Mark summary boxes; labels that a section may also have (要約, ポイント) count only above the text."""
    index = 0
    while index < len(roles):
        label = page.lines[index]
        if label.kind == "box" or (label.kind == "softbox" and not page.prose_before[index]):
            end = _box_end(page, roles, index)
            if (end > index + 1 or label.ended) and page.prose_in(end, len(roles)):
                roles[index:end] = [
                    "headline" if role == "headline" else "summary" for role in roles[index:end]
                ]
                index = end
                continue
        index += 1


def _box_end(page: Page, roles: Sequence[Role | None], label: int) -> int:
    """Return the index after the box of the label ``label`` (``label + 1`` if nothing belongs to it)."""
    lines, first = page.lines, label + 1
    limit = min(len(lines), first + _MOST)
    repeated = next(
        (index for index in range(first, min(limit + 1, len(roles))) if roles[index] == "headline"), first
    )
    if repeated > first:
        end = repeated
    elif lines[label].ended:  # 【AI要約】 and the first sentence, or all of them, on one line
        near = _same_paragraph(lines, label, first)
        end = _points_end(lines, first, min(limit, label + _USUAL)) if near else first
    elif first == limit:
        end = first
    elif len(lines[first].sentences) > 1:  # the box is one paragraph
        end = first + (len(lines[first].text) <= _LONGEST_BLOCK)
    elif lines[first].item:
        end = _list_end(lines, first, limit)
    elif _same_paragraph(lines, first, first + 1):
        end = _paragraph_end(lines, first, limit)
    else:
        end = _points_end(lines, first, min(limit, first + _USUAL))
    return _notes_end(lines, end)


def _same_paragraph(lines: Sequence[Line], one: int, other: int) -> bool:
    return other < len(lines) and lines[one].paragraph == lines[other].paragraph


def _is_point(line: Line) -> bool:
    return len(line.text) <= _LONGEST_POINT and len(line.sentences) == 1


def _list_end(lines: Sequence[Line], first: int, limit: int) -> int:
    """Return the end of a list: it goes on while the same mark or the numbers continue."""
    mark = lines[first].text[0]
    end = first
    while end < limit and len(lines[end].text) <= _LONGEST_POINT and lines[end].item:
        if lines[end].text[0] != mark and not lines[end].text[0].isnumeric():
            break
        end += 1
    return end


def _paragraph_end(lines: Sequence[Line], first: int, limit: int) -> int:
    """Return the end of a box without marks: at the blank line, else after the usual three lines."""
    end = first
    while end < limit and _same_paragraph(lines, first, end) and _is_point(lines[end]):
        end += 1
    return min(end, first + _USUAL) if _same_paragraph(lines, first, end) else end


def _points_end(lines: Sequence[Line], first: int, limit: int) -> int:
    """Return the end of consecutive lines that are one sentence each."""
    end = first
    while end < limit and lines[end].kind == "" and _is_point(lines[end]):
        end += 1
    return end


def _notes_end(lines: Sequence[Line], end: int) -> int:
    """Return the end of the box's small print (※この要約はAIが作成しました); a new box is not part of it."""
    while (
        end < len(lines)
        and len(lines[end].text) <= _LONGEST_NOTE
        and lines[end].key.startswith(BOX_NOTES)
        and lines[end].kind != "box"
    ):
        end += 1
    return end
