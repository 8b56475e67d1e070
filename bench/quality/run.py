"""Measure summaries: ``python bench/quality/run.py FOLDER [--limit N] [--sentences N]``.

Prints Markdown: ROUGE-1/2/L F and lengths per set and as the plain mean over sets, for youten and two
baselines; the paired bootstrap interval of each difference; the checks on the folder's ``seed_page.txt``.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import fmean

sys.path.insert(0, str(Path(__file__).parents[2] / "py"))  # runs from a checkout, nothing installed

from data import Item, load
from scoring import METRICS, Scorer, Surfaces, interval, macro
from systems import LexRank, System, lead, youten

from youten.model import Options
from youten.morphology import default_analyzer
from youten.summarizer import compose, read_and_analyze

Figures = dict[str, dict[str, list[float]]]  # metric -> set -> one figure per article


def main() -> int:
    """Measure and print; 1 where youten is not above both baselines or the page fails a check."""
    parser = argparse.ArgumentParser(description="Quality of summaries on a folder of articles")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int, help="articles per set (default: all)")
    parser.add_argument("--sentences", type=int, default=3)
    arguments = parser.parse_args()
    analyzer = default_analyzer()
    surfaces = Surfaces(lambda text: [morpheme.surface for morpheme in analyzer.analyze(text)])
    systems: dict[str, System] = {"youten": youten, "lead": lead, "sumy LexRank": LexRank(surfaces)}
    results = measure(systems, load(arguments.folder, arguments.limit), surfaces, arguments.sentences)
    print_table(results)
    above = print_differences(results)
    fine = check_page(arguments.folder / "seed_page.txt")
    return 0 if above and fine else 1


def measure(
    systems: Mapping[str, System], sets: Mapping[str, Sequence[Item]], surfaces: Surfaces, count: int
) -> dict[str, Figures]:
    """Run every system on every article: system -> figures; "chars" is the metric of length."""
    analyzer, scorer = default_analyzer(), Scorer(surfaces)
    results: dict[str, Figures] = {
        name: {metric: {s: [] for s in sets} for metric in (*METRICS, "chars")} for name in systems
    }
    for set_name, items in sets.items():
        for item in items:
            analyzed = read_and_analyze(item.text, item.title, analyzer)
            for name, system in systems.items():
                summary = system(item, analyzed, count)
                scores = scorer.score(item.reference, summary)
                for metric, figure in {**scores, "chars": float(sum(map(len, summary)))}.items():
                    results[name][metric][set_name].append(figure)
    return results


def print_table(results: Mapping[str, Figures]) -> None:
    """Print one row per system: ROUGE-1 / 2 / L per set, the mean over sets, the mean length."""
    sets = list(next(iter(results.values()))["chars"])
    print("ROUGE-1 / 2 / L, F\n")
    print("| |", " | ".join([*sets, "mean", "characters"]), "|")
    print("|---" * (len(sets) + 3) + "|")
    for name, figures in results.items():
        cells = [" / ".join(f"{fmean(figures[m][s]):.1f}" for m in METRICS) for s in sets]
        mean = " / ".join(f"{macro(figures[m]):.2f}" for m in METRICS)
        print(f"| {name} |", " | ".join([*cells, mean, f"{macro(figures['chars']):.0f}"]), "|")


def print_differences(results: Mapping[str, Figures]) -> bool:
    """Print what youten has over each baseline; true where ROUGE-1 and 2 are above both."""
    print("\nyouten minus the baseline, mean over sets, 95 % interval\n")
    print("| |", " | ".join(METRICS), "|")
    print("|---" * (len(METRICS) + 1) + "|")
    above = True
    for name in [name for name in results if name != "youten"]:
        cells = []
        for metric in METRICS:
            ours, theirs = results["youten"][metric], results[name][metric]
            differences = {s: [a - b for a, b in zip(ours[s], theirs[s], strict=True)] for s in ours}
            low, high = interval(differences)
            cells.append(f"{macro(differences):+.2f} ({low:+.2f} .. {high:+.2f})")
            above = above and (metric == "rougeL" or macro(differences) > 0)
        print(f"| {name} |", " | ".join(cells), "|")
    return above


def check_page(path: Path) -> bool:
    """Print the summary of the pasted page, and whether it keeps what was promised of it."""
    analyzed = read_and_analyze(path.read_text("utf-8"), "", default_analyzer())
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
