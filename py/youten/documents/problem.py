"""What is wrong with a document."""

from __future__ import annotations


class Problem(Exception):  # noqa: N818 - a finding about a file, not a fault of the program
    """A file that cannot be used: ``reason`` is the code of a message, ``values`` fill it in."""

    def __init__(self, reason: str, **values: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.values = values
