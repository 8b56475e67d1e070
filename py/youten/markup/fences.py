"""Front matter: where it is, in which notation, and the title in it.

Source: the front matter of Jekyll (YAML), Hugo (YAML, TOML, JSON), Hexo (``;;;``) and gray-matter
(``---json``), and the ``Key: value`` lines of MultiMarkdown that Pelican and MkDocs know. Leaves the other
values, and whether it is valid, to ``documents``.
"""

from __future__ import annotations

import json
import re
from typing import Literal, NamedTuple

Kind = Literal["none", "open", "yaml", "toml", "json", "meta", "other"]

LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|$)")
# First line -> what closes it. Behind it, gray-matter (Eleventy and others) allows the name of a language.
_OPENING = re.compile(
    r"(---|\+\+\+|;;;)[ \t]*(yaml|yml|toml|json|js|javascript|coffee|)[ \t]*[\r\n]*", re.IGNORECASE
)
_CLOSING = {"---": ("---", "..."), "+++": ("+++",), ";;;": (";;;",)}
_KINDS: dict[str, Kind] = {"---": "yaml", "+++": "toml", ";;;": "json"}
_KINDS |= {"yaml": "yaml", "yml": "yaml", "toml": "toml", "json": "json"}
_PAIR = re.compile(r"[A-Za-z][A-Za-z0-9_ -]{0,40}:(?:[ \t]|$)")
_META_KEYS = frozenset([
    "title", "date", "modified", "author", "authors", "category", "tags", "slug",
    "summary", "description", "template", "status", "lang", "layout",
])  # fmt: skip
# A key of YAML, TOML or JSON: a rule between two texts (---) has none behind it.
_KEY = re.compile(r"""\s*(?:["']?[\w.-]+["']?[ \t]*[:=]|[#{\[])""")
_TITLE = re.compile(r"""^[ \t]*["']?title["']?[ \t]*[:=][ \t]*(.*)$""", re.MULTILINE | re.IGNORECASE)
_COMMENT = re.compile(r"[ \t]#.*")
_BLOCK = re.compile(r"[>|][+-]?\d?[+-]?")


class Fence(NamedTuple):
    """The head of a document: its content is ``text[start:end]``; the text goes on at ``after``."""

    kind: Kind  # "open": its closing line is missing; "meta": ``Key: value`` lines; "other": a program
    start: int
    end: int
    after: int
    fence: str  # "" where it has none


NONE = Fence("none", 0, 0, 0, "")


def find(text: str, *, html: bool = False) -> Fence:
    """Find the front matter. HTML has none without a fence: ``Key: value`` lines are text there."""
    first = LINE.match(text)
    opening = _OPENING.fullmatch(first.group()) if first else None
    if opening:
        return _fenced(text, opening[1], opening[2].lower(), opening.end())
    if first and first.group().rstrip() == "{":
        return _object(text)
    return NONE if html else _meta(text)


def is_head(text: str, found: Fence) -> bool:
    """Return whether what was found is front matter in a text of any kind: fenced keys, and not a rule."""
    return found.kind not in ("none", "meta") and bool(_KEY.match(text, found.start))


def title_in(text: str, found: Fence) -> str:
    """Return the title, "" where there is none that a reader without a parser of YAML can tell."""
    content = text[found.start : found.end]
    value = _TITLE.search(content)
    if value is None:
        return ""
    said = value[1].rstrip().removesuffix(",")
    if said[:1] in ("'", '"'):
        return _unquoted(said)
    if found.kind == "yaml":
        said = _COMMENT.sub("", said)
        if _BLOCK.fullmatch(said):
            line = LINE.match(content, value.end() + 1)
            said = line.group() if line else ""
    return said.strip()


def _unquoted(said: str) -> str:
    quote = said[0]
    if quote == '"':
        try:
            return str(json.JSONDecoder().raw_decode(said)[0]).strip()
        except ValueError:
            pass
    end = said.find(quote, 1)
    while end > 0 and quote == "'" and said[end + 1 : end + 2] == "'":
        end = said.find(quote, end + 2)
    return said[1:end].replace("''", "'").strip() if end > 0 else ""


def _fenced(text: str, fence: str, language: str, start: int) -> Fence:
    at = start
    while at < len(text):
        line = LINE.match(text, at)
        if line is None or line.end() == at:
            break
        if line.group().rstrip() in _CLOSING[fence]:
            return Fence(_KINDS.get(language or fence, "other"), start, at, line.end(), fence)
        at = line.end()
    return Fence("open", start, start, 0, fence)


def _object(text: str) -> Fence:
    try:
        value, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return NONE  # a brace alone is not front matter
    line = LINE.match(text, end)
    if not isinstance(value, dict) or line is None or line.group().strip():
        return NONE
    return Fence("json", 0, end, line.end(), "")


def _meta(text: str) -> Fence:
    """Read ``Key: value`` lines up to the first empty one. Prose may look alike, so one key must be known."""
    at, known = 0, False
    while line := LINE.match(text, at):
        if not line.group().strip() or line.end() == at:
            break
        if _PAIR.match(line.group()):
            known = known or line.group().partition(":")[0].strip().lower() in _META_KEYS
        elif not (at and line.group().startswith((" ", "\t"))):
            return NONE
        at = line.end()
    return Fence("meta", 0, at, at, "") if known else NONE
