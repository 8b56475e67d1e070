"""Searches for a text that breaks something, for a given time: the nightly job.

    python3 build.py bench fuzz [--seconds 60] [--seed N]

Texts are made from the hostile corpus by cutting, joining, repeating and changing. Each answer must be valid
(offsets, order, subsequence, no error), be the same twice, and not take disproportionately long. A text that
fails is shortened as long as it still fails and printed as JSON with the seed; the exit code is then 1.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.hostile.answers import ask, wrong
from tests.hostile.corpus import SIGNS, corpus, well_formed

from youten.bridge import Bridge
from youten.morphology import default_analyzer

LONGEST = 5_000  # characters of a text
# Far below the promise, because the machine may be busy; exponential growth is slower by orders of magnitude.
LEAST_RATE = 500  # characters per second of the processor
GRACE = 1.0  # seconds that any text may take


def cut(text: str, rng: random.Random) -> str:
    """Return a random part of ``text``."""
    start = rng.randrange(len(text) + 1)
    return text[start : start + rng.randrange(1, 400)]


def mutated(texts: list[str], rng: random.Random) -> str:
    """Return a new text made from old ones."""
    text = "".join(cut(rng.choice(texts), rng) for _ in range(rng.randrange(1, 6)))
    for _ in range(rng.randrange(4)):
        at = rng.randrange(len(text) + 1)
        sign = rng.choice((rng.choice(SIGNS), chr(rng.randrange(0x110000)), cut(text, rng)))
        text = text[:at] + sign * rng.choice((1, 1, 2, 50)) + text[at:]
    return well_formed(text[:LONGEST])


def fault(bridge: Bridge, text: str) -> str:
    """Return what is wrong with the answer to a text, or ""."""
    begin = time.process_time()
    first = ask(bridge, text)
    took = time.process_time() - begin
    problems = wrong(text, first)
    if problems:
        return problems[0]
    if took > GRACE + len(text) / LEAST_RATE:
        return f"{len(text)} characters took {took:.1f} s"
    return "" if ask(bridge, text) == first else "another answer the second time"


def shortest(text: str, fails: Callable[[str], bool]) -> str:
    """Shorten ``text`` while it fails: remove parts, from halves down to single characters."""
    size = len(text) // 2
    while size:
        at = 0
        while at < len(text):
            shorter = text[:at] + text[at + size :]
            if fails(shorter):
                text = shorter
            else:
                at += size
        size //= 2
    return text


def main() -> int:
    """Search until the time is over and print the result."""
    parser = argparse.ArgumentParser(prog="fuzz")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=time.time_ns())
    options = parser.parse_args()
    rng = random.Random(options.seed)  # noqa: S311 -- to be repeated
    bridge = Bridge(default_analyzer())
    texts = [text for _, text in corpus() if text]
    end = time.monotonic() + options.seconds
    count = chars = 0
    while time.monotonic() < end:
        text = mutated(texts, rng)
        found = fault(bridge, text)
        if found:
            short = shortest(text, lambda part: bool(fault(bridge, part)))
            print(json.dumps({"seed": options.seed, "fault": found, "text": short}))
            return 1
        count, chars = count + 1, chars + len(text)
    print(f"fuzz: {count:,} texts, {chars:,} characters, nothing found (seed {options.seed})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
