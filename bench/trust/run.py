"""Tests the security promises at full count and prints a table of the figures.

    python3 build.py bench trust [NAME …]

`hostile`, `patterns` and `entries` measure CPython, `stops` and `worst` the page, `functions` lets the
interpreter miss 50 functions in three browsers, `builds` makes the site twice from nothing. The others,
`copies`, `cuts`, `deploys`, `damage`, `stalls`, `storage`, `faults`, `leaks` and `corpus`, run tests of
tests/e2e with all files, points and repetitions that the usual run leaves out, and print what each test
recorded. Without a name all are run, which takes two hours. `build.py test` contains the short form of these
tests.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

from sitebuild import browsers

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import builds  # noqa: E402 -- the tests' corpus and helpers are found from the checkout
import entries  # noqa: E402
import functions  # noqa: E402
import patterns  # noqa: E402
import stops  # noqa: E402
import worst  # noqa: E402

from hostile import rates  # noqa: E402

WHOLE = "tests/e2e/test_whole.py"
# Name -> arguments of pytest.
TESTS = {
    "cuts": [WHOLE, "-k", "cut"],
    "deploys": [WHOLE, "-k", "deploy or reader_may_ask"],
    "damage": [WHOLE, "-k", "damaged or evicted"],
    "copies": ["tests/e2e/test_copies.py"],
    "stalls": ["tests/e2e/test_stalls.py"],
    "storage": [WHOLE, "-k", "quota or without_storage or unpacks"],
    "faults": ["tests/e2e/test_faults.py"],
    "leaks": ["tests/e2e/test_leaks.py"],
    "corpus": ["tests/e2e/test_hostile.py"],
}
MOST_GROWTH = 8.0  # times, for four times the text: linear is 4, square is 16
MOST_DOUBLING = 2.3  # times, for twice the text: linear is 2, square is 4
PROMISED_RATE = 5_000  # characters per second, of the slowest family
PROMISED_IDLE = 200  # ms after the press, of every stop
PROMISED_READY = 2_000  # the same
PROMISED_CLICK = 200  # ms that a click waits while the worst file is read
PROMISED_MEMORY = 500  # MB of the tab


def hostile() -> bool:
    """Print the families, slowest first; return whether the slowest is as fast as promised."""
    print(f"\n{'family':<18}{'texts':>6}{'characters':>12}{'per second':>12}")
    found = rates()
    for rate in found:
        print(f"{rate.family:<18}{rate.texts:>6}{rate.chars:>12,}{rate.rate:>12,.0f}")
    return found[0].rate >= PROMISED_RATE


def regular() -> bool:
    """Print the patterns whose time is not negligible; return whether none grows quadratically."""
    found = patterns.growths()
    print(
        f"\npatterns with more than {patterns.NEGLIGIBLE * 1000:.0f} ms on {patterns.SIZES[1]:,} characters"
    )
    for growth in found:
        place = f"{growth.module}.{growth.name}"
        print(f"  {place:<52}{growth.unit!r:<14}{growth.seconds * 1000:>8.1f} ms{growth.ratio:>7.1f} x")
    return all(growth.ratio < MOST_GROWTH for growth in found)


def doubling() -> bool:
    """Print the worst input of every entry by each measure; return whether all are as linear as promised."""
    found = entries.growths()
    print(f"\n{'entry':<20}{'piece':<18}{'characters':>12}{'work':>18}{'doubling':>10}")
    for one in found:
        said = f"{one.amount:,.0f} lines" if one.measure == "lines" else f"{one.amount:.2f} s"
        print(f"{one.entry:<20}{one.piece!r:<18}{one.size:>12,}{said:>18}{one.ratio:>10.2f}")
    return all(one.ratio <= MOST_DOUBLING for one in found)


def stopping() -> bool:
    """Print how soon stops took effect; return whether each was as soon as promised."""
    found = stops.stops()
    ended = sum(stop.how == "ended" for stop in found)
    print(f"\nstops of a text of {stops.LONG:,} characters: {len(found)}, {ended} by ending the worker")
    for name in ("idle", "ready", "gone"):
        times = [getattr(stop, name) for stop in found]
        print(f"  {name:<8}median {statistics.median(times):>6.0f} ms, worst {max(times):>6.0f} ms")
    return all(stop.idle <= PROMISED_IDLE and stop.ready <= PROMISED_READY for stop in found)


def reading() -> bool:
    """Print the costliest files of each kind; return whether the page answered, stopped and had room."""
    print(f"\n{'file':<18}{'bytes':>12}{'seconds':>9}{'click':>8}{'stop':>8}{'MB':>7}  end")
    kept = True
    for one in worst.worst():
        stop = "before" if one.stop < 0 else f"{one.stop:.0f}"
        print(
            f"{one.name:<18}{one.size:>12,}{one.seconds:>9.1f}{one.gap:>8.0f}{stop:>8}{one.memory:>7.0f}"
            f"  {one.how}",
            flush=True,
        )
        kept &= one.gap <= PROMISED_CLICK and one.memory <= PROMISED_MEMORY and one.how != "nothing"
    return kept


def missing() -> bool:
    """Print what went wrong where a function was missing; return whether nothing did."""
    found = functions.run(lambda text: print(text, file=sys.stderr, flush=True))
    wrong = {case: faults for case, faults in found.items() if faults}
    right = len(found) - len(wrong)
    print(f"\nmissing functions, online and offline: {right} of {len(found)} without a fault")
    for case, faults in wrong.items():
        print(f"  {case}", *faults, sep="\n    ")
    return not wrong


def building() -> bool:
    """Print the differences between two builds; return whether there are none."""
    found = builds.compare()
    print(f"\ntwo builds of {found.commit[:12]}: {found.files} files, {found.bytes:,} bytes")
    print(f"  different: {len(found.different)}", *found.different, sep="\n    ")
    return not found.different


def full(name: str) -> bool:
    """Run one file of tests at full count and print what each recorded; return whether all passed."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        # The newer JUnit family has no place for the values that a test records.
        options = ["-q", "--no-header", f"--junit-xml={report}", "-o", "junit_family=xunit1"]
        command = [sys.executable, "-m", "pytest", *options, *TESTS[name]]
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
    """Return the values that a test recorded."""
    said = [f"{one.get('name')} {one.get('value')}" for one in case.iter("property")]
    return f": {', '.join(said)}" if said else ""


def main(arguments: list[str]) -> int:
    """Run the named measurements, or all."""
    browsers.ensure_engines()
    own = {
        "hostile": hostile,
        "patterns": regular,
        "entries": doubling,
        "stops": stopping,
        "worst": reading,
        "functions": missing,
        "builds": building,
    }
    names = arguments or [*own, *TESTS]
    kept = [own[name]() if name in own else full(name) for name in names]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
