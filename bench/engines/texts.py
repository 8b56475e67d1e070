"""Makes long texts for measuring: of any length, with natural words, no two sentences alike.

The test articles are cut at 、 and the clauses joined in an order that is the same at every run.
"""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

ARTICLES = Path(__file__).resolve().parents[2] / "tests" / "articles"
DEFAULT = ARTICLES / "news-harbor" / "page.txt"
JAPANESE = re.compile("[ぁ-ん]")
CLAUSE = re.compile(r"[^、。「」（）()\n\t|<>]{4,40}")
CLAUSES_PER_SENTENCE = (2, 3, 4)
SENTENCES_PER_PARAGRAPH = 4
# Characters that the dictionary does not have, so each run of one is a single unknown word.
RUNS = {"run of Ａ": "Ａ", "run of …": "…", "run of 七": "七"}


def clauses() -> tuple[list[str], list[str]]:
    """Return (clauses before a 、, clauses before a 。), in the order of the articles."""
    middles: list[str] = []
    ends: list[str] = []
    for page in sorted(ARTICLES.glob("*/page.txt")):
        text = page.read_text(encoding="utf-8")
        for match in CLAUSE.finditer(text):
            if JAPANESE.search(match[0]):
                {"、": middles, "。": ends}.get(text[match.end() : match.end() + 1], []).append(
                    match[0].strip()
                )
    return middles, ends


def natural(length: int) -> str:
    """Return a text of ``length`` characters with paragraphs of four sentences."""
    random = Random(20310904)  # noqa: S311 - the same text every time is wanted
    middles, ends = clauses()
    parts: list[str] = []
    size = count = 0
    while size < length:
        chosen = [*random.choices(middles, k=random.choice(CLAUSES_PER_SENTENCE)), random.choice(ends)]
        count += 1
        sentence = "、".join(chosen) + ("。\n\n" if count % SENTENCES_PER_PARAGRAPH == 0 else "。")
        parts.append(sentence)
        size += len(sentence)
    return "".join(parts)[:length]


def run(kind: str, length: int) -> str:
    """Return a run of one character that the dictionary does not know."""
    return RUNS[kind] * length


def batch(count: int) -> list[str]:
    """Return ``count`` pages of test articles in turn, each with its own closing line."""
    pages = [path.read_text(encoding="utf-8") for path in sorted(ARTICLES.glob("*/page.txt"))]
    return [f"{pages[number % len(pages)]}\nこれは{number}番目の記事である。\n" for number in range(count)]
