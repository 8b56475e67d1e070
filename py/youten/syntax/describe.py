"""Describes a bunsetsu as a dependent, a head and a neighbour, by hashes that ``heads`` combines."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

from youten.model import Morpheme
from youten.syntax.hashing import Hashes

BITS = 20
HASH = Hashes(BITS)
SYMBOL = "記号"
CASES = "はがをにでともの"
COMMAS = ("、", "，", ",")
# Parts of speech that follow the content part of a bunsetsu.
FUNCTION = ("助詞", "助動詞", "動詞,非自立", "動詞,接尾", "形容詞,非自立", "形容詞,接尾", "名詞,接尾")
VERB, ADJECTIVE, COPULA, NOUN = "V", "A", "C", "N"
PREDICATES = frozenset((VERB, ADJECTIVE, COPULA))


class Marks(NamedTuple):
    """The symbols of a bunsetsu."""

    comma: bool
    stop: bool
    opens: int  # brackets
    closes: int


class Form(NamedTuple):
    """A bunsetsu as strings."""

    core: int  # index of the last morpheme of the content part
    pos: str  # of the core, two parts
    word: str  # base form of the core
    last: str  # last character of the content part, suffixes included
    func: str  # the function words after the content part
    aux: str  # base forms of the auxiliaries in it
    kind: str  # how it attaches: its last particle or inflection
    family: str  # what it is: one of the four above, or a part of speech


class Around(NamedTuple):
    """Hashes of a bunsetsu as another one near a dependent and a candidate."""

    child: int  # of the candidate
    child_word: int
    governor: int  # of the candidate
    governor_word: int
    left: int  # before the dependent
    right: int  # after the dependent
    before: int  # before the candidate
    after: int  # after the candidate


class Look(NamedTuple):
    """A bunsetsu as hashes; in a tuple the most informative come first."""

    form: Form
    marks: Marks
    kind: int  # how it attaches
    word: int  # the same with its word
    dependent: tuple[int, ...]  # facets that are the first of combined pairs
    head: tuple[int, ...]  # facets that are the second, for a candidate
    around: Around
    case: int  # bit of its last particle in CASES; 0: another
    script: str  # of its last character


# Facets of a dependent, and facets of a head: how it attaches, what it is, its function words, anything, its
# word, its part of speech, its last character.
_OF_DEPENDENT = ("kind", "family", "function", "any", "word", "pos", "last")
_OF_HEAD = ("family", "mark", "function", "class", "word", "auxiliary", "last")
# Facets of a head by the facet of the dependent that they are combined with. The pairs that change the scores
# least are left out. ``heads`` combines the first ones further.
FURTHER = 8
_PAIRS = [pair.split("-") for pair in (
    "family-mark", "kind-class", "any-family", "any-mark", "any-function", "any-class", "family-class",
    "kind-mark",
    "kind-family", "kind-function", "kind-auxiliary", "family-family", "family-function", "family-auxiliary",
    "function-family", "function-mark", "function-function", "function-class", "function-auxiliary",
    "any-auxiliary", "pos-family", "pos-mark", "pos-function", "pos-class", "pos-auxiliary",
    "any-word", "any-last", "kind-last", "family-last", "function-last", "word-mark", "last-mark",
    "last-class", "kind-word",
)]  # fmt: skip
_DEPENDENT = itemgetter(*[_OF_DEPENDENT.index(dependent) for dependent, _ in _PAIRS])
_HEAD = itemgetter(*[_OF_HEAD.index(head) for _, head in _PAIRS])


def describe(morphemes: Sequence[Morpheme], first: int, last: int) -> Look:
    """Describe the bunsetsu of ``morphemes[first : last + 1]``."""
    span = range(first, last + 1)
    words = [i for i in span if not morphemes[i].pos.startswith(SYMBOL)]
    marks = _marks([morphemes[i] for i in span if morphemes[i].pos.startswith(SYMBOL)])
    form = _form(morphemes, words or [*span])
    return _hashed(form, marks)


def _marks(symbols: Sequence[Morpheme]) -> Marks:
    text = "".join([symbol.surface for symbol in symbols])
    opens = [symbol.pos for symbol in symbols].count("記号,括弧開,*,*")
    closes = [symbol.pos for symbol in symbols].count("記号,括弧閉,*,*")
    return Marks(any(mark in text for mark in COMMAS), "。" in text, opens, closes)


def _form(morphemes: Sequence[Morpheme], words: list[int]) -> Form:
    at = len(words) - 1
    while at and morphemes[words[at]].pos.startswith(FUNCTION):
        at -= 1
    behind = at + 1
    while behind < len(words) and morphemes[words[behind]].pos.startswith("名詞,接尾"):
        behind += 1
    core, tail = morphemes[words[at]], morphemes[words[behind - 1]]
    major, minor = core.pos.split(",", 2)[:2]
    if core.base_form == "する" and at and morphemes[words[at - 1]].pos.startswith("名詞"):
        at -= 1
        core = tail = morphemes[words[at]]
        major, minor = "動詞", "サ変"
    function = [morphemes[i] for i in words[behind:]]
    auxiliaries = [m.base_form for m in function if m.pos.startswith(("助動詞", "動詞"))]
    return Form(
        words[at],
        major + minor,
        core.base_form if core.base_form != "*" else core.surface,
        tail.surface[-1:],
        "".join([m.surface for m in function]),
        "".join(auxiliaries),
        _kind(morphemes[words[-1]], morphemes[words[-2]] if len(words) > 1 else None),
        _family(major, function),
    )


def _family(major: str, function: Sequence[Morpheme]) -> str:
    if major == "動詞":
        return VERB
    if major == "形容詞":
        return ADJECTIVE
    if any(m.pos.startswith("助動詞") for m in function):
        return COPULA
    return NOUN if major == "名詞" else major


def _kind(end: Morpheme, before: Morpheme | None) -> str:
    major, minor = end.pos.split(",", 2)[:2]
    if major == "助詞":
        doubled = before is not None and before.pos.startswith("助詞")
        return f"{before.surface}+{end.surface}" if before and doubled else minor + end.surface
    if major == "助動詞":
        return end.infl_form + end.base_form
    return major + (end.infl_form if major in ("動詞", "形容詞") else minor)


def _script(character: str) -> str:
    """Return the kind of a character: kana, digit, Latin or other."""
    if "ぁ" <= character <= "ー":
        return "ひ" if character <= "ゖ" else "カ"
    return "1" if character.isdigit() else "a" if character.isascii() else "漢"


def _hashed(form: Form, marks: Marks) -> Look:
    h = HASH
    _, pos, word, last, func, aux, kind, family = form
    comma, stop, opens, closes = marks
    pause = "、" if comma else ""
    bracket = "「" if opens > closes else "」" if closes > opens else "「」" if opens else ""
    mark = pause + ("。" if stop else "") + bracket
    both = family + kind
    paused = both + pause
    kind_hash = h["dkp" + kind + pause]
    word_hash = h["dwk" + word + kind]
    dependent = (
        kind_hash,
        h["dfk" + both],
        h["dup" + func + pause],
        h["d"],
        word_hash,
        h["dpk" + pos + kind + mark],
        h["dlk" + last + kind],
    )
    head = (
        h["hfk" + both],
        h["hfm" + family + mark],
        h["hum" + func + family + mark],
        h["hfp" + family + pos],
        h["hfw" + family + word],
        h["hpa" + pos + aux],
        h["hlf" + last + family],
    )
    around = Around(
        h["child" + paused],
        h["child's word" + word],
        h["governor" + both],
        h["governor's word" + word],
        h["left" + paused],
        h["right" + paused],
        h["before" + kind + pause],
        h["after" + paused],
    )
    case = 1 << CASES.find(func[-1]) if func and func[-1] in CASES else 0
    return Look(
        form, marks, kind_hash, word_hash, _DEPENDENT(dependent), _HEAD(head), around, case, _script(last)
    )
