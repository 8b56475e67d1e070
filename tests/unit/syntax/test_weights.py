"""The weight file keeps places and weights, and training is reproducible."""

from __future__ import annotations

import random
import subprocess
import sys
import zipfile
from pathlib import Path

import numpy as np
import pytest

import youten
from train.figures import measure
from train.parser import train
from train.treebank import align
from train.weights import encode
from youten.morphology import default_analyzer
from youten.syntax import boundaries, describe, weights
from youten.syntax.hashing import Hashes

KNOTS = ((0.0, 0.1), (0.5, 0.6), (1.0, 0.9))


@pytest.mark.parametrize(
    ("raw", "share", "reason"),
    [
        (0.0, 0.1, "the first knot"),
        (0.25, 0.35, "halfway"),
        (0.5, 0.6, "on a knot"),
        (1.0, 0.9, "the last knot"),
        (1.1, 0.9, "beyond the last knot"),
    ],
)
def test_shares_are_linear_between_knots(raw: float, share: float, reason: str) -> None:
    assert weights.share(KNOTS, raw) == share, reason


def test_hashes_do_not_meet_when_combined() -> None:
    """With CRC-32 alone, a1 ^ b2 would equal a2 ^ b1."""
    h = Hashes(22)
    assert h["a1"] ^ h["b2"] != h["a2"] ^ h["b1"]
    assert len({h[f"{x}{n}"] >> 12 for x in "abc" for n in range(1000)}) > 950  # of 1,024


def test_a_hash_stays_the_same() -> None:
    """The weight file depends on it."""
    assert [Hashes(22)[text] for text in ("", "は", "\ud800")] == [0, 3062161, 2828049]


def test_the_package_has_weights_for_its_tables() -> None:
    learned = weights.parser()
    assert len(learned.boundaries) == 1 << boundaries.BITS
    assert len(learned.heads) == 1 << describe.BITS
    used = len(learned.heads) - learned.heads.count(weights.ZERO)
    assert used > 10_000


def test_the_weights_load_from_an_archive(tmp_path: Path) -> None:
    """In the browser the package is a zip file."""
    archive = tmp_path / "app.zip"
    package = Path(youten.__file__).parent
    with zipfile.ZipFile(archive, "w") as files:
        for path in (package / "model.py", *package.glob("syntax/**/*.*")):
            files.write(path, path.relative_to(package.parent))
        files.writestr("youten/__init__.py", "")
    code = "from youten.syntax import weights; print(len(weights.parser().heads), weights.__file__)"
    run = [sys.executable, "-c", code]
    said = subprocess.run(run, env={"PYTHONPATH": str(archive)}, capture_output=True, text=True, check=True)
    assert said.stdout.split() == [str(1 << describe.BITS), f"{archive}/youten/syntax/weights.py"]


def test_a_table_survives_the_file() -> None:
    order = random.Random(1)  # noqa: S311
    table = np.zeros(1 << 12)
    for place in [0, 255, 256, 767, 4095, *order.sample(range(4096), 50)]:
        table[place] = order.choice([-9, -1, 0.01, 0.5, 9])
    more = {"ratio": 0.9, "arcs": KNOTS, "extents": KNOTS, "subjects": KNOTS}
    data = encode([table] * 3, 10, more)
    read = weights.decode(data)
    expected = (np.clip(np.rint(table * 10), -127, 127).astype(int) + weights.ZERO).tolist()
    assert list(read.boundaries) == list(read.heads) == expected
    assert data == encode([table] * 3, 10, more)


def test_training_gives_the_same_bytes_twice_and_learns() -> None:

    analyzer = default_analyzer()
    sentences = []
    for number in range(64):
        colour, thing = ["赤い", "白い", "青い", "黒い"][number % 4], "花舟家鳥"[number // 4 % 4]
        text = f"{colour}{thing}の写真を見た。"
        cut = len(colour), len(colour) + 2, len(colour) + 5, len(text)
        heads = (1, 2, 3, -1)
        spans = [[start, end, head, ""] for start, end, head in zip((0, *cut), cut, heads, strict=False)]
        row = {"id": f"wiki{number}-0", "split": "train", "source": "Wiki", "text": text, "bunsetsu": spans}
        sentences.append(align(row, tuple(analyzer.analyze(text))))
    data, _ = train(sentences)
    assert data == train(sentences)[0]
    assert all(hit for _, hit in measure(sentences, weights.decode(data)).arcs)
