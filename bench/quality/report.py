"""Writes the figures as Markdown and as a chart (SVG), without text of any article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import fmean

from measure import LIMITS, Result
from scoring import METRICS, interval, macro

BEGIN, END = "<!-- figures: begin (bench/quality/run.py writes this part) -->", "<!-- figures: end -->"
ROW, LEFT, WIDTH = 26, 130, 720  # pixels


def differences(ours: Result, theirs: Result, metric: str) -> dict[str, list[float]]:
    """Return set -> youten minus the other, article by article."""
    a, b = ours.figures[metric], theirs.figures[metric]
    return {s: [x - y for x, y in zip(a[s], b[s], strict=True)] for s in a}


def figures(results: Mapping[str, Result]) -> str:
    """Return all tables."""
    return "\n\n".join([_rouge(results), _lengths(results), _gains(results), _faults(results)])


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _rouge(results: Mapping[str, Result]) -> str:
    sets = list(results["youten"].figures["chars"])
    rows = []
    for name, result in results.items():
        cells = [" / ".join(f"{fmean(result.figures[m][s]):.1f}" for m in METRICS) for s in sets]
        mean = " / ".join(f"{macro(result.figures[m]):.2f}" for m in METRICS)
        rows.append([name, *cells, mean, f"{macro(result.figures['chars']):.0f}"])
    return "### Three sentences: ROUGE-1 / 2 / L, F\n\n" + _table(["", *sets, "mean", "characters"], rows)


def _lengths(results: Mapping[str, Result]) -> str:
    rows = []
    for name, result in results.items():
        cells = [
            " / ".join(f"{macro(result.figures[f'{m}@{limit}']):.2f}" for m in METRICS) for limit in LIMITS
        ]
        rows.append([name, *cells])
    note = (
        "Mean over sets. youten keeps to the limit with whole sentences; every other summary of three\n"
        "sentences is cut off at the limit, inside a word if necessary, as DUC did."
    )
    head = ["", *(f"{limit} characters" for limit in LIMITS)]
    return f"### At a length: ROUGE-1 / 2 / L, F\n\n{note}\n\n{_table(head, rows)}"


def _gains(results: Mapping[str, Result]) -> str:
    rows = []
    for name, result in results.items():
        if name in ("youten", "oracle"):
            continue
        cells = []
        for metric in METRICS:
            gain = differences(results["youten"], result, metric)
            low, high = interval(gain)
            cells.append(f"{macro(gain):+.2f} ({low:+.2f} … {high:+.2f})")
        rows.append([name, *cells])
    title = "### youten minus the other, mean over sets, 95 % interval (paired bootstrap over articles)"
    return f"{title}\n\n{_table(['', 'ROUGE-1', 'ROUGE-2', 'ROUGE-L'], rows)}"


def _faults(results: Mapping[str, Result]) -> str:
    names = list(results["youten"].faults)
    rows = [
        [name, *(f"{100 * result.faults[fault] / max(1, result.sentences):.1f} %" for fault in names)]
        for name, result in results.items()
    ]
    return "### Sentences with a fault that a program can see\n\n" + _table(["", *names], rows)


def chart(results: Mapping[str, Result]) -> str:
    """Draw ROUGE-1 and ROUGE-2 of every system as bars."""
    order = sorted(results, key=lambda name: -macro(results[name].figures["rouge1"]))
    scale = (WIDTH - LEFT - 60) / max(macro(results[name].figures["rouge1"]) for name in order)
    parts = []
    for row, name in enumerate(order):
        one, two = (macro(results[name].figures[m]) for m in METRICS[:2])
        y = 40 + row * ROW
        paint = f'fill="{"#b3261e" if name == "youten" else "#7a8794"}"'
        parts += [
            f'<text x="{LEFT - 8}" y="{y + 13}" text-anchor="end">{name}</text>',
            f'<rect x="{LEFT}" y="{y}" width="{one * scale:.1f}" height="9" {paint}/>',
            f'<rect x="{LEFT}" y="{y + 10}" width="{two * scale:.1f}" height="6" {paint} opacity=".5"/>',
            f'<text x="{LEFT + one * scale + 6:.1f}" y="{y + 11}">{one:.1f} / {two:.1f}</text>',
        ]
    height = 50 + len(order) * ROW
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" font-family="sans-serif" '
        f'font-size="12">\n<rect width="{WIDTH}" height="{height}" fill="#fff"/>\n'
        f'<text x="{LEFT}" y="22" font-weight="bold">ROUGE-1 (bar) and ROUGE-2 (thin bar), mean of five '
        "sets, three sentences</text>\n" + "\n".join(parts) + "\n</svg>\n"
    )


def replaced(page: str, tables: str) -> str:
    """Replace the tables between the markers of a page; the text around them stays."""
    before, _, rest = page.partition(BEGIN)
    after = rest.partition(END)[2]
    return f"{before}{BEGIN}\n\n{tables}\n\n{END}{after or chr(10)}"
