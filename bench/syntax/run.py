"""Measures the package's parser against annotated sentences: ``python3 build.py bench syntax FOLDER``.

FOLDER has the files that ``train.treebank`` names. GSD is for orientation only, because the weights were
learned from it. ``python -m train.parser`` prints its figures from a round that leaves half of it out.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from train.figures import measure
from train.treebank import Sentence, read
from youten.morphology import default_analyzer
from youten.syntax import parse, weights

SETS = {
    "Wikipedia dev": ("wac", "dev"),
    "Wikipedia test": ("wac", "test"),
    "GSD dev, learned": ("gsd", "dev"),
}
ROUNDS = 3


def speed(sentences: list[Sentence]) -> float:
    """Return milliseconds per 1,000 characters in the fastest round."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        for sentence in sentences:
            parse(sentence.text, sentence.morphemes)
        best = min(best, time.process_time() - start)
    return best * 1_000_000 / sum(len(sentence.text) for sentence in sentences)


def main(arguments: list[str]) -> int:
    """Print the figures."""
    if len(arguments) != 1:
        print(__doc__)
        return 2
    sentences = read(Path(arguments[0]), default_analyzer(), only={"dev", "test"})
    for name, wanted in SETS.items():
        part = [s for s in sentences if (s.corpus, s.split) == wanted]
        print(measure(part, weights.parser()).text(name))
    news = [s for s in sentences if s.corpus == "gsd"]
    print(f"parsing {speed(news):.1f} ms per 1,000 characters")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
