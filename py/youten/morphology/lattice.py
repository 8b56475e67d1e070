"""The lattice of one chunk of text and its minimum-cost path: Janome's result in less time.

The forward pass keeps only the least cost of each node, because later costs depend on nothing else. The
backward pass finds the previous node again for the few nodes of the best path, by Janome's rule for equal
costs. Source: ``janome/lattice.py`` and ``janome/tokenizer.py`` of Janome 0.5.0 (Viterbi search).
"""

from __future__ import annotations

from youten.morphology.characters import UNKNOWN, Category, Entry
from youten.morphology.dictionary import Dictionary

# Least cost of a path that ends with the node, the node's right id, the entry.
Node = tuple[int, int, Entry]

# More than the cost of any path.
INFINITY = 1 << 40
# A chunk may end after these characters and after an empty line.
PUNCTUATION = frozenset("、。,.？?！!")
EMPTY_LINES = ("\n\n", "\r\n\r\n")


class Lattice:
    """Lattice over a chunk of text. The chunk ends at the first possible place from position ``soft`` on."""

    def __init__(self, dictionary: Dictionary, text: str, soft: int) -> None:
        self.dictionary = dictionary
        self.text = text
        self.soft = soft
        # [position] -> nodes that end there, in Janome's order: by start, unknown words last
        self.nodes: list[list[Node]] = [[] for _ in range(len(text) + 1)]
        self.nodes[0].append((0, 0, (0, dictionary.rows[0], 0, 0, UNKNOWN, 0)))
        self._runs: dict[str, int] = {}  # category -> end of the last run of its characters

    def forward(self) -> int:
        """Fill the lattice and return the position where the chunk ends.

        Most of the analysis time is spent here. Measured and slower: caching the best predecessor per left
        id; only one node per right id; tuples or lists for rows; ``min`` over a comprehension.
        """
        text, nodes, soft = self.text, self.nodes, self.soft
        pairs, triples, characters = (
            self.dictionary.pairs,
            self.dictionary.triples,
            self.dictionary.characters,
        )
        size = len(text)
        position = -1
        while True:
            position += 1
            before = nodes[position]
            if not before:
                continue
            if position == size or (position >= soft and self._divides(position)):
                return position
            found, thirds, always = pairs[text[position : position + 2]]
            # At the end of the text the empty string is in ``thirds``, and triples has nothing for it.
            if thirds and text[position + 2 : position + 3] in thirds:
                three, longer = triples[text[position : position + 3]]
                found += three
                for length, words in longer:
                    word = words.get(text[position : position + length])
                    if word is not None:
                        found += word
            for category in always if found else characters[text[position]].categories:
                found += category.word(self._run(position, category) - position)
            for entry in found:
                length, row, right, own, _, _ = entry
                least = INFINITY
                for cost, context, _ in before:
                    cost += row[context]
                    if cost < least:
                        least = cost
                nodes[position + length].append((least + own, right, entry))

    def backward(self, position: int) -> list[tuple[int, Entry]]:
        """Return the minimum-cost path that ends at ``position``: start and entry of each word."""
        row = self.dictionary.rows[0]
        path = []
        while position:
            least, rank = INFINITY, UNKNOWN
            for cost, context, entry in self.nodes[position]:
                cost += row[context]
                # Of equal costs Janome takes the first; of two dictionary words that of lower number.
                if cost < least or (cost == least and UNKNOWN < entry[4] < rank):
                    least, rank, chosen = cost, entry[4], entry
            position -= chosen[0]
            path.append((position, chosen))
            row = chosen[1]
        path.reverse()
        return path

    def _divides(self, position: int) -> bool:
        text = self.text
        return text[position - 1] in PUNCTUATION or text.endswith(EMPTY_LINES, 0, position)

    def _run(self, position: int, category: Category) -> int:
        """Return the end of the unknown word of ``category`` that starts at ``position``.

        If its length is unlimited, the run of characters is scanned once and not again from each character.
        """
        name, reach = category.name, category.reach
        if reach is None and self._runs.get(name, 0) > position:
            return self._runs[name]
        text, characters = self.text, self.dictionary.characters
        limit = len(text) if reach is None else min(len(text), position + 1 + reach)
        end = position + 1
        while end < limit and name in characters[text[end]].joins:
            end += 1
        if reach is None:
            self._runs[name] = end
        return end
