"""Writes boxes into four kinds of sites: ``python3 build.py bench publishing [POSTS]``, 300 posts each.

Hugo, Jekyll, MkDocs and Zenn, every notation in the posts. Counts the posts that changed beyond the box, by a
second run, after ``--remove``; that a check did not find after an edit; and lines that hold markup.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "py")]

from tests.publishing.examine import examine  # noqa: E402
from tests.publishing.posts import KINDS, make  # noqa: E402

SHOWN = 5  # posts named for each finding


def main(arguments: list[str]) -> int:
    """Examine the four sites; return 1 if there is a finding."""
    count = int(arguments[0]) if arguments else 300
    failed = False
    for kind in KINDS:
        with tempfile.TemporaryDirectory() as folder:
            site = Path(folder)
            posts = make(site, kind, count)
            print(f"{kind}: {count} posts")
            for finding, what in examine(site, posts, _inject(site)).items():
                failed = failed or bool(what)
                print(f"  {finding}: {len(what)}")
                print("".join(f"    {one}\n" for one in what[:SHOWN]), end="")
    return int(failed)


def _inject(site: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Return what runs ``youten inject`` in the site's folder, on every core."""
    env = {**os.environ, "PYTHONPATH": str(ROOT / "py"), "PYTHONUTF8": "1"}

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = (sys.executable, "-m", "youten", "inject", "-j", "0", *arguments)
        return subprocess.run(command, cwd=site, env=env, capture_output=True, text=True, check=False)

    return run


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
