"""The last gate: what no line may look like, whatever came before.

A line does not begin in the middle of a sentence, has its predicate and its brackets, and is no heading or
label. Other languages than Japanese are not judged.
"""

from __future__ import annotations

import re

from youten.japanese import BRACKETS, CLOSERS
from youten.model import Form
from youten.reading.endings import BROKEN_BEGINNING, ends_in_particle, ends_in_predicate
from youten.reading.terminators import ends_sentence, soft_end

_JAPANESE = re.compile("[ぁ-ヺ]")
_NAME = re.compile("[一-龥々・ 　]{2,14}")
_ENCODED = re.compile("[A-Za-z0-9+/_=-]{60}")  # a file in a mail's source, a key
# Speech without its speaker.
_QUOTED = re.compile("[「『][^「」『』]*[」』]。?")
_SHORTEST_TOLD = 60  # characters
_SHORTEST_QUOTATION = 40  # characters
_CUT_OFF = re.compile("(?:[をがは]|(?<!も)の|ので|から、|けれども|[：:])[。.]?$")
_BRACKETED = re.compile("[（(【〈《［\\[][^（()）】〉》］\\]]*[)）】〉》］\\]][。]?")
_PAIRS = {closer: opener for opener, closer in BRACKETS.items() if opener in "「『（(【［[〈《"}
_OPENERS = frozenset(_PAIRS.values())
_FREE: frozenset[Form] = frozenset(("verse",))  # a poem's line needs no predicate


def is_unfit(text: str, form: Form) -> bool:
    """Return whether a sentence of the body must not be shown."""
    if not _JAPANESE.search(text):
        return _NAME.fullmatch(text) is not None or _ENCODED.search(text) is not None
    if form == "article" and len(text) < _SHORTEST_TOLD and _QUOTED.fullmatch(text):
        return True
    marks = soft_end(text)
    if marks < len(text):
        return bool(BROKEN_BEGINNING.match(text)) or not _is_balanced(text[:marks])
    if BROKEN_BEGINNING.match(text) or _BRACKETED.fullmatch(text) or not _is_balanced(text):
        return True
    if form in _FREE:
        return False
    if ends_sentence(text):
        return _CUT_OFF.search(text) is not None
    if text[-1] in "」』" and len(text) >= _SHORTEST_QUOTATION:
        return False
    if form == "interview" and text[-1] in "」』":  # an answer
        text = text.rstrip("」』")
    return ends_in_particle(text) or not ends_in_predicate(text)


def _is_balanced(text: str) -> bool:
    """Return whether every bracket has its partner; a closer of a list's number needs none."""
    waiting: list[str] = []
    for index, character in enumerate(text):
        if character in _OPENERS:
            waiting.append(character)
        elif character in CLOSERS and character in _PAIRS:
            if waiting and waiting[-1] == _PAIRS[character]:
                waiting.pop()
            elif not (character in ")）" and index <= 3):
                return False
    return not waiting
