"""Articles per second: ``youten batch`` with one process and with two, beside sumy's LexRank, in one run.

All start as processes of their own, read the same file and write one; each time is from the start of the
process to its end, so loading counts. They take turns; printed are the medians of the rounds, and those of
each round's own ratios, because a shared machine is slow for a while and then not. On a busy one look at the
articles per second of a processor: the clock on the wall tells how busy it is.
sumy gets its sentences from the same reader (it knows no Japanese quotation marks) and its words from stock
Janome, made once; it does less: no shortening, no reasons, no offsets. Source: sumy 0.13.
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
LEAST_GAIN, LEAST_AHEAD = 1.7, 3.0  # what is promised: two processes over one, one process over sumy


def lexrank(source: Path, out: Path) -> None:
    """Summarise JSON lines as sumy does: LexRank over stock Janome's words."""
    from janome.tokenizer import Tokenizer
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
    from sumy.summarizers.lex_rank import LexRankSummarizer

    from youten.reading import read

    janome = Tokenizer(wakati=True)

    class Words:
        """Words under the name sumy asks for."""

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
    """(seconds that a command takes, seconds of processors that it uses); it has to end well."""
    begin, used = time.monotonic(), _used()
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL, env=os.environ)
    return time.monotonic() - begin, _used() - used


def _used() -> float:
    """Processor time of all children that have ended, and of theirs."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def main(arguments: list[str]) -> int:
    """Print the rates and their ratios; 1 if one is below what is promised."""
    parser = argparse.ArgumentParser("throughput", description=__doc__)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--characters", type=int, default=articles.CHARACTERS, help="of an article")
    parser.add_argument("--rounds", type=int, default=5)
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
        rates: dict[str, list[float]] = {name: [] for name in commands}
        work: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(given.rounds):
            for name, command in commands.items():
                took, used = timed(command)
                rates[name].append(given.articles / took)
                work[name].append(given.articles / used)
        assert len((folder / "sumy.jsonl").read_bytes().splitlines()) == given.articles
    one, two, sumy = (rates[name] for name in commands)
    gain, ahead = (statistics.median(map(truediv, *pair)) for pair in ((two, one), (one, sumy)))
    size = f"{given.articles:,} articles of {given.characters} characters"
    print(f"{size}, medians of {given.rounds} rounds, {len(os.sched_getaffinity(0))} cores")
    for name, values in rates.items():
        spread = f"(from {min(values):.1f} to {max(values):.1f})"
        processor = f"{statistics.median(work[name]):.1f} per second of a processor"
        print(f"{name:14} {statistics.median(values):7.1f} articles/s  {spread}; {processor}")
    print(f"two processes over one: {gain:.2f} (at least {LEAST_GAIN})")
    print(f"one process over sumy: {ahead:.2f} (at least {LEAST_AHEAD})")
    return 0 if gain >= LEAST_GAIN and ahead >= LEAST_AHEAD else 1


if __name__ == "__main__":
    if sys.argv[1:2] == ["lexrank"]:
        lexrank(*map(Path, sys.argv[2:]))
    else:
        sys.exit(main(sys.argv[1:]))
