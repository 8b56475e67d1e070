"""Asks the interpreter of a first visit about texts that its recording did not see, and CPython beside it.

    python3 build.py bench unseen FOLDER … [--texts 20000] [--seed 1] [--after N]

The folders hold articles and sentences as .jsonl, .txt or .md. All of their text is asked about, in any
order: long strings one by one, short ones five at a time. Then mutations of them and of the hostile corpus,
up to the number of texts. Each is summarised with other options, and something is asked about the result.
Replies must be the same bytes as CPython's, and at most one text in a thousand may need a function that the
interpreter does not have; those are printed with their numbers in the wasm. The exit code is 1 otherwise.
Ctrl+C prints what was found until then; ``--after`` goes on behind the first N texts.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from tests.hostile.corpus import corpus, well_formed

from fuzz.run import mutated
from sitebuild import wheels
from sitebuild.pyodide import assets, record
from sitebuild.pyodide.corpus import FORMATS, OPTIONS, places
from youten.bridge import Bridge
from youten.morphology import JanomeAnalyzer, default_analyzer

MOST_TRAPS = 1 / 1000  # of the texts
LONG = 300  # characters of a string that is a text by itself
TOGETHER = 5
LEAST = 8  # characters
JAPANESE = re.compile("[ぁ-ヿ一-鿿]")
TIMES = re.compile(r'"phases": \{[^}]*\}')
SHOWN = 5  # texts of each kind of fault
EVERY = 60.0  # seconds between two lines of progress


def strings(value: object) -> Iterator[str]:
    """Yield the strings of a JSON value that have Japanese in them."""
    if isinstance(value, str) and len(value) >= LEAST and JAPANESE.search(value):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)


def found(folder: Path) -> Iterator[str]:
    """Yield the strings of a folder's files."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".txt", ".md"):
            yield from strings(path.read_text(encoding="utf-8"))
        elif path.suffix == ".jsonl":
            for line in path.read_text(encoding="utf-8").splitlines():
                yield from strings(json.loads(line))


def texts(folders: list[Path], rng: random.Random) -> Iterator[str]:
    """Yield all text of the folders, then mutations without an end."""
    given = list(dict.fromkeys(well_formed(each) for folder in folders for each in found(folder)))
    short = [each for each in given if len(each) < LONG]
    long = [each for each in given if len(each) >= LONG]
    joined = ["\n".join(short[at : at + TOGETHER]) for at in range(0, len(short), TOGETHER)]
    yield from rng.sample(long + joined, len(long) + len(joined))
    sources = (long, short, [well_formed(text) for _, text in corpus() if text])
    while True:
        for source in filter(None, sources):
            yield mutated(source, rng)


def afterwards(job: int, number: int, text: str) -> str:
    """Return one of the requests about a finished article."""
    begins = places(text)
    made: tuple[dict[str, Any], ...] = (
        {"action": "compose", "salience": True},
        {"action": "render", "format": FORMATS[number % len(FORMATS)]},
        {"action": "forms", "spans": [[at, at] for at in begins]},
        {"action": "readings", "spans": [[0, min(len(text), 300)]], "texts": [text[:50]]},
        {"action": "render", "format": "html", "lines": [[[at, at + 5]] for at in begins[:3]]},
    )
    return json.dumps(made[number % len(made)] | {"job": job, "options": OPTIONS[-1 - number % len(OPTIONS)]})


class Browser:
    """The interpreter of a first visit, under Node."""

    def __init__(self, folder: Path) -> None:
        plan = record.plan(folder, wheels.for_browser(wheels.youten_wheel()))
        plan["wasm"] = str(assets.hot(Path(plan["pyodide"])) / assets.WASM)
        (folder / "plan.json").write_text(json.dumps(plan), encoding="utf-8")
        command = ["node", str(assets.HERE / "ask.mjs"), str(folder / "plan.json")]
        self._node = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )

    def ask(self, request: str) -> Callable[[], str]:
        """Send a request; return the function that waits for the reply."""
        assert self._node.stdin
        assert self._node.stdout
        self._node.stdin.write(request + "\n")
        self._node.stdin.flush()
        return partial(next, (line for line in self._node.stdout if line.startswith("{")))

    def close(self) -> None:
        """End it."""
        self._node.communicate()


class Comparison:
    """Both interpreters side by side; what they answered differently."""

    def __init__(self, browser: Browser, analyzer: JanomeAnalyzer, after: int) -> None:
        self._browser, self._analyzer = browser, analyzer
        self._bridge = Bridge(analyzer)
        self.texts = self.chars = 0
        self._after = after
        self.trapped: Counter[int] = Counter()  # number of the function -> texts
        self.traps: list[str] = []
        self.different: list[str] = []

    def ask(self, request: str) -> Any:
        """Ask both; return the reply, or None if they did not answer the same."""
        wait = self._browser.ask(request)
        expected = self._bridge.handle(request)
        reply = wait()
        parsed: dict[str, Any] = json.loads(reply)
        if "thrown" in parsed:
            self.traps.append(request)
            self.trapped[parsed["places"][0] if parsed["places"] else -1] += 1
            self._bridge = Bridge(self._analyzer)  # the other one has been started anew too
            return None
        if TIMES.sub("", reply.rstrip("\n")) == TIMES.sub("", expected):
            return parsed
        self.different.append(request)
        return None

    def about(self, text: str) -> None:
        """Summarise a text, and ask something about the result."""
        self.texts += 1
        number = self._after + self.texts
        self.chars += len(text)
        options = OPTIONS[number % len(OPTIONS)]
        request = {"action": "summarize", "text": text, "title": "", "options": options, "salience": True}
        reply = self.ask(json.dumps(request))
        if reply and "job" in reply:
            self.ask(afterwards(reply["job"], number, text))


def compare(compared: Comparison, asked: Iterator[str]) -> None:
    """Ask about all texts, or until the reader presses Ctrl+C."""
    said = begin = time.monotonic()
    try:
        for text in asked:
            compared.about(text)
            if time.monotonic() - said > EVERY:
                said = time.monotonic()
                found = f"{len(compared.traps)} traps, {len(compared.different)} different"
                print(
                    f"{compared.texts:,} texts in {said - begin:.0f} s: {found}", file=sys.stderr, flush=True
                )
    except KeyboardInterrupt:
        return


def main() -> int:
    """Compare and print what was found."""
    parser = argparse.ArgumentParser(prog="unseen")
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--texts", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--after", type=int, default=0)
    options = parser.parse_args()
    analyzer = default_analyzer()
    analyzer.learn()
    rng = random.Random(options.seed)  # noqa: S311 -- to be repeated
    with tempfile.TemporaryDirectory() as folder:
        browser = Browser(Path(folder))
        compared = Comparison(browser, analyzer, options.after)
        compare(compared, islice(texts(options.folders, rng), options.after, options.texts))
        browser.close()
    found = f"{len(compared.different)} different answers, {len(compared.traps)} traps"
    print(f"unseen: {compared.texts:,} texts, {compared.chars:,} characters; {found}")
    for place, times in compared.trapped.most_common():
        print(f"  {times} in function {place}, imported ones included")
    for kind, requests in (("different", compared.different), ("trap", compared.traps)):
        for request in requests[:SHOWN]:
            print(f"{kind}: {request}")
    return 1 if compared.different or len(compared.traps) > compared.texts * MOST_TRAPS else 0


if __name__ == "__main__":
    sys.exit(main())
