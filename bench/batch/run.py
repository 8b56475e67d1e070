"""Measures ``youten batch``: ``python3 build.py bench batch NAME ARGS…``; without a name, all in short form.

throughput  articles per second of one process, of two, and of sumy's LexRank with stock Janome
memory      peaks of the parent and the workers with 1 GB of input
kills       kill -9 at random moments of a batch of 20,000 articles, which is then continued
"""

from __future__ import annotations

import sys

import kills
import memory
import throughput

NAMES = {"throughput": throughput.main, "memory": memory.main, "kills": kills.main}
SHORT = {"throughput": [], "memory": ["--megabytes", "20"], "kills": ["--articles", "2000", "--kills", "3"]}


def main(arguments: list[str]) -> int:
    """Run one measurement, or all in short form; return the highest exit code."""
    if not arguments:
        return max(NAMES[name](short) for name, short in SHORT.items())
    name, *rest = arguments
    if name not in NAMES:
        print(__doc__)
        return 2
    return NAMES[name](rest)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
