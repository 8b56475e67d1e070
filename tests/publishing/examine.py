"""What ``youten inject`` did to a site, counted by means of its own: nothing here is youten's."""

from __future__ import annotations

import html
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

from tests.publishing.posts import Post
from tests.subsequence import is_subsequence

# A box as bytes, whatever its line ends: a block with the empty line behind it, or two keys of TOML.
_BLOCK = re.compile(rb"<!-- youten:begin [^\n]*-->\r?\n(.*?)<!-- youten:end -->\r?\n\r?\n", re.DOTALL)
_KEYS = re.compile(rb'ai_summary = \[\r?\n((?:  "[^\n]*",\r?\n)*)\]\r?\nyouten = "[^\n]*"\r?\n')
_ITEM = re.compile(r"<li>(.*?)</li>|^- (.*)$|^  (\".*\"),$", re.MULTILINE)
_MARKUP = re.compile(r"\]\(|[{}$`~|]|==|\^\^|\+\+|:[a-z-]+:|\[[\[^]|\*\*|<[a-z/!]|https?:")
EDIT = "\n\nこれはあとから書き足した一文で、市の担当者が説明した。\n".encode()

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def examine(site: Path, posts: list[Post], run: Run) -> dict[str, list[str]]:
    """Write, write again, check, edit, check, remove; return finding -> the posts (or lines) with it.

    ``run`` runs ``youten inject`` with its arguments in the site's folder.
    """
    found: dict[str, list[str]] = {}

    def note(finding: str, what: str, *, wrong: bool) -> None:
        found.setdefault(finding, []).extend([what] if wrong else [])

    run(".")
    written = _bytes(site, posts)
    for post in posts:
        data = written[post.path]
        boxes = _BLOCK.findall(data) + _KEYS.findall(data)
        note("without one box", post.path, wrong=len(boxes) != 1)
        note("changed beyond the box", post.path, wrong=_KEYS.sub(b"", _BLOCK.sub(b"", data)) != post.data)
        for line in _lines(boxes):
            note("lines with markup", f"{post.path}: {line}", wrong=bool(_MARKUP.search(line)))
            whole = any(is_subsequence(line, sentence) for sentence in post.sentences)
            note("lines of no one sentence", f"{post.path}: {line}", wrong=not whole)
    run(".")
    again = _bytes(site, posts)
    checked = run("--check", ".")
    for post in posts:
        note("changed by a second run", post.path, wrong=again[post.path] != written[post.path])
        note("wrong in a check", post.path, wrong=post.path in checked.stdout)
        (site / post.path).write_bytes(again[post.path] + EDIT)
    checked = run("--check", ".")
    run("--remove", ".")
    for post in posts:
        note("edited and not found", post.path, wrong=post.path not in checked.stdout)
        data = (site / post.path).read_bytes().removesuffix(EDIT)
        note("not restored", post.path, wrong=data != post.data)
    return found


def _bytes(site: Path, posts: list[Post]) -> dict[str, bytes]:
    return {post.path: (site / post.path).read_bytes() for post in posts}


def _lines(boxes: list[bytes]) -> list[str]:
    """Return the lines of the boxes as a reader sees them."""
    lines = []
    for box in boxes:
        for item in _ITEM.findall(box.decode("utf-8").replace("\r\n", "\n")):
            text = html.unescape(next(filter(None, item), ""))
            lines.append(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text.strip('"')))
    return lines
