"""From morphemes to bunsetsu and dependencies, each with the probability that it is right.

Knows the morphemes' values, not the analyser. What a tree is used for is left to ranking and writing.
"""

from youten.syntax.parser import parse
from youten.syntax.subject import needs_subject
from youten.syntax.tree import Bunsetsu, Tree, certainty, children, extent, leftmost

__all__ = ["Bunsetsu", "Tree", "certainty", "children", "extent", "leftmost", "needs_subject", "parse"]
