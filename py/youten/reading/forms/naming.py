"""Names the form of a text from its layout and words, and can say why.

Every form collects evidence (see ``signs``, and the shapes of lines here); the one with the most is named if
its evidence is worth 1. Anything less sure is an article.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from youten.model import Form
from youten.reading.forms.labels import MINUTES, NOTE, chat_names, speakers, steps
from youten.reading.forms.signs import SIGNS

ENOUGH = 1.0
# Characters that are looked at: a form shows itself at its beginning, a colophon at the end.
_HEAD, _TAIL = 30_000, 3_000
# They say how a text is written or what is around it; any other form says more.
_WEAK: frozenset[Form] = frozenset(("markdown", "webpage"))

# Their signs are marks that are removed before anything is read.
_WRITTEN: frozenset[Form] = _WEAK | {"aozora", "encyclopedia"}

_STOPS = re.compile("[。．！？!?]")
_POLITE = re.compile("です|ます|でした|ました")
_FILLER = re.compile("えー|えっと|あのー|そのー|ですね|んですけど|なんですよ|ということで|はい")
_LONE_TIME = re.compile(r"(?:\d{1,2}:)?\d{1,2}:\d{2}")
_BULLET = re.compile("[-*+・•●○■□◆◇▪] ?\\S")
_CLASSICAL = re.compile("(?:けり|なり|かな|たり|れり|せり|つつ|をり|べし|らむ|なむ|めり|ぬ|けむ|あり|き)$")
_POET = re.compile("[一-龥々]{1,4}[ 　]?[一-龥々ぁ-んァ-ヶ]{1,4}")
_STEP_END = re.compile("(?:[るすくむぐ]|ます|ください|ました|しょう|完成)[。！]?$")


class Evidence(NamedTuple):
    """Why a text is of a form: a sign and what it is worth."""

    form: Form
    sign: str
    worth: float


def name_form(text: str, source: str = "") -> Form:
    """Return the form of a text; "article" unless another one is sure.

    ``source`` is the text before its markup was removed and its tabs were made spaces.
    """
    sums: dict[Form, float] = {}
    for form, _, worth in evidence(text, source):
        sums[form] = round(sums.get(form, 0.0) + worth, 6)
    for forms in (set(sums) - _WEAK, set(sums) & _WEAK):
        best = max(forms, key=lambda form: (sums[form], form), default=None)
        if best and sums[best] >= ENOUGH:
            return best
    return "article"


def evidence(text: str, source: str = "") -> list[Evidence]:
    """Return all evidence for forms in a text; its ``source`` shows markup and tables."""
    sample, written = _sample(text), _sample(source or text)
    found = []
    for form, name, pattern, worth, most in SIGNS:
        hits = 0.0
        for _ in pattern.finditer(written if form in _WRITTEN or name == "points" else sample):
            hits += worth
            if hits >= most:
                break
        if hits:
            found.append(Evidence(form, name, min(hits, most)))
    lines = [line.strip() for line in sample.split("\n") if line.strip()]
    raw = written.split("\n")
    for form, name, shape in _SHAPES:
        worth = shape(sample, raw if shape is _rows else lines)
        if worth:
            found.append(Evidence(form, name, worth))
    return found


def _sample(text: str) -> str:
    return text if len(text) <= _HEAD + _TAIL else text[:_HEAD] + "\n" + text[-_TAIL:]


def _messages(_text: str, lines: Sequence[str]) -> float:
    names = chat_names(lines)
    count = sum(names.values())
    return (
        1.0 if count >= 3 and len(names) > 1 and max(names.values()) > 1 and count * 4 >= len(lines) else 0.0
    )


def _times(_text: str, lines: Sequence[str]) -> float:
    lone = sum(_LONE_TIME.fullmatch(line) is not None for line in lines)
    return 1.1 if lone >= 3 and lone * 4 >= len(lines) else 0.0


def _unpunctuated(text: str, lines: Sequence[str]) -> float:
    """Speech as a machine writes it down: polite, long, and hardly a full stop."""
    polite = sum(1 for _ in _POLITE.finditer(text))
    stops = sum(1 for _ in _STOPS.finditer(text))
    longest = max(map(len, lines), default=0)
    if polite < 3 or stops * 4 > polite or len(text) < 100:
        return 0.0
    filled = sum(1 for _ in _FILLER.finditer(text))
    return 1.0 if longest >= 120 or (filled >= 2 and len(lines) >= 3) else 0.4


def _turns(_text: str, lines: Sequence[str]) -> float:
    if any(MINUTES.match(line) for line in lines):
        return 0.0
    return 0.7 if len(speakers(lines)) > 1 else 0.4 if speakers(lines) else 0.0


def _numbered(_text: str, lines: Sequence[str]) -> float:
    ended = [line for line in lines if line[0].isdigit() and _STEP_END.search(line)]
    return 0.6 if steps(lines) >= 3 and len(ended) >= 3 else 0.0


def _stanzas(text: str, lines: Sequence[str]) -> float:
    """Short lines without punctuation, some with endings of the old language."""
    if len(lines) < 3 or _STOPS.search(text) or max(map(len, lines)) > 42:
        return 0.0
    if sum(line.endswith(("す", "た", "だ", "い")) for line in lines) * 2 > len(lines):
        return 0.0
    commas = text.count("、") * 4 <= len(lines)
    old = sum(_CLASSICAL.search(line) is not None for line in lines)
    poets = sum(_POET.fullmatch(line) is not None for line in lines) >= 3
    return (0.3 if commas else 0.0) + min(0.25 * old, 0.75) + (0.3 if poets else 0.0)


def _bullets(text: str, lines: Sequence[str]) -> float:
    items = sum(_BULLET.match(line) is not None for line in lines)
    return 1.0 if items >= 4 and items * 2 >= len(lines) and text.count("。") <= items else 0.0


def _rows(text: str, lines: Sequence[str]) -> float:
    rows = sum(line.count("\t") >= 2 for line in lines)
    return 1.2 if rows >= 2 and rows * 2 >= len(lines) and not _messages("", lines) else 0.0


def _notes(_text: str, lines: Sequence[str]) -> float:
    return 1.2 if len({note[1] for line in lines if (note := NOTE.match(line))}) >= 3 else 0.0


_SHAPES: tuple[tuple[Form, str, Callable[[str, Sequence[str]], float]], ...] = (
    ("chat", "messages", _messages),
    ("transcript", "lines of times", _times),
    ("transcript", "no full stops", _unpunctuated),
    ("interview", "turns", _turns),
    ("howto", "numbered steps", _numbered),
    ("verse", "stanzas", _stanzas),
    ("list", "bullets", _bullets),
    ("list", "rows", _rows),
    ("list", "notes", _notes),
)


def reasons(text: str) -> Mapping[Form, tuple[str, ...]]:
    """Return the names of the signs of every form that a text has any of."""
    found: dict[Form, tuple[str, ...]] = {}
    for form, sign, _ in evidence(text):
        found[form] = (*found.get(form, ()), sign)
    return found
