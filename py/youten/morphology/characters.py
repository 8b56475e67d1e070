"""Character categories and unknown words.

Source: ``UnknownsDictionary`` of Janome 0.5.0 (``janome/dic.py``) and the loop that uses it
(``janome/tokenizer.py``); the rules behind them are MeCab's ``char.def`` and ``unk.def``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from youten.morphology.connection import Row

# A word that the lattice may use: its length in characters, the row of its left id in the connection costs
# (right id of the word before -> cost), its right id, its cost, its rank, its class (see ``dictionary``).
Entry = tuple[int, Row, int, int, int, int]

# Category of the characters that no range holds.
DEFAULT = "DEFAULT"
# Stands in place of the rank in entries of unknown words: they take no part in the order of ranks.
UNKNOWN = -1
# Characters whose categories are remembered at a time; a text uses some hundreds.
REMEMBERED = 8_192


class Category:
    """How unknown words of one category are made.

    ``always``: also where the dictionary has words. ``reach`` is the greatest number of characters after
    the first; None: all that follow.
    """

    __slots__ = ("_made", "always", "name", "reach")

    def __init__(self, name: str, always: bool, reach: int | None, entries: tuple[Entry, ...]) -> None:
        self.name = name
        self.always = always
        self.reach = reach
        self._made = {1: entries}

    def word(self, length: int) -> tuple[Entry, ...]:
        """Entries of an unknown word of ``length`` characters, at most a chunk's."""
        made = self._made.get(length)
        if made is None:
            made = self._made[length] = tuple([(length, *entry[1:]) for entry in self._made[1]])
        return made


class Character:
    """Categories of one character, in Janome's order."""

    __slots__ = ("always", "categories", "joins")

    def __init__(self, categories: tuple[Category, ...], joins: frozenset[str]) -> None:
        self.categories = categories
        self.always = tuple([category for category in categories if category.always])
        self.joins = joins  # names of the categories whose words the character may continue


class Characters(dict[str, Character]):
    """Character -> its categories, found when first asked for."""

    def __init__(
        self, categories: Iterable[Category], ranges: Iterable[tuple[str, str, str, list[str]]]
    ) -> None:
        """Take the categories and Janome's ranges (first, last, category, compatible categories)."""
        super().__init__()
        self._categories: Mapping[str, Category] = {category.name: category for category in categories}
        self._ranges = tuple(ranges)

    def __missing__(self, character: str) -> Character:
        found = {name: joins for first, last, name, joins in self._ranges if first <= character <= last}
        if not found:
            found = {DEFAULT: []}
        joins = frozenset(found).union(*found.values())
        if len(self) >= REMEMBERED:
            self.clear()
        result = self[character] = Character(tuple([self._categories[name] for name in found]), joins)
        return result
