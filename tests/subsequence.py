"""What a shown line is: characters of its source in their order, with nothing added."""

from __future__ import annotations


def is_subsequence(part: str, whole: str) -> bool:
    """Return whether ``part`` is ``whole`` with some characters left out."""
    rest = iter(whole)
    return all(character in rest for character in part)
