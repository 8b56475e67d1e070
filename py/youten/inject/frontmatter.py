"""The data at the head of a Markdown file: finding it, and keeping a list of sentences in it.

Source: the YAML and TOML front matter of Jekyll and Hugo, the ``Key: value`` lines of MultiMarkdown, which
Pelican and MkDocs know. Only the lines of our own keys are ever written; afterwards the result is parsed
again, and all other keys have to be there as before.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

from youten.inject.boxes import FoundBox, text_digest
from youten.inject.model import Edit, Problem, apply
from youten.output import Origin

OWNER = "youten"  # the key that says whose list it is
_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|$)")
_MARK = re.compile(r"(\S+) (sha256:[0-9a-f]{16}) (sha256:[0-9a-f]{16})")
_PAIR = re.compile(r"[A-Za-z][A-Za-z0-9_ -]{0,40}:(?:[ \t]|$)")
_META_KEYS = frozenset(
    [
        "title",
        "date",
        "modified",
        "author",
        "authors",
        "category",
        "tags",
        "slug",
        "summary",
        "description",
        "template",
        "status",
        "lang",
        "layout",
    ]
)
_OFF = ("false", "off", "no")


class FrontMatter(NamedTuple):
    """The head of a file. Offsets: its content is ``start:end``; the text goes on at ``after``.

    ``keys`` gives each key's value as text, "" where it is not a plain one.
    """

    kind: Literal["none", "yaml", "toml", "json", "meta"]
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
        """Whether the author wants no box here: ``youten: false``."""
        return self.keys.get(OWNER, "").strip().lower() in _OFF


def read(text: str) -> FrontMatter:
    """Find the front matter. Raises ``Problem`` ("open_front_matter", "broken_front_matter")."""
    first = _LINE.match(text)
    opening = first.group().rstrip() if first else ""
    if opening in _FENCES:
        return _fenced(text, opening)
    if opening == "{":
        return _json(text)
    return _meta(text)


def found_box(matter: FrontMatter, key: str) -> FoundBox | None:
    """Give our list in the front matter, or None. Raises ``Problem`` where ``key`` is somebody else's."""
    mark = _MARK.fullmatch(matter.keys.get(OWNER, ""))
    if key not in matter.keys:
        if mark:
            raise Problem("list_missing", key=key)
        return None
    if not mark:
        raise Problem("key_taken", key=key)
    values = _values(matter, key)
    return FoundBox(mark[2], mark[1], mark[3], text_digest("\n".join(values)))


def written(
    text: str, matter: FrontMatter, key: str, lines: Sequence[str], origin: Origin, end: str
) -> tuple[Edit, ...]:
    """Give the edits that put ``lines`` under ``key``, or with no lines take our list out.

    ``end`` is the file's line end. Raises ``Problem`` where the front matter cannot hold a list.
    """
    if matter.kind in ("json", "meta"):
        raise Problem("no_lists_here", kind={"json": "JSON", "meta": "Key: value"}[matter.kind])
    new = _entries(matter.kind, key, lines, origin, end)
    spans = [_span(matter, name) for name in (key, OWNER)] if OWNER in matter.keys else []
    edits: tuple[Edit, ...]
    if not lines and spans and set(matter.keys) == {key, OWNER} and spans[1] < spans[0]:
        blank = _LINE.match(text, matter.after)
        edits = (Edit(0, blank.end() if blank and not blank.group().strip() else matter.after, ""),)
    elif spans:
        edits = tuple(sorted(Edit(a, b, part) for (a, b), part in zip(spans, new, strict=True)))
    elif matter.kind == "none":
        # The mark comes first here: this says that the whole front matter is ours, and may go with the list.
        edits = (Edit(0, 0, end.join(("---", new[1] + new[0] + "---", "", ""))),)
    else:
        # TOML's tables reach to the next header, so a plain key has to stand before the first of them.
        at = matter.start if matter.kind == "toml" else matter.end
        edits = (Edit(at, at, "".join(new)),)
    _verify(matter, read(apply(text, edits)), key, lines)
    return edits


def _entries(kind: str, key: str, lines: Sequence[str], origin: Origin, end: str) -> tuple[str, str]:
    if not lines:
        return "", ""
    mark = quoted(f"{origin.version} {origin.source} {text_digest(chr(10).join(lines))}")
    if kind == "toml":
        items = "".join(f"  {quoted(line)},{end}" for line in lines)
        return f"{_toml_key(key)} = [{end}{items}]{end}", f"{OWNER} = {mark}{end}"
    items = "".join(f"  - {quoted(line)}{end}" for line in lines)
    return f"{key}:{end}{items}", f"{OWNER}: {mark}{end}"


def quoted(text: str) -> str:
    """Give a string as JSON, TOML and YAML all read it."""
    escaped = json.dumps(text, ensure_ascii=False)
    return "".join(
        c if c.isprintable() or c == "\u3000" else "".join(f"\\u{unit:04x}" for unit in _units(c))
        for c in escaped
    )


def _units(character: str) -> tuple[int, ...]:
    data = character.encode("utf-16-be", "surrogatepass")
    return tuple(int.from_bytes(data[i : i + 2], "big") for i in range(0, len(data), 2))


def _toml_key(key: str) -> str:
    return key if re.fullmatch("[A-Za-z0-9_-]+", key) else quoted(key)


def _fenced(text: str, opening: str) -> FrontMatter:
    first = _LINE.match(text)
    at = start = first.end() if first else 0
    while at < len(text):
        line = _LINE.match(text, at)
        if line is None or line.end() == at:
            break
        if line.group().rstrip() in _FENCES[opening]:
            content = text[start:at]
            kind: Literal["yaml", "toml"] = "yaml" if opening == "---" else "toml"
            keys = _yaml_keys(content) if kind == "yaml" else _toml_keys(content)
            return FrontMatter(kind, start, at, line.end(), keys, content)
        at = line.end()
    raise Problem("open_front_matter", fence=opening)


def _yaml_keys(content: str) -> dict[str, str]:
    return {name: value.value if _is_scalar(value) else "" for name, _, value in _yaml_pairs(content)}


def _is_scalar(node: Any) -> bool:
    import yaml

    return isinstance(node, yaml.ScalarNode)


def _yaml_pairs(content: str) -> list[tuple[str, Any, Any]]:
    """Give the top-level (key, key's node, value's node); tags are not resolved, so any are welcome."""
    import yaml

    try:
        root = yaml.compose(content, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        # Of a string that is not closed, what helps is where it begins.
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
    try:
        return tomllib.loads(content.replace("\r\n", "\n").replace("\r", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        line = re.search(r"line (\d+)", str(error))
        raise Problem("broken_front_matter", line=int(line[1]) + 1 if line else 1, what=str(error)) from error


def _toml_keys(content: str) -> dict[str, str]:
    return {
        name: ("false" if value is False else value if isinstance(value, str) else "")
        for name, value in _toml(content).items()
    }


def _json(text: str) -> FrontMatter:
    try:
        value, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return FrontMatter("none", 0, 0, 0, {}, "")  # a brace is no sign of front matter by itself
    line = _LINE.match(text, end)
    if not isinstance(value, dict) or line is None or line.group().strip():
        return FrontMatter("none", 0, 0, 0, {}, "")
    keys = {name: ("false" if v is False else v if isinstance(v, str) else "") for name, v in value.items()}
    return FrontMatter("json", 0, end, line.end(), keys, text[:end])


def _meta(text: str) -> FrontMatter:
    """``Key: value`` lines up to the first empty one; prose may begin so, hence one key must be known."""
    at, keys, known = 0, {}, False
    while line := _LINE.match(text, at):
        if not line.group().strip() or line.end() == at:
            break
        name = line.group().partition(":")[0].strip().lower()
        if _PAIR.match(line.group()):
            keys[name] = line.group().partition(":")[2].strip()
            known = known or name in _META_KEYS
        elif not (keys and line.group().startswith((" ", "\t"))):
            return FrontMatter("none", 0, 0, 0, {}, "")
        at = line.end()
    if not known:
        return FrontMatter("none", 0, 0, 0, {}, "")
    return FrontMatter("meta", 0, at, at, keys, text[:at])


def _values(matter: FrontMatter, key: str) -> list[str]:
    """Give our list's strings; anything else that stands there now was not written by us."""
    if matter.kind == "toml":
        value = _toml(matter.content).get(key)
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return value
        raise Problem("edited_box")
    for name, _, node in _yaml_pairs(matter.content):
        if name == key and isinstance(node.value, list) and all(_is_scalar(item) for item in node.value):
            return [item.value for item in node.value]
    raise Problem("edited_box")


def _span(matter: FrontMatter, key: str) -> tuple[int, int]:
    """Give the lines of a key of ours, as offsets into the file."""
    found = _yaml_span(matter.content, key) if matter.kind == "yaml" else _toml_span(matter.content, key)
    return matter.start + found[0], matter.start + found[1]


def _yaml_span(content: str, key: str) -> tuple[int, int]:
    for name, key_node, node in _yaml_pairs(content):
        if name == key:
            # A block sequence's own end mark lies behind the comments after it; its last item's does not.
            last = (
                node.value[-1]
                if isinstance(node.value, list) and node.value and not node.flow_style
                else node
            )
            line = _LINE.match(content, last.end_mark.index)
            begin = key_node.start_mark.index
            return begin, line.end() if line else len(content)
    raise Problem("edited_box")


def _toml_span(content: str, key: str) -> tuple[int, int]:
    name = re.compile(rf"(?m)^[ \t]*{re.escape(_toml_key(key))}[ \t]*=")
    start = name.search(content)
    if start:
        at = start.start()
        while (line := _LINE.match(content, at)) and line.end() > at:
            at = line.end()
            try:
                if key in tomllib.loads(
                    content[start.start() : at].replace("\r\n", "\n").replace("\r", "\n")
                ):
                    return start.start(), at
            except tomllib.TOMLDecodeError:
                continue
    raise Problem("edited_box")


def _verify(before: FrontMatter, after: FrontMatter, key: str, lines: Sequence[str]) -> None:
    """Refuse an edit that would have changed anything else; it should never come to that."""
    ours = (key, OWNER)
    kept = [{k: v for k, v in matter.keys.items() if k not in ours} for matter in (before, after)]
    if (
        kept[0] != kept[1]
        or (lines and _values(after, key) != list(lines))
        or (not lines and key in after.keys)
    ):
        raise Problem("front_matter_refused")
