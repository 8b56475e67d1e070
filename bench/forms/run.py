"""Counts how many texts are read as what they are, and how many articles keep their box in other clothes.

    python3 build.py bench forms [--texts 200] [--seed N]

The first figure is over the patterns of ``tests/forms/patterns.py``, the second over the articles that
``tests/forms/made.py`` puts among furniture, wraps, prints, breaks and spaces. Failures are printed.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.forms.made import dressed, plain
from tests.forms.patterns import formed

from youten.morphology import default_analyzer
from youten.pipeline import summarize
from youten.reading import read

LEAST_NAMED = 0.9  # of the texts
LEAST_SAME = 0.95


def main() -> int:
    """Print both figures; the exit code is 1 if one of them is too low."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--texts", type=int, default=200)
    parser.add_argument("--seed", type=int, default=17)
    arguments = parser.parse_args()
    texts = list(formed())
    wrong = [(name, found) for name, form, text in texts if (found := read(text).form) != form]
    print(*(f"{name}: {found}" for name, found in wrong), sep="\n")
    named = 1 - len(wrong) / len(texts)
    print(f"named right: {len(texts) - len(wrong)} of {len(texts)}")
    analyzer = default_analyzer()
    boxes: dict[str, list[str]] = {}
    changed = 0
    for name, bare, other in dressed(arguments.texts, arguments.seed):
        if bare not in boxes:
            boxes[bare] = [plain(line.text) for line in summarize(bare, analyzer=analyzer).sentences]
        lines = [plain(line.text) for line in summarize(other, analyzer=analyzer).sentences]
        if lines != boxes[bare]:
            changed += 1
            print(name, *(f"  {line}" for line in lines), sep="\n")
    print(f"same box: {arguments.texts - changed} of {arguments.texts}")
    return int(named < LEAST_NAMED or changed > (1 - LEAST_SAME) * arguments.texts)


if __name__ == "__main__":
    sys.exit(main())
