"""Evaluation articles: JSON Lines ``{id, set, title, text, reference: [sentence, ...]}``, one file per set.

The folder is an argument; none of its texts are in the repository.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

SETS = ("bbc_ai", "bbc_ref", "blog", "wnews_head", "wnews_lead")
# The protocol's limits: blog posts are many and long.
BLOG_ARTICLES = 130
BLOG_CHARS = 12_000
# Sets of one source share articles: a setting fitted on one must not be measured on the other.
SOURCES = {"bbc_ai": "bbc", "bbc_ref": "bbc", "blog": "blog", "wnews_head": "wnews", "wnews_lead": "wnews"}


class Item(NamedTuple):
    """One article and its reference summary."""

    id: str
    title: str  # "" if it is the reference and therefore withheld
    text: str
    reference: tuple[str, ...]


def load(folder: Path, limit: int | None = None) -> dict[str, list[Item]]:
    """Read the five sets: name -> articles in order of id, at most ``limit`` of each."""
    sets: dict[str, list[Item]] = {}
    for name in SETS:
        rows = [json.loads(line) for line in (folder / f"{name}.jsonl").read_text("utf-8").splitlines()]
        items = sorted(Item(r["id"], r["title"], r["text"], tuple(r["reference"])) for r in rows)
        if name == "blog":
            items = [item for item in items if len(item.text) <= BLOG_CHARS][:BLOG_ARTICLES]
        sets[name] = items[:limit]
    return sets


def load_seed(folder: Path) -> Item:
    """Read the article that comes with its newspaper's own box."""
    r = json.loads((folder / "seed.jsonl").read_text("utf-8").splitlines()[0])
    return Item(r["id"], r["title"], r["text"], tuple(r["reference"]))
