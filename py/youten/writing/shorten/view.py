"""A sentence for shortening: bunsetsu with their forms, and places where a cut may begin or end.

A *form* describes the end of a bunsetsu, so that similar ones can be compared: its kind of content word, its
particles or inflection, its comma. ``spans`` decides what may be cut.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from youten.model import Morpheme
from youten.syntax import Bunsetsu, parse

MARKS = "記号"
OPENING, CLOSING = "「『（(【［[〈《“", "」』）)】］]〉》”"


class Chunk(NamedTuple):
    """The properties of one bunsetsu."""

    start: int  # offset into the sentence's text
    end: int
    # N noun, P pronoun, T time or number, V verb, A adjective, C noun with だ, R この, D adverb, J connective
    family: str
    form: str  # particles or inflection, with 、 where a comma follows
    word: str  # base form of the content word
    stem: int  # offset past its content part; what follows is particles and auxiliaries
    head: int  # index of the bunsetsu it depends on; -1 for the last
    p: float  # how likely that head is right, 0..1
    depth: int  # open brackets before it
    verbal: bool  # a noun that is a predicate's stem (決意, 発表)


class View(NamedTuple):
    """A sentence with its bunsetsu."""

    text: str
    morphemes: Sequence[Morpheme]
    chunks: tuple[Chunk, ...]
    tree: Sequence[Bunsetsu]


def view(text: str, morphemes: Sequence[Morpheme]) -> View:
    """Parse a sentence and describe its bunsetsu."""
    tree = parse(text, morphemes)
    chunks, depth = [], 0
    for bunsetsu in tree:
        words = [morphemes[i] for i in range(bunsetsu.first, bunsetsu.last + 1)]
        chunks.append(_chunk(text, bunsetsu, words, morphemes[bunsetsu.core], depth))
        piece = text[bunsetsu.start : bunsetsu.end]
        depth = max(0, depth + sum(c in OPENING for c in piece) - sum(c in CLOSING for c in piece))
    return View(text, morphemes, tuple(chunks), tuple(tree))


def _chunk(text: str, bunsetsu: Bunsetsu, words: Sequence[Morpheme], core: Morpheme, depth: int) -> Chunk:
    piece = text[bunsetsu.start : bunsetsu.end]
    function = [m for m in words if m.start >= core.end and not m.pos.startswith(MARKS)]
    family = _family(core, function)
    comma = "、" if piece.rstrip(" 　").endswith(("、", "，", "，", ",")) else ""
    word = core.base_form if core.base_form != "*" else core.surface
    return Chunk(
        bunsetsu.start,
        bunsetsu.end,
        family,
        _form(core, function) + comma,
        word,
        core.end,
        bunsetsu.head,
        bunsetsu.p,
        depth,
        core.pos.startswith("名詞,サ変接続"),
    )


def _family(core: Morpheme, function: Sequence[Morpheme]) -> str:
    kind, detail = core.pos.split(",")[:2]
    if kind == "名詞":
        if function and function[0].pos.startswith("動詞"):
            return "V"
        if function and function[0].base_form in ("だ", "です", "である"):
            return "C"
        if detail in ("数", "副詞可能") or core.surface in ("年", "月", "日", "時", "分", "人", "円"):
            return "T"
        return "P" if detail == "代名詞" else "N"
    return {"動詞": "V", "形容詞": "A", "副詞": "D", "接続詞": "J", "連体詞": "R", "助動詞": "C"}.get(
        kind, "N"
    )


def _form(core: Morpheme, function: Sequence[Morpheme]) -> str:
    particles: list[str] = []
    for m in reversed(function):
        if not m.pos.startswith("助詞"):
            break
        particles.append(m.surface)
    if particles:
        return "".join(reversed(particles))
    last = function[-1] if function else core
    if last.pos.startswith(("動詞", "形容詞", "助動詞")):
        return last.infl_form[:2] + (last.base_form if last.pos.startswith("助動詞") else "")
    return last.surface if last is not core and len(last.surface) <= 2 else ""
