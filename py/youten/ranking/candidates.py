"""Finds the sentences that may enter a summary.

A candidate is a complete sentence of the body: it ends like a sentence, its brackets close, and it has the
length of a sentence. Where a text has too few of them (lists, notes without 。), incomplete ones are added.
``salience`` decides how good a candidate is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from youten.model import Sentence

SHORTEST_SENTENCE = 12  # characters; below it stand 「はい。」 and captions, and nothing a summary could use
LONGEST_SENTENCE = 400  # characters; more is no summary, whatever it says
SHORTEST_QUOTATION = (
    40  # characters; a sentence that ends in 」 without 。 is mostly a name or a retort below it
)

SHORTEST_BRIEF = 6  # characters of a sentence that is taken where longer ones are too few: 雪が降った。

SENTENCE_ENDS = "。！？!?．"
# ♪, ☆, (笑) and face marks end a sentence behind kana, as 。 does.
DECORATED = re.compile(
    "[ぁ-ん][ー〜～…]*(?:[♪♫☆★♡♥❤⭐✨]|[\U0001f300-\U0001faff]|[（(](?:笑い?|泣|汗|爆"
    "|[^（）()ぁ-ゖ一-龥ァ-ヶ0-9０-９]{2,12})[)）])\\S{0,4}$"
)
BRACKETS = {
    "」": "「",
    "』": "『",
    "）": "（",
    ")": "(",
    "】": "【",
    "］": "［",
    "]": "[",
    "〉": "〈",
    "》": "《",
}
OPENING = frozenset(BRACKETS.values())


class Eligible(NamedTuple):
    """The sentences that may be chosen, as indices into the article's sentences."""

    complete: frozenset[int]
    fragments: frozenset[int]  # taken in only because the complete ones are too few


def is_balanced(text: str) -> bool:
    """Tell whether every bracket closes, in the right order."""
    stack: list[str] = []
    for character in text:
        if character in OPENING:
            stack.append(character)
        elif character in BRACKETS and (not stack or stack.pop() != BRACKETS[character]):
            return False
    return not stack


def ends_as_sentence(text: str) -> bool:
    """Tell whether a text ends with a mark that ends sentences, or is a quotation long enough to be one."""
    last = len(text) - 1
    while last > 0 and not (text[last].isalnum() or text[last] in SENTENCE_ENDS or text[last] in BRACKETS):
        last -= 1  # 。♪ and 。🎉 are endings too
    if text[last] in SENTENCE_ENDS or (text[last] == "」" and len(text) >= SHORTEST_QUOTATION):
        return True
    return DECORATED.search(text, max(0, len(text) - 24)) is not None


def is_complete(text: str) -> bool:
    """Tell whether a text is a whole sentence of Japanese that can stand in a summary."""
    if not SHORTEST_SENTENCE <= len(text) <= LONGEST_SENTENCE:
        return False
    # Hiragana carries the grammar; a line without any is code, a list of names or another language.
    has_grammar = any("ぁ" <= character <= "ゖ" for character in text)
    return has_grammar and ends_as_sentence(text) and is_balanced(text)


def _is_brief(text: str) -> bool:
    """Tell whether a text is a sentence that is only too short."""
    has_kana = any("ぁ" <= character <= "ゖ" for character in text)
    return SHORTEST_BRIEF <= len(text) < SHORTEST_SENTENCE and has_kana and ends_as_sentence(text)


def _is_japanese(text: str) -> bool:
    return any("ぁ" <= character <= "ヺ" or "一" <= character <= "鿿" for character in text)


def eligible(sentences: Iterable[Sentence], wanted: int) -> Eligible:
    """Find the candidates when ``wanted`` sentences (1..10) are asked for.

    Fragments are added if there are too few complete sentences: those with a sentence's length; all of the
    body if nothing else is left, or if the whole body is no more than was asked for.
    """
    listed = [(i, s) for i, s in enumerate(sentences) if s.role == "body" and len(s.text) <= LONGEST_SENTENCE]
    body = [(index, sentence.text) for index, sentence in listed]
    points = {index for index, sentence in listed if sentence.point and len(sentence.text) >= SHORTEST_BRIEF}
    complete = frozenset(points.union(index for index, text in body if is_complete(text)))
    if len(complete) < wanted:
        complete |= {index for index, text in body if _is_brief(text)}
    if len(complete) >= wanted:
        return Eligible(complete, frozenset())
    rest = [(index, text) for index, text in body if index not in complete]
    if complete:  # then code and markup have no business beside them
        rest = [(index, text) for index, text in rest if _is_japanese(text)]
    every = frozenset(index for index, _ in rest)
    if len(body) <= wanted:
        return Eligible(complete, every)
    long_enough = frozenset(index for index, text in rest if len(text) >= SHORTEST_SENTENCE)
    ended = frozenset(index for index, text in rest if index in long_enough and text.endswith("."))
    if not complete and len(ended) >= wanted:  # another language: sentences before headings
        return Eligible(complete, ended)
    return Eligible(complete, long_enough if long_enough or complete else every)
