"""Compares the Lighthouse scores of an article page without the box and with it, before the click.

    python3 build.py bench embed [--runs N]

The page has another origin than our site, like a blog. Prints the medians of each category (0 to 100) and the
largest difference; exits with 1 if it is more than 2.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.server import Server

from sitebuild.browsers import CHROMIUM_FLAGS, find_browser
from sitebuild.paths import DIST, NODE_MODULES, STATIC

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
MOST_DIFFERENCE = 2  # points
PAGE = """<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="架空の記事">
<title>記事</title>
<link rel="icon" href="data:,">
<style>youten-box:not(:defined):empty {{ display: block; margin-block: 1.5em; min-height: 7rem }}</style>
{script}
</head>
<body><main>{box}<article>{article}</article></main></body>
</html>
"""


def pages(site: str) -> dict[str, str]:
    """Return name -> HTML of the page without and with the box."""
    about = json.loads((DIST / "embed" / "latest" / "integrity.json").read_text())
    source = f"{site}embed/{about['version']}/box.js"
    integrity = about["integrity"]["box.js"]
    script = f'<script async src="{source}" integrity="{integrity}" crossorigin="anonymous"></script>'
    text = (STATIC / "embed" / "gallery" / "articles" / "1.html").read_text(encoding="utf-8")
    article = text.replace('<h2 class="headline">', "<h1>").replace("</h2>", "</h1>").replace("h3>", "h2>")
    return {
        "without": PAGE.format(script="", box="", article=article),
        "with": PAGE.format(script=script, box='<youten-box for="article"></youten-box>', article=article),
    }


def audit(url: str) -> dict[str, float]:
    """Return category -> score (0 to 100) of one run."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        flags = " ".join(("--headless=new", *CHROMIUM_FLAGS))
        command = [NODE_MODULES / ".bin" / "lighthouse", url, "--quiet", "--output=json"]
        command += [f"--output-path={report}", f"--chrome-flags={flags}"]
        command.append(f"--only-categories={','.join(CATEGORIES)}")
        env = os.environ | {"CHROME_PATH": find_browser() or ""}
        subprocess.run(command, check=True, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        found = json.loads(report.read_text())["categories"]
    return {name: 100 * found[name]["score"] for name in CATEGORIES}


def main() -> int:
    """Audit both pages in turns, so that a busy moment of the machine affects both."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    scores: dict[str, list[dict[str, float]]] = {"without": [], "with": []}
    with tempfile.TemporaryDirectory() as folder, Server(DIST, prefix="/repo/") as site:
        for name, text in pages(site.url).items():
            (Path(folder) / f"{name}.html").write_text(text, encoding="utf-8")
        with Server(Path(folder), host="localhost") as blog:
            for _ in range(runs):
                for name, results in scores.items():
                    results.append(audit(f"{blog.url}{name}.html"))
    worst = 0.0
    print(f"{'medians of ' + str(runs):<18}{'without':>10}{'with':>10}")
    for category in CATEGORIES:
        medians = [statistics.median(run[category] for run in scores[name]) for name in ("without", "with")]
        worst = max(worst, abs(medians[0] - medians[1]))
        print(f"{category:<18}{medians[0]:>10.0f}{medians[1]:>10.0f}")
    print(f"largest difference {worst:.0f} (at most {MOST_DIFFERENCE})")
    return int(worst > MOST_DIFFERENCE)


if __name__ == "__main__":
    sys.exit(main())
