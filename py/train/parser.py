"""``python -m train.parser FOLDER``: learn the parser's weights from annotated sentences, by hand.

FOLDER holds the files that ``treebank`` names. Writes the weight file into the package and prints figures.
Needs numpy (``requirements/bench.txt``) and some minutes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from train import ftrl, treebank
from train.calibration import Knots, fit
from train.figures import measure
from train.ftrl import Decisions, Settings
from train.treebank import Sentence
from train.weights import encode
from youten.morphology import default_analyzer
from youten.syntax import boundaries, describe, weights
from youten.syntax.heads import Builder

# How much a sentence of each corpus counts. GSD is the only news among the gold trees; silver is not checked.
SHARES = {"wac": 1.0, "gsd": 2.0, "silver": 0.5}
BOUNDARIES = Settings(boundaries.BITS, l1=3.0, epochs=2, batch=256)
HEADS = Settings(describe.BITS, l1=8.0)
SCALE = 32  # a weight of 1 nat in the file
# One in so many documents of the Wikipedia corpus, and every second sentence of GSD, are for calibration.
HELD_OUT = 8
UNCALIBRATED: Knots = [(0.0, 0.0), (1.0, 1.0)]


def main(arguments: list[str]) -> str:
    """Train, write the file and return the figures as text."""
    if len(arguments) != 1:
        return __doc__ or ""
    sentences = treebank.read(Path(arguments[0]), default_analyzer())
    data, figures = train(sentences)
    target = Path(weights.FOLDER) / weights.PARSER
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(data)
    return f"{target}: {len(data):,} bytes\n{figures}"


def train(sentences: Sequence[Sentence]) -> tuple[bytes, str]:
    """Return the weight file, and figures on the sentences that nothing was learned from.

    The first of two rounds leaves sentences out, which tell how sure the second may be.
    """
    learned = [s for s in sentences if s.split == "train" or s.corpus == "gsd"]
    held = {id(s) for n, s in enumerate(learned) if _is_held_out(n, s)}
    first = fitted([s for s in learned if id(s) not in held])
    left_out = [s for s in learned if id(s) in held]
    arcs = fit(measure(left_out, weights.decode(_encode(first, UNCALIBRATED, UNCALIBRATED))).arcs)
    extents = fit(measure(left_out, weights.decode(_encode(first, arcs, UNCALIBRATED))).extents)
    data = _encode(fitted(learned), arcs, extents)
    final = weights.decode(data)
    sets: dict[str, Iterable[Sentence]] = {
        "held out, GSD, first round": [s for s in learned if id(s) in held and s.corpus == "gsd"],
        "Wikipedia dev": [s for s in sentences if s.corpus == "wac" and s.split == "dev"],
        "Wikipedia test": [s for s in sentences if s.corpus == "wac" and s.split == "test"],
    }
    calibrated = weights.decode(_encode(first, arcs, extents))
    rows = [measure(part, calibrated if "first" in name else final).text(name) for name, part in sets.items()]
    return data, "\n".join(rows)


def fitted(sentences: Iterable[Sentence]) -> tuple[np.ndarray, np.ndarray]:
    """Return the two tables that these sentences teach."""
    gaps, heads = Decisions(), Decisions()
    for sentence in sentences:
        share = SHARES[sentence.corpus]
        _add_gaps(gaps, sentence, share)
        _add_heads(heads, sentence, share)
    return ftrl.learn(gaps, BOUNDARIES), ftrl.learn(heads, HEADS)


def _encode(tables: tuple[np.ndarray, np.ndarray], arcs: Knots, extents: Knots) -> bytes:
    # exp(-1 / SCALE), written out so that no library decides its last digit.
    ratio = round(2.718281828459045 ** (-1 / SCALE), 9)
    return encode(tables, SCALE, {"ratio": ratio, "arcs": arcs, "extents": extents})


def _is_held_out(number: int, sentence: Sentence) -> bool:
    if sentence.corpus == "wac":
        return int(sentence.document.removeprefix("wiki")) % HELD_OUT == 0
    return sentence.corpus == "gsd" and number % 2 == 0


def _add_gaps(decisions: Decisions, sentence: Sentence, share: float) -> None:
    firsts = set(sentence.firsts)
    for index, keys in enumerate(boundaries.features(sentence.morphemes), 1):
        decisions.add([[ftrl.NOTHING] * len(keys), keys], int(index in firsts), share)


def _add_heads(decisions: Decisions, sentence: Sentence, share: float) -> None:
    """Add a sentence's arcs, each with the right tree to its right."""
    firsts = sentence.firsts
    ends = [*firsts[1:], len(sentence.morphemes)]
    looks = [
        describe.describe(sentence.morphemes, first, end - 1) for first, end in zip(firsts, ends, strict=True)
    ]
    builder = Builder(looks)
    for index in reversed(range(len(looks) - 1)):
        candidates, head = builder.candidates(index), sentence.heads[index]
        if head in candidates and len(candidates) > 1:
            decisions.add(builder.features(index, candidates), candidates.index(head), share)
        builder.attach(index, head if head > index else index + 1)


if __name__ == "__main__":
    print(main(sys.argv[1:]))  # noqa: T201
