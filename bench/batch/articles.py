"""Generates as many different articles as needed, with natural words, for measurements.

Clauses of the test articles are joined in new combinations. Article ``number`` is the same at every run.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

from engines.texts import CLAUSES_PER_SENTENCE, SENTENCES_PER_PARAGRAPH, clauses

CHARACTERS = 800  # a news article


@cache
def _clauses() -> tuple[list[str], list[str]]:
    return clauses()


def article(number: int, characters: int = CHARACTERS) -> str:
    """Return an article of about ``characters`` with a headline and paragraphs."""
    random = Random(number)  # noqa: S311 - the same article every time is wanted
    middles, ends = _clauses()
    parts = [random.choice(ends), "\n\n"]
    size, count = len(parts[0]), 0
    while size < characters:
        chosen = [*random.choices(middles, k=random.choice(CLAUSES_PER_SENTENCE)), random.choice(ends)]
        count += 1
        parts.append("、".join(chosen) + ("。\n\n" if count % SENTENCES_PER_PARAGRAPH == 0 else "。"))
        size += len(parts[-1])
    return "".join(parts)


def page(number: int, characters: int = CHARACTERS) -> str:
    """Return the same article as an HTML page of some 19 kB with navigation, style and related articles."""
    head, *paragraphs = article(number, characters).strip().split("\n\n")
    menu = "".join(
        f'<li class="item"><a href="/{i}/{number}" data-track="menu:{i}">分野{i}</a></li>\n'
        for i in range(60)
    )
    related = "".join(
        f'<li><a href="/{number + i}">{article(number + i + 10_000_000, 20).strip()[:30]}</a></li>\n'
        for i in range(20)
    )
    style = "<style>" + ".c { color: #333; margin: 0 auto }\n" * 200 + "</style>"
    body = "".join(f"<p>{paragraph}</p>\n" for paragraph in paragraphs)
    return (
        f"<!doctype html><html><head><title>{head}</title>{style}"
        f"<script>var a = '{'x' * 3000}'</script></head>"
        f"<body><nav><ul>{menu}</ul></nav><article><h1>{head}</h1>{body}</article>"
        f"<aside><h2>関連記事</h2><ul>{related}</ul></aside></body></html>"
    )


MAKERS: dict[str, Callable[[int, int], str]] = {"text": article, "page": page}


def line(number: int, characters: int = CHARACTERS, kind: str = "text") -> bytes:
    """Return article ``number`` as a line of JSON; ``kind`` is "text" or "page"."""
    record = {"id": number, "text": MAKERS[kind](number, characters)}
    return json.dumps(record, ensure_ascii=False).encode() + b"\n"


def write(path: Path, count: int, characters: int = CHARACTERS) -> Path:
    """Write ``count`` articles to a file."""
    with path.open("wb") as file:
        file.writelines(line(number, characters) for number in range(count))
    return path


def write_bytes(path: Path, size: int, kind: str) -> int:
    """Write articles until the file has ``size`` bytes; return their number."""
    number = written = 0
    with path.open("wb") as file:
        while written < size:
            written += file.write(line(number, kind=kind))
            number += 1
    return number
