"""Makes short texts of every form from the patterns and topics of ``patterns.json``.

The form of each must be named.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

NAMES = ("place", "thing", "act", "cost", "a", "b")  # of a topic; a and b are two people


def formed() -> Iterator[tuple[str, str, str]]:
    """Yield (name, form, text) of every pattern with every topic."""
    data = json.loads(Path(__file__).with_suffix(".json").read_text("utf-8"))
    for form, patterns in data["patterns"].items():
        for number, pattern in enumerate(patterns):
            for topic in data["topics"]:
                text = pattern.format(**dict(zip(NAMES, topic, strict=True)))
                yield f"{form} {number} {topic[0]}", form, text
