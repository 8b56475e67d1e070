"""Finds the sentences that may enter a summary.

A candidate is a complete sentence of the body: it ends like a sentence, its brackets close, and it has the
length of a sentence. Where a text has too few of them (lists, notes without 。), incomplete ones are added.
``salience`` decides how good a candidate is.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from youten.model import Sentence

SHORTEST_SENTENCE = 12  # characters; below it stand 「はい。」 and captions, and nothing a summary could use
LONGEST_SENTENCE = 400  # characters; more is no summary, whatever it says
SHORTEST_QUOTATION = (
    40  # characters; a sentence that ends in 」 without 。 is mostly a name or a retort below it
)

SENTENCE_ENDS = "。！？!?"
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
    return text[last] in SENTENCE_ENDS or (text[last] == "」" and len(text) >= SHORTEST_QUOTATION)


def is_complete(text: str) -> bool:
    """Tell whether a text is a whole sentence of Japanese that can stand in a summary."""
    if not SHORTEST_SENTENCE <= len(text) <= LONGEST_SENTENCE:
        return False
    # Hiragana carries the grammar; a line without any is code, a list of names or another language.
    has_grammar = any("ぁ" <= character <= "ゖ" for character in text)
    return has_grammar and ends_as_sentence(text) and is_balanced(text)


def _is_japanese(text: str) -> bool:
    return any("ぁ" <= character <= "ヺ" or "一" <= character <= "鿿" for character in text)


def eligible(sentences: Iterable[Sentence], wanted: int) -> Eligible:
    """Find the candidates when ``wanted`` sentences (1..10) are asked for.

    Fragments are added if there are too few complete sentences: those with a sentence's length; all of the
    body if nothing else is left, or if the whole body is no more than was asked for.
    """
    body = [(index, s.text) for index, s in enumerate(sentences) if s.role == "body"]
    body = [(index, text) for index, text in body if len(text) <= LONGEST_SENTENCE]
    complete = frozenset(index for index, text in body if is_complete(text))
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
