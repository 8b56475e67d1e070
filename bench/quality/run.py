"""Measures summaries: ``python bench/quality/run.py FOLDER [--limit N] [--write docs] [--memory FILE]``.

Prints Markdown: ROUGE per set and over sets for youten, the baselines and the oracle, the paired bootstrap
interval of each difference, readability faults, and the seed article beside its own box. ``--write`` puts the
tables into ``quality.md`` and the chart into ``images/quality.svg`` of that folder.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[2] / "py"))  # runs from a checkout, nothing installed

from data import load, load_seed
from measure import Memory, Result, all_systems, analyze_all, measure, new_scorer
from report import chart, differences, figures, replaced
from scoring import Scorer, interval

from youten.morphology import default_analyzer
from youten.options import Options
from youten.pipeline import analyze, compose

ROUNDS = 20  # of the clock


def main() -> int:
    """Measure and print; return 1 unless youten is above every baseline and the page passes its checks."""
    parser = argparse.ArgumentParser(description="Quality of summaries on a folder of articles")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int, help="articles per set (default: all)")
    parser.add_argument("--only", help="systems, comma-separated (default: all)")
    parser.add_argument("--write", type=Path, metavar="DOCS", help="folder of quality.md")
    parser.add_argument("--memory", type=Path, help="file that keeps the baselines' summaries between runs")
    arguments = parser.parse_args()
    surfaces, scorer = new_scorer()
    memory = Memory(arguments.memory)
    articles = analyze_all(load(arguments.folder, arguments.limit))
    results: dict[str, Result] = {}
    for name, system in all_systems(surfaces, scorer).items():
        if not arguments.only or name in ("youten", *arguments.only.split(",")):
            results[name] = measure(name, system, articles, scorer, memory)
            print(f"{name}: done", file=sys.stderr, flush=True)
    memory.keep()
    tables = figures(results) + "\n\n" + seed(arguments.folder, scorer)
    print(tables)
    if arguments.write:
        page = arguments.write / "quality.md"
        page.write_text(replaced(page.read_text("utf-8") if page.exists() else "", tables), "utf-8")
        (arguments.write / "images").mkdir(parents=True, exist_ok=True)
        (arguments.write / "images" / "quality.svg").write_text(chart(results), "utf-8")
    above = all(
        interval(differences(results["youten"], result, "rouge1"))[0] > 0
        for name, result in results.items()
        if name not in ("youten", "oracle")
    )
    return 0 if above and check_page(arguments.folder / "seed_page.txt") else 1


def seed(folder: Path, scorer: Scorer) -> str:
    """Compare the seed article's summary with the newspaper's own box, and time it."""
    item = load_seed(folder)
    analyzed = analyze(item.text, item.title, default_analyzer())
    summary = compose(analyzed)
    found = scorer.score(item.reference, [s.text for s in summary.sentences])
    times = []
    for _ in range(ROUNDS):
        begin = process_time()
        compose(analyzed)
        times.append((process_time() - begin) * 1000)
    return (
        "### The seed article beside its own box\n\n"
        f"ROUGE-1 / 2 / L {' / '.join(f'{value:.1f}' for value in found.values())}, "
        f"{summary.summary_chars} characters, "
        f"{sorted(times)[ROUNDS // 2]:.1f} ms of processor time after tokenising."
    )


def check_page(path: Path) -> bool:
    """Print the summary of the pasted page, and return whether it keeps the promises about it."""
    analyzed = analyze(path.read_text("utf-8"), "", default_analyzer())
    summary = compose(analyzed, Options())
    body = {(s.start, s.end) for s in analyzed.article.sentences if s.role == "body"}
    starts, ends = analyzed.article.text.starts, analyzed.article.text.ends
    allowed = {(starts[start], ends[end - 1]) for start, end in body}
    checks = {
        "three sentences": len(summary.sentences) == 3,
        "from the body only": all((s.start, s.end) in allowed for s in summary.sentences),
        "at most 150 characters": summary.summary_chars <= 150,
    }
    print(f"\n{path.name}: {summary.summary_chars} characters of {summary.article_chars}\n")
    print("".join(f"- {sentence.text}\n" for sentence in summary.sentences))
    print("\n".join(f"{'ok' if kept else 'NOT KEPT'}: {name}" for name, kept in checks.items()))
    return all(checks.values())


if __name__ == "__main__":
    sys.exit(main())
