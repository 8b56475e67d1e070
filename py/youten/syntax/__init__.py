"""Morphemes -> bunsetsu and dependencies, each with the probability that it is right.

Uses the values of morphemes, not the analyser. Ranking and writing use the trees.
"""

from youten.syntax.parser import parse
from youten.syntax.subject import needs_subject
from youten.syntax.tree import Bunsetsu, Tree, certainty, children, extent, leftmost

__all__ = ["Bunsetsu", "Tree", "certainty", "children", "extent", "leftmost", "needs_subject", "parse"]
