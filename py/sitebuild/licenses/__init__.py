"""The licences of everything that the site ships: the page that lists them, the check that none is missing.

``licenses/components.json`` is the reviewed list, ``licenses/texts`` holds the terms in full, as published by
each project. ``checks`` refuses a site with a file that no notice covers.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from html import escape
from typing import NotRequired, TypedDict

from sitebuild.paths import LICENSES

PLACEHOLDER = "<!-- components -->"
TEXTS = "texts"


class Note(TypedDict):
    """One remark in the page's two languages."""

    ja: str
    en: str


class Component(TypedDict):
    """One work that is shipped, and where it is.

    ``license`` is an SPDX expression, ``text`` names files of ``licenses/texts``, and ``files`` are glob
    patterns: of paths below ``r/<hash>/``, or of paths below the site's root where they begin with a slash.
    ``*`` stands for anything but a slash. ``npm`` is the package of that name, where the name is another.
    """

    name: str
    npm: NotRequired[str]
    version: NotRequired[str]
    license: str
    home: NotRequired[str]
    source: NotRequired[str]
    text: list[str]
    files: list[str]
    note: NotRequired[Note]


def components() -> list[Component]:
    """Return the reviewed list, in the order of the page."""
    loaded: list[Component] = json.loads((LICENSES / "components.json").read_text(encoding="utf-8"))
    return loaded


def _row(ja: str, en: str, values: Iterable[str]) -> str:
    """Return one term with its descriptions, which are already HTML."""
    described = "".join(f"<dd>{value}</dd>" for value in values)
    return f'<dt>{ja} <span lang="en">{en}</span></dt>{described}'


def _link(address: str, text: str) -> str:
    return f'<a href="{escape(address)}">{escape(text)}</a>'


def _item(component: Component) -> str:
    """Return one component as a list item."""
    name, version = escape(component["name"]), component.get("version")
    rows = [
        _row("ライセンス", "Licence", [f"<code>{escape(component['license'])}</code>"]),
        _row("全文", "Full text", [" ".join(_link(f"{TEXTS}/{text}", text) for text in component["text"])]),
    ]
    if "home" in component:
        rows.append(_row("配布元", "Home", [_link(component["home"], component["home"])]))
    if "source" in component:
        rows.append(_row("ソース", "Source", [_link(component["source"], component["source"])]))
    files = (f"<code>{escape(pattern.lstrip('/'))}</code>" for pattern in component["files"])
    rows.append(_row("ファイル", "Files", [" ".join(files)]))
    lines = [
        f"<h2>{name} <span>{escape(version)}</span></h2>" if version else f"<h2>{name}</h2>",
        "<dl>",
        *rows,
        "</dl>",
    ]
    if "note" in component:
        note = component["note"]
        lines += [f"<p>{escape(note['ja'])}</p>", f'<p lang="en">{escape(note["en"])}</p>']
    return "<li>\n" + "\n".join(lines) + "\n</li>"


def page(listed: Sequence[Component]) -> str:
    """Return the HTML page that lists ``listed``."""
    template = (LICENSES / "index.html").read_text(encoding="utf-8")
    return template.replace(PLACEHOLDER, "\n".join(map(_item, listed)))


def site_files() -> dict[str, bytes]:
    """Return path below ``dist/licenses/`` -> bytes; the same at every build."""
    listed = components()
    texts = sorted({text for component in listed for text in component["text"]})
    return {
        "index.html": page(listed).encode(),
        "licenses.css": (LICENSES / "licenses.css").read_bytes(),
        **{f"{TEXTS}/{text}": (LICENSES / TEXTS / text).read_bytes() for text in texts},
    }


def _address(path: str) -> str:
    """Convert ``r/<hash>/a/b`` to ``a/b``; put a slash before any other path, as in ``Component.files``."""
    parts = path.split("/", 2)
    return parts[2] if parts[0] == "r" and len(parts) == 3 else f"/{path}"


def covers(pattern: str, path: str) -> bool:
    """Return whether a component's pattern matches the file at ``path``, relative to the site's root."""
    wanted, found = pattern.split("/"), _address(path).split("/")
    return len(wanted) == len(found) and all(map(fnmatchcase, found, wanted))


def covered_by(component: Component, path: str) -> bool:
    """Return whether ``component`` is in the file at ``path``, relative to the site's root."""
    return any(covers(pattern, path) for pattern in component["files"])


def uncovered(paths: Iterable[str]) -> list[str]:
    """Return those of ``paths``, relative to the site's root, that no component covers, in order."""
    listed = components()
    return sorted(path for path in paths if not any(covered_by(one, path) for one in listed))


def idle(paths: Iterable[str]) -> list[str]:
    """Return the patterns, with the component's name, that match none of ``paths``."""
    known = list(paths)
    return [
        f"{component['name']}: {pattern}"
        for component in components()
        for pattern in component["files"]
        if not any(covers(pattern, path) for path in known)
    ]
