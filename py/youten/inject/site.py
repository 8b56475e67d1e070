"""Find out which site a file belongs to, and what a box needs there.

A site is known by its configuration in a folder above the file, a post of Zenn or Qiita by its own front
matter. What the caller names himself always counts more. Source: the documentation of each generator.
"""

from __future__ import annotations

import json
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from youten.inject.model import Into, Place, Settings

_SCRIPTS = (".js", ".ts", ".mjs", ".cjs", ".mts")
# Generator -> the files that only it has. Those with an ambiguous name are looked into below.
_NAMES = {
    "Hugo": ("hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config/_default/hugo.toml"),
    "MkDocs": ("mkdocs.yml", "mkdocs.yaml"),
    "Docusaurus": tuple(f"docusaurus.config{ending}" for ending in _SCRIPTS),
    "Astro": tuple(f"astro.config{ending}" for ending in _SCRIPTS),
    "VitePress": tuple(f".vitepress/config{ending}" for ending in _SCRIPTS),
    "Eleventy": (".eleventy.js", *(f"eleventy.config{ending}" for ending in _SCRIPTS)),
    "Qiita": ("qiita.config.json",),
}
_HUGO_OLD = ("config.toml", "config/_default/config.toml")
_SHARED = "_config.yml"  # Jekyll's and Hexo's
_HEAD = 2000  # characters of a post in which its service shows
_ZENN = re.compile(r"---\s*\n(?=(?:.*\n)*?emoji:)(?=(?:.*\n)*?topics:)")
_QIITA = re.compile(r"---\s*\n(?=(?:.*\n)*?(?:organization_url_name|ignorePublish):)")
_DESCRIPTION = 240  # characters: Hexo's open_graph() takes 200; we count some notation that it does not show
_DEEPEST = 12  # folders above a file


class Site(NamedTuple):
    """A site and its choices; "" and "auto" stand for none."""

    name: str  # of its generator or service
    file: str  # that says so, as seen from the site's folder
    why: str  # code of the message that explains the choice
    into: Into = "auto"
    key: str = ""
    format: str = ""
    place: Place = "top"
    lead: int = 0
    separator: str = ""


def site_of(path: Path) -> Site | None:
    """Return the site of a file, None if it is not known."""
    return _of_post(path) or _of_folder(path.resolve().parent)


def adapted(settings: Settings, site: Site | None, named: frozenset[str]) -> Settings:
    """Return the settings with the site's choices, except for the fields that the caller has ``named``."""
    if site is None:
        return settings
    chosen = {name: getattr(site, name) for name in ("into", "key", "format", "place", "lead", "separator")}
    if "into" in named and settings.into == "block":
        chosen.pop("key")
    if site.name == "Docusaurus":  # React refuses a style that is a string
        settings = settings._replace(style=False)
    return settings._replace(**{k: v for k, v in chosen.items() if v and k not in named})


def _of_post(path: Path) -> Site | None:
    try:
        with path.open(encoding="utf-8-sig", errors="replace") as file:
            head = file.read(_HEAD)
    except (OSError, ValueError):
        return None
    if _ZENN.match(head):
        return Site("Zenn", path.name, "site_notation", "block", format="zenn")
    if _QIITA.match(head):
        return Site("Qiita", path.name, "site_notation", "block", format="qiita")
    return None


@cache
def _of_folder(folder: Path) -> Site | None:
    """Look in a folder and those above it, up to the one that git has."""
    for above in (folder, *folder.parents)[:_DEEPEST]:
        for name, files in _NAMES.items():
            file = next((file for file in files if (above / file).is_file()), None)
            if file:
                return _site(name, file)
        shared = _jekyll_or_hexo(above)
        if shared:
            return shared
        for file in _HUGO_OLD:
            if "baseURL" in _values(above / file):
                return _site("Hugo", file)
        if (above / ".git").exists():
            break
    return None


def _site(name: str, file: str) -> Site:
    if name == "Hugo":  # drops HTML in a text, and takes a text's beginning for its summary
        return Site(name, file, "site_front_matter", "front-matter", key="ai_summary")
    if name == "Docusaurus":  # the first line becomes the description
        return Site(name, file, "site_excerpt", "auto", place="lead")
    if name == "Qiita":
        return Site(name, file, "site_notation", "block", format="qiita")
    return Site(name, file, "site_top")


def _jekyll_or_hexo(folder: Path) -> Site | None:
    if not (folder / _SHARED).is_file():
        return None
    package = _values(folder / "package.json")
    if (folder / "scaffolds").is_dir() or "hexo" in (package.get("dependencies") or package):
        return Site("Hexo", _SHARED, "site_description", place="lead", lead=_DESCRIPTION)
    separator = _values(folder / _SHARED).get("excerpt_separator", "")
    own = (separator.strip() if isinstance(separator, str) else "") or "\n\n"
    return Site("Jekyll", _SHARED, "site_excerpt", place="lead", separator=own)


def _values(file: Path) -> dict[str, Any]:
    """Return what a configuration holds; {} where there is none that can be read."""
    import yaml

    try:
        text = file.read_text("utf-8-sig")
        values = (
            tomllib.loads(text)
            if file.suffix == ".toml"
            else json.loads(text)
            if file.suffix == ".json"
            else yaml.safe_load(text)
        )
    except (OSError, ValueError, RecursionError, yaml.YAMLError):
        return {}
    return values if isinstance(values, dict) else {}
