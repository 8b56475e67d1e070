"""``python -m train.parser FOLDER``: learns the parser's weights from annotated sentences, by hand.

FOLDER has the files that ``treebank`` names. Writes the weight file into the package and prints figures.
Needs numpy (``requirements/bench.txt``) and a few minutes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np

from train import ftrl, subject, treebank
from train.calibration import Knots, fit
from train.figures import measure
from train.ftrl import Decisions, Settings
from train.treebank import Sentence
from train.weights import encode
from youten.morphology import default_analyzer
from youten.syntax import boundaries, describe, weights
from youten.syntax.heads import Builder
from youten.syntax.weights import Weights

# Weight of a sentence of each corpus. GSD has the only news among the gold trees; silver is not checked.
SHARES = {"wac": 1.0, "gsd": 2.0, "silver": 0.5}
BOUNDARIES = Settings(boundaries.BITS, l1=2.0, epochs=2, batch=256)
HEADS = Settings(describe.BITS, l1=5.0)
SCALE = 32  # a weight of 1 nat in the file
# One in so many documents of the Wikipedia corpus, and every second sentence of GSD, are for calibration.
HELD_OUT = 8
UNCALIBRATED: Knots = [(0.0, 0.0), (1.0, 1.0)]
Tables = tuple[np.ndarray, np.ndarray, np.ndarray]


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
    """Return the weight file, and figures on sentences that were not learned from.

    The first of two rounds leaves sentences out, which calibrate the second.
    """
    learned = [s for s in sentences if s.split == "train" or s.corpus == "gsd"]
    held = {id(s) for n, s in enumerate(learned) if _is_held_out(n, s)}
    first = fitted([s for s in learned if id(s) not in held])
    left_out = [s for s in learned if id(s) in held]
    knots = dict.fromkeys(("arcs", "extents", "subjects"), UNCALIBRATED)
    knots["arcs"] = fit(measure(left_out, _decoded(first, knots)).arcs)
    trial = measure(left_out, _decoded(first, knots))
    knots["extents"] = fit(trial.extents)
    knots["subjects"] = fit(subject.marks(left_out, _decoded(first, knots)))
    data = _encode(fitted(learned), knots)
    return data, _figures(sentences, left_out, _decoded(first, knots), weights.decode(data))


def _figures(
    sentences: Iterable[Sentence], left_out: Iterable[Sentence], first: Weights, final: Weights
) -> str:
    """Return the figures of the first round on what it left out, and of the final weights on the rest."""
    rows = [measure([s for s in left_out if s.corpus == "gsd"], first).text("GSD left out, first round")]
    for split in ("dev", "test"):
        part = [s for s in sentences if (s.corpus, s.split) == ("wac", split)]
        rows += [
            measure(part, final).text(f"Wikipedia {split}"),
            subject.text(
                [(weights.share(final.subjects, p), lacks) for p, lacks in subject.marks(part, final)],
                f"Wikipedia {split}",
            ),
        ]
    return "\n".join(rows)


def fitted(sentences: Sequence[Sentence]) -> Tables:
    """Return the two tables learned from these sentences."""
    gaps, heads = Decisions(), Decisions()
    for sentence in sentences:
        share = SHARES[sentence.corpus]
        _add_gaps(gaps, sentence, share)
        _add_heads(heads, sentence, share)
    return ftrl.learn(gaps, BOUNDARIES), ftrl.learn(heads, HEADS), subject.fitted(sentences)


def _decoded(tables: Tables, knots: Mapping[str, Knots]) -> Weights:
    return weights.decode(_encode(tables, knots))


def _encode(tables: Tables, knots: Mapping[str, Knots]) -> bytes:
    # exp(-1 / SCALE), rounded so that no library decides its last digit.
    ratio = round(2.718281828459045 ** (-1 / SCALE), 9)
    return encode(tables, SCALE, {"ratio": ratio, **knots})


def _is_held_out(number: int, sentence: Sentence) -> bool:
    if sentence.corpus == "wac":
        return int(sentence.document.removeprefix("wiki")) % HELD_OUT == 0
    return sentence.corpus == "gsd" and number % 2 == 0


def _add_gaps(decisions: Decisions, sentence: Sentence, share: float) -> None:
    firsts = set(sentence.firsts)
    for index, keys in enumerate(boundaries.features(sentence.morphemes), 1):
        decisions.add([[ftrl.NOTHING] * len(keys), keys], int(index in firsts), share)


def _add_heads(decisions: Decisions, sentence: Sentence, share: float) -> None:
    """Add a sentence's arcs, each with the gold tree to its right."""
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
