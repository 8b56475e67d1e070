"""Writes boxes into four kinds of sites: ``python3 build.py bench publishing [POSTS]``, 300 posts each.

Hugo, Jekyll, MkDocs and Zenn, every notation in the posts. Counts the posts that changed beyond the box, by a
second run, after ``--remove``; that a check did not find after an edit; and lines that hold markup. Where the
generator is installed, it builds the site before and after, and the pages that differ by anything but the box
are counted.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "py")]

import generators  # noqa: E402
from tests.publishing.examine import examine  # noqa: E402
from tests.publishing.posts import KINDS, make  # noqa: E402

SHOWN = 5  # posts named for each finding


def main(arguments: list[str]) -> int:
    """Examine the four sites; return 1 if there is a finding."""
    count = int(arguments[0]) if arguments else 300
    failed = False
    for kind in KINDS:
        with tempfile.TemporaryDirectory() as folder:
            site = Path(folder) / "site"
            posts = make(site, kind, count)
            print(f"{kind}: {count} posts")
            found = _pages(kind, site) | examine(site, posts, _inject(site))
            for finding, what in found.items():
                failed = failed or bool(what)
                print(f"  {finding}: {len(what)}")
                print("".join(f"    {one}\n" for one in what[:SHOWN]), end="")
    return int(failed)


def _pages(kind: str, site: Path) -> dict[str, list[str]]:
    """Build the site before and after; return finding -> pages."""
    if not generators.is_installed(kind):
        print("  not built: its generator is not installed")
        return {}
    copy = site.with_name("copy")
    shutil.copytree(site, copy)
    _inject(copy)(".")
    pages = [generators.build(kind, each, site.with_name("pages")) for each in (site, copy)]
    with_box = sum(page != pages[0].get(path) for path, page in pages[1].items())
    print(f"  pages built: {len(pages[1])}, with a box: {with_box}")
    return {"pages that differ beyond the box": list(generators.differences(*pages))}


def _inject(site: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Return what runs ``youten inject`` in the site's folder, on every core."""
    env = {**os.environ, "PYTHONPATH": str(ROOT / "py"), "PYTHONUTF8": "1"}

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = (sys.executable, "-m", "youten", "inject", "-j", "0", *arguments)
        return subprocess.run(command, cwd=site, env=env, capture_output=True, text=True, check=False)

    return run


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
