"""The front matter of a document: its keys, and the lines of each key.

``youten.markup.fences`` says where it is. Leaves writing to ``inject``.
"""

from __future__ import annotations

import json
import re
import tomllib
from typing import Any, NamedTuple

from youten.documents.problem import Problem
from youten.markup.fences import LINE, Kind, find, is_head, title_in

__all__ = [
    "LINE",
    "NONE",
    "OWNER",
    "FrontMatter",
    "find",
    "is_head",
    "lines_of",
    "read",
    "strings_at",
    "title_in",
    "toml_key",
]

OWNER = "youten"  # the key of our mark
LONGEST_LIST = 40  # lines of our list; each is parsed together with all before it
# tomllib takes the square of the number of parts.
_DEEP_KEY = re.compile(r"""(?:\A|(?<=[\s\[{,]))(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){100}""")
_OFF = ("false", "off", "no")


class FrontMatter(NamedTuple):
    """The head of a file. Offsets: its content is ``start:end``; the text goes on at ``after``.

    ``keys`` gives each key's value as text, "" where it is a list or a mapping.
    """

    kind: Kind  # "meta": ``Key: value`` lines; "other": a program, whose keys are unknown
    start: int
    end: int
    after: int
    keys: dict[str, str]
    content: str

    @property
    def title(self) -> str:
        """The article's title, "" where there is none."""
        return next((value for name, value in self.keys.items() if name.lower() == "title"), "").strip()

    @property
    def switched_off(self) -> bool:
        """Whether the author switched the box off: ``youten: false``."""
        return self.keys.get(OWNER, "").strip().lower() in _OFF


NONE = FrontMatter("none", 0, 0, 0, {}, "")


def read(text: str, *, html: bool = False) -> FrontMatter:
    """Find the front matter. Raises ``Problem`` ("open_front_matter", "broken_front_matter").

    HTML has none without a fence: ``Key: value`` lines are text there.
    """
    found = find(text, html=html)
    if found.kind == "open":
        raise Problem("open_front_matter", fence=found.fence)
    content = text[found.start : found.end]
    return FrontMatter(found.kind, found.start, found.end, found.after, _keys(found.kind, content), content)


def strings_at(matter: FrontMatter, key: str) -> list[str] | None:
    """Return the list of strings under ``key``; None if it is anything else."""
    if matter.kind == "toml":
        value = _toml(matter.content).get(key)
        strings = isinstance(value, list) and all(isinstance(item, str) for item in value)
        return value if strings else None
    for name, _, node in _yaml_pairs(matter.content):
        if name == key and isinstance(node.value, list) and all(_is_scalar(item) for item in node.value):
            return [item.value for item in node.value]
    return None


def lines_of(matter: FrontMatter, key: str) -> tuple[int, int] | None:
    """Return the lines of a top-level key and its value, as offsets into the document; None: not found."""
    found = _yaml_lines(matter.content, key) if matter.kind == "yaml" else _toml_lines(matter.content, key)
    return (matter.start + found[0], matter.start + found[1]) if found else None


def toml_key(key: str) -> str:
    """Return a key as TOML writes it: bare where it can be."""
    return key if re.fullmatch("[A-Za-z0-9_-]+", key) else json.dumps(key, ensure_ascii=False)


def _keys(kind: Kind, content: str) -> dict[str, str]:
    if kind == "yaml":
        return _yaml_keys(content)
    if kind == "toml":
        return _plain(_toml(content))
    if kind == "json":
        return _json_keys(content)
    return _meta_keys(content) if kind == "meta" else {}


def _yaml_keys(content: str) -> dict[str, str]:
    return {name: value.value if _is_scalar(value) else "" for name, _, value in _yaml_pairs(content)}


def _is_scalar(node: Any) -> bool:
    import yaml

    return isinstance(node, yaml.ScalarNode)


def _yaml_pairs(content: str) -> list[tuple[str, Any, Any]]:
    """Return the top-level (key, key's node, value's node); tags are not resolved, so all are accepted."""
    import yaml

    try:
        root = yaml.compose(content, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        # For an unclosed string, report where it begins.
        unclosed = "quoted" in (getattr(error, "context", None) or "")
        mark = getattr(error, "context_mark" if unclosed else "problem_mark", None)
        what = " ".join(
            str(getattr(error, "problem", None) or getattr(error, "reason", None) or "YAML").split()
        )
        raise Problem("broken_front_matter", line=mark.line + 2 if mark else 1, what=what) from error
    except RecursionError as error:
        raise Problem("broken_front_matter", line=1, what="nested too deeply") from error
    if root is None:
        return []
    if not isinstance(root, yaml.MappingNode):
        raise Problem("broken_front_matter", line=2, what="not a mapping of keys")
    if root.flow_style:
        raise Problem("broken_front_matter", line=2, what="keys in braces")
    return [(str(name.value), name, value) for name, value in root.value]


def _toml(content: str) -> dict[str, Any]:
    if deep := _DEEP_KEY.search(content):
        where = content.count("\n", 0, deep.start()) + 2
        raise Problem("broken_front_matter", line=where, what="a key of more than 100 parts")
    try:
        return tomllib.loads(_with_line_feeds(content))
    except (ValueError, RecursionError) as error:  # ValueError: an integer of too many digits, too
        line = re.search(r"line (\d+)", str(error))
        raise Problem("broken_front_matter", line=int(line[1]) + 1 if line else 1, what=str(error)) from error


def _with_line_feeds(content: str) -> str:
    return content.replace("\r\n", "\n").replace("\r", "\n")


def _plain(values: dict[str, Any]) -> dict[str, str]:
    return {
        name: ("false" if value is False else value if isinstance(value, str) else "")
        for name, value in values.items()
    }


def _json_keys(content: str) -> dict[str, str]:
    if content.lstrip()[:1] not in ("{", "["):
        content = f"{{{content}}}"  # Hexo writes no braces
    try:
        value = json.loads(content)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1) + 1
        raise Problem("broken_front_matter", line=line, what=getattr(error, "msg", "JSON")) from error
    if not isinstance(value, dict):
        raise Problem("broken_front_matter", line=2, what="not a mapping of keys")
    return _plain(value)


def _meta_keys(content: str) -> dict[str, str]:
    keys = {}
    for line in content.splitlines():
        name, colon, value = line.partition(":")
        if colon and not line.startswith((" ", "\t")):
            keys[name.strip().lower()] = value.strip()
    return keys


def _yaml_lines(content: str, key: str) -> tuple[int, int] | None:
    for name, key_node, node in _yaml_pairs(content):
        if name == key:
            # A block sequence ends after the comments behind it; its last item does not.
            last = (
                node.value[-1]
                if isinstance(node.value, list) and node.value and not node.flow_style
                else node
            )
            line = LINE.match(content, last.end_mark.index)
            begin = key_node.start_mark.index
            return begin, line.end() if line else len(content)
    return None


def _toml_lines(content: str, key: str) -> tuple[int, int] | None:
    start = re.search(rf"(?<![^\r\n])[ \t]*{re.escape(toml_key(key))}[ \t]*=", content)
    at = start.start() if start else len(content)
    for _ in range(LONGEST_LIST):
        line = LINE.match(content, at)
        if not start or not line or line.end() == at:
            break
        at = line.end()
        try:
            if key in tomllib.loads(_with_line_feeds(content[start.start() : at])):
                return start.start(), at
        except tomllib.TOMLDecodeError:
            continue  # the value continues in the next line
    return None
