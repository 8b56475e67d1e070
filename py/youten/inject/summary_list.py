"""The summary as a list of sentences in a document's front matter.

Only the lines of our own keys are written. Afterwards the result is parsed again, and all other keys have to
be there as before.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from youten.documents.front_matter import LINE, OWNER, FrontMatter, lines_of, read, strings_at, toml_key
from youten.documents.problem import Problem
from youten.inject.decision import FoundBox, text_digest
from youten.inject.model import Edit, apply
from youten.output import Origin

_WITHOUT_LISTS = {"json": "JSON", "meta": "Key: value", "other": "JavaScript"}
_MARK = re.compile(r"(\S+) (sha256:[0-9a-f]{16}) (sha256:[0-9a-f]{16})")


def found_box(matter: FrontMatter, key: str) -> FoundBox | None:
    """Return our list in the front matter, or None. Raises ``Problem`` if ``key`` is not ours."""
    mark = _MARK.fullmatch(matter.keys.get(OWNER, ""))
    if key not in matter.keys:
        if mark:
            raise Problem("list_missing", key=key)
        return None
    if not mark:
        raise Problem("key_taken", key=key)
    values = _strings(matter, key)
    return FoundBox(mark[2], mark[1], mark[3], text_digest("\n".join(values)))


def written(
    text: str, matter: FrontMatter, key: str, lines: Sequence[str], origin: Origin, end: str
) -> tuple[Edit, ...]:
    """Return the edits that put ``lines`` under ``key``, or without lines delete our list.

    ``end`` is the file's line end. Raises ``Problem`` where the front matter cannot hold a list.
    """
    if matter.kind in _WITHOUT_LISTS:
        raise Problem("no_lists_here", kind=_WITHOUT_LISTS[matter.kind])
    new = _entries(matter.kind, key, lines, origin, end)
    spans = [_lines(matter, name) for name in (key, OWNER)] if OWNER in matter.keys else []
    edits: tuple[Edit, ...]
    if not lines and spans and set(matter.keys) == {key, OWNER} and spans[1] < spans[0]:
        blank = LINE.match(text, matter.after)
        edits = (Edit(0, blank.end() if blank and not blank.group().strip() else matter.after, ""),)
    elif spans:
        edits = tuple(sorted(Edit(a, b, part) for (a, b), part in zip(spans, new, strict=True)))
    elif matter.kind == "none":
        # Our mark first means that the whole front matter is ours, and is deleted with the list.
        edits = (Edit(0, 0, end.join(("---", new[1] + new[0] + "---", "", ""))),)
    else:
        # A TOML table reaches to the next header, so a top-level key has to stand before the first table.
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
        return f"{toml_key(key)} = [{end}{items}]{end}", f"{OWNER} = {mark}{end}"
    items = "".join(f"  - {quoted(line)}{end}" for line in lines)
    return f"{key}:{end}{items}", f"{OWNER}: {mark}{end}"


def quoted(text: str) -> str:
    """Return a string in a notation that JSON, TOML and YAML read alike."""
    escaped = json.dumps(text, ensure_ascii=False)
    return "".join(
        c if c.isprintable() or c == "\u3000" else "".join(f"\\u{unit:04x}" for unit in _units(c))
        for c in escaped
    )


def _units(character: str) -> tuple[int, ...]:
    data = character.encode("utf-16-be", "surrogatepass")
    return tuple(int.from_bytes(data[i : i + 2], "big") for i in range(0, len(data), 2))


def _strings(matter: FrontMatter, key: str) -> list[str]:
    """Return the strings of our list. Raises ``Problem`` if there is anything else."""
    found = strings_at(matter, key)
    if found is None:
        raise Problem("edited_box")
    return found


def _lines(matter: FrontMatter, key: str) -> tuple[int, int]:
    found = lines_of(matter, key)
    if found is None:
        raise Problem("edited_box")
    return found


def _verify(before: FrontMatter, after: FrontMatter, key: str, lines: Sequence[str]) -> None:
    """Raise ``Problem`` if an edit changed anything else (a safeguard)."""
    ours = (key, OWNER)
    kept = [{k: v for k, v in matter.keys.items() if k not in ours} for matter in (before, after)]
    if (
        kept[0] != kept[1]
        or (lines and strings_at(after, key) != list(lines))
        or (not lines and key in after.keys)
    ):
        raise Problem("front_matter_refused")
