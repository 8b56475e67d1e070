"""Measures articles per second: ``youten batch`` with one and two processes, and sumy's LexRank.

Each is a process of its own, reads the same file and writes one; the time includes its start. They take
turns. Printed are the medians of the rounds and the medians of the ratios within a round, because the speed
of a shared machine varies. On a busy machine use the articles per second of processor time. sumy gets its
sentences from the same reader (it does not know Japanese quotation marks) and its words from stock Janome,
loaded once. It does less: no shortening, no reasons, no offsets. Source: sumy 0.13.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from operator import truediv
from pathlib import Path

import articles

SENTENCES = 3
LEAST_GAIN, LEAST_AHEAD = 1.7, 3.0  # promised ratios: two processes to one, one process to sumy


def lexrank(source: Path, out: Path) -> None:
    """Summarise JSON Lines with sumy: LexRank over stock Janome's words."""
    from janome.tokenizer import Tokenizer
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
    from sumy.summarizers.lex_rank import LexRankSummarizer

    from youten.reading import read

    janome = Tokenizer(wakati=True)

    class Words:
        """A tokenizer with the interface that sumy needs."""

        def to_words(self, text: str) -> Sequence[str]:
            return tuple(word for word in janome.tokenize(str(text)) if word.strip())

    words, summarizer = Words(), LexRankSummarizer()
    with source.open(encoding="utf-8") as lines, out.open("w", encoding="utf-8") as answers:
        for line in lines:
            record = json.loads(line)
            body = [s.text for s in read(record["text"], "").sentences if s.role == "body"]
            document = ObjectDocumentModel([Paragraph([Sentence(text, words) for text in body])])
            chosen = [str(sentence) for sentence in summarizer(document, SENTENCES)]
            answers.write(json.dumps({"id": record["id"], "sentences": chosen}, ensure_ascii=False) + "\n")


def timed(command: list[str]) -> tuple[float, float]:
    """Run a command that must succeed; return (seconds, seconds of processor time)."""
    begin, used = time.monotonic(), _used()
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL, env=os.environ)
    return time.monotonic() - begin, _used() - used


def _used() -> float:
    """Return the processor time of all ended children and of their children."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def main(arguments: list[str]) -> int:
    """Print the rates and their ratios; return 1 if a ratio is below the promise."""
    parser = argparse.ArgumentParser("throughput", description=__doc__)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--characters", type=int, default=articles.CHARACTERS, help="of an article")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--alone", action="store_true", help="without sumy, for many articles")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        source = articles.write(folder / "in.jsonl", given.articles, given.characters)
        batch = [sys.executable, "-m", "youten", "batch", str(source), "--overwrite", "--quiet"]
        out = ["-o", str(folder / "out.jsonl")]
        commands = {
            "one process": [*batch, *out, "-j", "1"],
            "two processes": [*batch, *out, "-j", "2"],
            "sumy LexRank": [sys.executable, __file__, "lexrank", str(source), str(folder / "sumy.jsonl")],
        }
        if given.alone:
            del commands["sumy LexRank"]
        rates: dict[str, list[float]] = {name: [] for name in commands}
        work: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(given.rounds):
            for name, command in commands.items():
                took, used = timed(command)
                rates[name].append(given.articles / took)
                work[name].append(given.articles / used)
        assert given.alone or len((folder / "sumy.jsonl").read_bytes().splitlines()) == given.articles
    one, two, *sumy = (rates[name] for name in commands)
    gain, *ahead = (
        statistics.median(map(truediv, *pair)) for pair in [(two, one), *((one, s) for s in sumy)]
    )
    size = f"{given.articles:,} articles of {given.characters} characters"
    print(f"{size}, medians of {given.rounds} rounds, {len(os.sched_getaffinity(0))} cores")
    for name, values in rates.items():
        spread = f"(from {min(values):.1f} to {max(values):.1f})"
        processor = f"{statistics.median(work[name]):.1f} per second of a processor"
        print(f"{name:14} {statistics.median(values):7.1f} articles/s  {spread}; {processor}")
    print(f"two processes over one: {gain:.2f} (at least {LEAST_GAIN})")
    print(
        "".join(f"one process over sumy: {ratio:.2f} (at least {LEAST_AHEAD})\n" for ratio in ahead), end=""
    )
    return 0 if gain >= LEAST_GAIN and all(ratio >= LEAST_AHEAD for ratio in ahead) else 1


if __name__ == "__main__":
    if sys.argv[1:2] == ["lexrank"]:
        lexrank(*map(Path, sys.argv[2:]))
    else:
        sys.exit(main(sys.argv[1:]))
