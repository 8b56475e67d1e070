"""What was promised of safety, at full count: prints the table of the figures.

    python3 build.py bench trust [hostile|patterns|whole|faults|leaks|corpus …]

`hostile` and `patterns` measure CPython; the others run the tests of tests/e2e with every file, point and
repetition that the usual run leaves out, and take what each test recorded. Takes about half an hour; the
short form is a part of `build.py test`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

from buildsteps import environment

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import patterns  # noqa: E402 -- the same

from hostile import rates  # noqa: E402 -- the tests' corpus is found from the checkout

TESTS = {
    "whole": "tests/e2e/test_whole.py",
    "leaks": "tests/e2e/test_leaks.py",
    "corpus": "tests/e2e/test_hostile.py",
}
MOST_GROWTH = 8.0  # times, for four times the text: linear is 4, square is 16
PROMISED_RATE = 5_000  # characters per second, of the slowest family


def hostile() -> bool:
    """Print the families, slowest first; whether the slowest is as fast as promised."""
    print(f"\n{'family':<18}{'texts':>6}{'characters':>12}{'per second':>12}")
    found = rates()
    for rate in found:
        print(f"{rate.family:<18}{rate.texts:>6}{rate.chars:>12,}{rate.rate:>12,.0f}")
    return found[0].rate >= PROMISED_RATE


def regular() -> bool:
    """Print the patterns whose time is worth a word; whether none grows like the square of the text."""
    found = patterns.growths()
    print(
        f"\npatterns with more than {patterns.NEGLIGIBLE * 1000:.0f} ms on {patterns.SIZES[1]:,} characters"
    )
    for growth in found:
        place = f"{growth.module}.{growth.name}"
        print(f"  {place:<52}{growth.unit!r:<14}{growth.seconds * 1000:>8.1f} ms{growth.ratio:>7.1f} x")
    return all(growth.ratio < MOST_GROWTH for growth in found)


def full(name: str) -> bool:
    """Run one file of tests at full count and print what each recorded; whether all passed."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command = [sys.executable, "-m", "pytest", "-q", "--no-header", f"--junit-xml={report}", TESTS[name]]
        env = os.environ | {"YOUTEN_FULL": "1"}
        code = subprocess.run(command, cwd=ROOT, env=env, stdout=sys.stderr, check=False).returncode
        cases = ET.parse(report).getroot().iter("testcase")  # noqa: S314 -- our own report
        rows = [
            (case.get("name", ""), case.find("failure") is None and case.find("error") is None, figures(case))
            for case in cases
        ]
    print(f"\n{name}")
    for test, passed, said in rows:
        print(f"  {'passed' if passed else 'FAILED'}  {test.removeprefix('test_').replace('_', ' ')}{said}")
    return code == 0


def figures(case: ET.Element) -> str:
    """What a test recorded of itself."""
    said = [f"{one.get('name')} {one.get('value')}" for one in case.iter("property")]
    return f": {', '.join(said)}" if said else ""


def main(arguments: list[str]) -> int:
    """Run what is named, or everything."""
    environment.ensure_engines()
    own = {"hostile": hostile, "patterns": regular}
    names = arguments or [*own, *TESTS]
    kept = [own[name]() if name in own else full(name) for name in names]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
