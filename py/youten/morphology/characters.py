"""Character categories and unknown words.

Source: ``UnknownsDictionary`` of Janome 0.5.0 (``janome/dic.py``) and the loop that uses it
(``janome/tokenizer.py``); the rules behind them are MeCab's ``char.def`` and ``unk.def``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from youten.morphology.connection import Row

# A candidate word in the lattice: length in characters, the row of its left id in the connection costs
# (right id of the word before -> cost), right id, cost, rank, class (see ``dictionary``).
Entry = tuple[int, Row, int, int, int, int]

# Category of the characters outside all ranges.
DEFAULT = "DEFAULT"
# The rank of unknown words: they are not part of the order of ranks.
UNKNOWN = -1
# Size of the cache of characters; a text uses some hundreds.
REMEMBERED = 8_192


class Category:
    """Rules for unknown words of one character category.

    ``always``: unknown words are added even where the dictionary has words. ``reach`` is the maximum number
    of characters after the first; None means all that follow.
    """

    __slots__ = ("_made", "always", "name", "reach")

    def __init__(self, name: str, always: bool, reach: int | None, entries: tuple[Entry, ...]) -> None:
        self.name = name
        self.always = always
        self.reach = reach
        self._made = {1: entries}

    def word(self, length: int) -> tuple[Entry, ...]:
        """Return the entries of an unknown word of ``length`` characters."""
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
    """Cache: character -> its categories, found at the first access."""

    def __init__(
        self, categories: Iterable[Category], ranges: Iterable[tuple[str, str, str, list[str]]]
    ) -> None:
        """Store the categories and Janome's ranges (first, last, category, compatible categories)."""
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
