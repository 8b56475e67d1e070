"""Markdown: the box as a marked block below the headline, or as a list in the front matter.

A CommonMark parser says what is a heading and what is a comment, so that a marker inside a code sample is
ignored; its line numbers say where to splice.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from youten.documents import front_matter, markdown
from youten.documents.article import ArticleText
from youten.documents.front_matter import FrontMatter
from youten.documents.problem import Problem
from youten.inject import summary_list
from youten.inject.decision import Decision, FoundBox, article_hash, decide, rendered, text_digest
from youten.inject.model import Edit, Outcome, Settings, apply, line_end, outcome_of, settled
from youten.inject.place import is_excerpt, place_of
from youten.morphology import Analyzer
from youten.output import Origin, as_text

if TYPE_CHECKING:
    from markdown_it.token import Token

BEGIN, END = "<!-- youten:begin", "<!-- youten:end -->"
_HASHES = r"youten:begin(?: (\S+) (sha256:[0-9a-f]{16}) (sha256:[0-9a-f]{16}))? *"
_LINE_END = re.compile(r"\r\n|\n|\r")


class _Marks(NamedTuple):
    """How the marks of a block are written; ``token`` is what the parser takes the first one for."""

    begin: str
    close: str  # behind the hashes
    end: str
    token: str
    level: int  # and where it stands in a paragraph of its own
    pattern: re.Pattern[str]


_HTML = _Marks(BEGIN, "-->", END, "html_block", 0, re.compile(f"<!-- {_HASHES}-->"))
# MDX has no comments but those of JavaScript.
_MDX = _Marks(
    "{/* youten:begin", "*/}", "{/* youten:end */}", "inline", 1, re.compile(rf"\{{/\* {_HASHES}\*/\}}")
)


class _Block(NamedTuple):
    """The block that a file has: its lines ``first`` to ``last`` of the body, and what its mark says."""

    first: int
    last: int
    box: FoundBox


def inject_markdown(text: str, settings: Settings, analyzer: Callable[[], Analyzer]) -> Outcome:
    """Decide what to do with a Markdown file; never raises. ``analyzer``: see ``inject_html``."""
    return _decided(text, settings, analyzer, _HTML)


def inject_mdx(text: str, settings: Settings, analyzer: Callable[[], Analyzer]) -> Outcome:
    """Decide the same about a file in MDX."""
    return _decided(text, settings._replace(style=False), analyzer, _MDX)


def _decided(text: str, settings: Settings, analyzer: Callable[[], Analyzer], marks: _Marks) -> Outcome:
    try:
        return settled(text, _inject(text, settings, analyzer, marks))
    except Problem as problem:
        return outcome_of(problem)


def _inject(text: str, settings: Settings, analyzer: Callable[[], Analyzer], marks: _Marks) -> Outcome:
    matter = front_matter.read(text)
    if matter.switched_off and settings.mode != "remove":
        return Outcome("left", "switched_off")
    tokens = markdown.parse(text[matter.after :])
    lines = _line_starts(text, matter.after)
    block = _own_block(tokens, text, lines, marks)
    listed = _own_list(matter, settings)
    into = settings.into
    if into == "auto":
        into = "front-matter" if listed and not block else "block"
    found = (block.box if block else None) if into == "block" else listed
    if settings.mode == "remove":
        found = block.box if block else listed
    elif any("data-youten=" in token.content for token in tokens if not _inside(token, block)):
        return Outcome("left", "other_box")
    decision = decide(_article(text, matter, tokens, lines, block), found, settings, analyzer)
    if not decision.outcome.changes or settings.mode == "check":
        return decision.outcome
    # If the file has a box in the other form, that one is deleted.
    edits = _list_edits(text, matter, settings, decision, into, listed)
    separator = matter.keys.get("excerpt_separator", "").strip() or settings.separator
    edits += _block_edits(text, lines, tokens, settings, decision, into, block, separator, marks)
    outcome = decision.outcome._replace(edits=tuple(sorted(edits)))
    if decision.summary:
        after = apply(text, outcome.edits)
        _verify(after, settings, decision.origin.source, marks)
        if separator and "excerpt" not in matter.keys and is_excerpt(after[matter.after :], separator, BEGIN):
            return outcome._replace(reason="in_excerpt")
    return outcome


def _verify(text: str, settings: Settings, source: str, marks: _Marks) -> None:
    """Raise ``Problem`` if the box changed what is read as the article (a safeguard)."""
    matter = front_matter.read(text)
    tokens = markdown.parse(text[matter.after :])
    lines = _line_starts(text, matter.after)
    block = _own_block(tokens, text, lines, marks)
    if article_hash(_article(text, matter, tokens, lines, block), settings) != source:
        raise Problem("unsafe_place")


def _article(
    text: str, matter: FrontMatter, tokens: list[Token], lines: list[int], block: _Block | None
) -> ArticleText:
    """Return the article without our own block."""
    if block:
        text = text[: lines[block.first]] + text[lines[block.last + 1] :]
    title = matter.title or markdown.title_of(tokens)
    return ArticleText(title, markdown.prose_of(text), "plain")


def _line_starts(text: str, start: int) -> list[int]:
    """Return the offset of every line of ``text[start:]``, and of its end."""
    return [start, *(match.end() for match in _LINE_END.finditer(text, start)), len(text)]


def _own_list(matter: FrontMatter, settings: Settings) -> FoundBox | None:
    """Return our list. A key that is not ours is a problem only when writing to the front matter."""
    try:
        return summary_list.found_box(matter, settings.key)
    except Problem as problem:
        if problem.reason == "key_taken" and (settings.into, settings.mode) != (
            "front-matter",
            "write",
        ):
            return None
        raise


def _own_block(tokens: list[Token], text: str, lines: list[int], marks: _Marks) -> _Block | None:
    begins = [
        token.map[0]
        for token in tokens
        if token.type == marks.token
        and token.level == marks.level
        and token.map
        and token.content.startswith(marks.begin)
    ]
    if not begins:
        return None
    if len(begins) > 1:
        raise Problem("several_boxes")
    first = begins[0]
    for last in range(first, len(lines) - 1):
        if text[lines[last] : lines[last + 1]].strip() == marks.end:
            break
    else:
        raise Problem("open_block", line=_line_number(text, lines[first]))
    head = text[lines[first] : lines[first + 1]].strip()
    mark = marks.pattern.fullmatch(head)
    if not mark:
        raise Problem("bad_mark", line=_line_number(text, lines[first]))
    inside = text[lines[first + 1] : lines[last]]
    version, source, digest = mark[1] or "", mark[2] or "", mark[3] or ""
    if not digest and inside.strip():
        raise Problem("filled_place", line=_line_number(text, lines[first]))
    return _Block(first, last, FoundBox(source, version, digest, text_digest(inside)))


def _line_number(text: str, offset: int) -> int:
    return len(_LINE_END.findall(text, 0, offset)) + 1


def _inside(token: Token, block: _Block | None) -> bool:
    return bool(block and token.map and block.first <= token.map[0] <= block.last)


def _list_edits(
    text: str, matter: FrontMatter, settings: Settings, decision: Decision, into: str, listed: FoundBox | None
) -> list[Edit]:
    end = line_end(text)
    if into == "front-matter" and decision.summary:
        lines = as_text(decision.summary._replace(keyphrases=())).splitlines()
        return list(summary_list.written(text, matter, settings.key, lines, decision.origin, end))
    if listed:
        return list(summary_list.written(text, matter, settings.key, (), Origin("", ""), end))
    return []


def _block_edits(
    text: str,
    lines: list[int],
    tokens: list[Token],
    settings: Settings,
    decision: Decision,
    into: str,
    block: _Block | None,
    separator: str,
    marks: _Marks,
) -> list[Edit]:
    end = line_end(text)
    if into != "block" or not decision.summary:
        if not block:
            return []
        return [Edit(*_extent(text, lines, block), "")]
    box = rendered(settings.format, decision.summary, decision.origin, style=settings.style)
    digest = text_digest(box)
    head = f"{marks.begin} {decision.origin.version} {decision.origin.source} {digest} {marks.close}"
    new = "\n".join((head, box, marks.end)).replace("\n", end)
    if block:
        after = lines[block.last + 1]
        last = "" if after == len(text) and not text.endswith(("\n", "\r")) else end
        # An HTML block ends at the next empty line, so one is needed.
        following = _LINE_END.split(text[after:], maxsplit=1)[0]
        return [Edit(lines[block.first], after, new + last + (end if following.strip() else ""))]
    at = lines[place_of(tokens, text, lines, settings, separator)]
    if at < len(text):
        return [Edit(at, at, new + end + end)]
    # At the end the empty line is above, and the file ends as it did.
    return [Edit(at, at, end + new + end if text.endswith(("\n", "\r")) else end + end + new)]


def _extent(text: str, lines: list[int], block: _Block) -> tuple[int, int]:
    """Return the offsets of a block with the empty line that was added with it."""
    first, after = lines[block.first], lines[block.last + 1]
    above = lines[max(block.first - 1, 0)]
    if after < len(text) or text[above:first].strip():
        blank = _LINE_END.match(text, after)
        return first, blank.end() if blank else after
    if not text.endswith(("\n", "\r")):
        above = len(text[:above].rstrip("\r\n"))
    return above, after
