"""Writes docs/performance.md and its charts from the results."""

from __future__ import annotations

from pathlib import Path

from figures import MEBIBYTE, MEGABYTE, NAMES, Engine, Results, median, of, spread, table
from promises import Promise, doublings, promises, verdict
from starts import boot, boot_chart, engine_chart

MEASURED = """\
Each engine is loaded from loopback into its own browser profile; the engines take turns.
*First visit*: a fresh profile. *Second visit*: the browser closed and started again with the same profile and
everything that the first visit stored there (HTTP cache, compiled code, service worker, snapshot).
*Ready*: milliseconds from navigation until the first text could be tokenised, including the dictionary.
*Transferred*: all bytes sent during the first visit, as gzip, including those stored for offline use.
*Memory*: WebAssembly memory after the first text; for the two engines in JavaScript the heap and its arrays
after a garbage collection.
*Tokenised*: the article with a warm engine, one character longer each time; for youten the analysis inside
its sealed worker, for the others `tokenize()` on the page.
Medians (smallest–largest).
"""


# Parts that are measured separately, so that they can be measured again.
AGAIN = {
    "beside": "the build beside ours",
    "idle": "the first summary on an idle page",
    "same": "both analysers in one Pyodide, and growth with length",
    "long": "200,000 characters",
    "batch": "the batch",
}


def _row(name: str, engine: Engine) -> tuple[str, ...]:
    first, second = engine["first"], engine["second"]
    return (
        NAMES[name],
        spread([size / MEGABYTE for size in of(first, "bytes")], 1),
        spread(of(first, "ready")),
        spread(of(second, "ready")),
        spread([size / MEBIBYTE for size in of(first, "memory")]),
        spread(of(first, "tokenize"), 1),
    )


def side_by_side(results: Results) -> list[str]:
    """Return the table of all engines."""
    head = (
        "",
        "transferred, MB",
        "ready, first visit, ms",
        "ready, second visit, ms",
        "memory, MiB",
        "tokenised, ms",
    )
    return table(head, (_row(name, results["engines"][name]) for name in NAMES if name in results["engines"]))


def promise_table(results: Results) -> list[str]:
    """Return the table of promises and measured values."""

    def bound(promise: Promise, value: float) -> str:
        return f"{'≥' if promise.least else '≤'} {value:g}{promise.unit}"

    def measured(promise: Promise) -> str:
        return f"{promise.value:,.{1 if promise.unit == ' ms' else 2}f}{promise.unit}"

    rows = ((p.name, bound(p, p.must), bound(p, p.aim), measured(p), verdict(p)) for p in promises(results))
    return table(("", "must", "aim", "measured", "keeps"), rows)


def phone(results: Results) -> list[str]:
    """Return the section on a simulated phone."""
    throttled = results.get("throttled")
    if not throttled:
        return []
    found = throttled["first"]
    rows = [
        (
            "**youten**, first visit",
            spread(of(found["youten"], "ready")),
            spread(of(found["youten"], "interactive")),
        ),
        (
            "**youten**, second visit",
            spread(of(throttled["second"], "ready")),
            spread(of(throttled["second"], "interactive")),
        ),
        (f"{NAMES['lindera']}, first visit", spread(of(found["lindera"], "ready")), "–"),
    ]
    return [
        "## On a simulated phone",
        "",
        "10 Mbit/s and 40 ms latency (the browser's own emulation, which applies to page and frame).",
        "All threads of the page's process are stopped three quarters of the time, because the browser's",
        "emulation of a slow processor does not apply to workers.",
        f"A loop in a worker took {throttled['slowdown']:.1f} times as long as at full speed.",
        "",
        *table(("", "ready, ms", "page accepts input, ms"), rows),
        *_beside(results),
    ]


def _beside(results: Results) -> list[str]:
    found = results.get("beside")
    if not found:
        return []
    names = {"ours": "this build", "other": "the build beside it"}
    rows = ((names[name], spread(times)) for name, times in found.items())
    return [
        "From navigation to the drawn summary of a text pasted as soon as the page takes input, first visit:",
        "",
        *table(("", "ms"), rows),
    ]


def other_browsers(results: Results) -> list[str]:
    """Return the section on Firefox and WebKitGTK."""
    if "browsers" not in results:
        return []
    rows = []
    for name, rounds in results["browsers"].items():
        if rounds is None:
            rows.append((name, *["not installed"] * 6))
            continue
        first, second = [visits[0] for visits in rounds], [visits[1] for visits in rounds if len(visits) > 1]
        rows.append(
            (
                name,
                spread([size / MEGABYTE for size in of(first, "bytes")], 1),
                spread(of(first, "ready")),
                spread(of(second, "ready")) if second else "–",
                spread([size / MEBIBYTE for size in of(first, "memory")]),
                spread(of(first, "tokenize"), 1),
                spread(of(first, "summary"), 1),
            )
        )
    head = (
        "youten in",
        "transferred in total, MB",
        "ready, first visit, ms",
        "ready, second visit, ms",
        "memory, MiB",
        "tokenised, ms",
        "summary, ms",
    )
    note = "WebKitGTK's driver starts with a new profile every time, so a second visit cannot be measured."
    return ["## Other browsers", "", *table(head, rows), note, ""]


def analysis(results: Results) -> list[str]:
    """Return the sections on analysis in one Pyodide, growth, and the batch."""
    lines: list[str] = []
    same = results.get("same")
    if same:
        lines += [
            "## Analysis alone",
            "",
            "The article tokenised, warm, by both analysers in the same Pyodide:",
            "",
        ]
        names = {"ours": "youten's", "stock": "stock Janome's"}
        lines += table(
            ("", "ms"), ((names[name], spread(times, 1)) for name, times in same["tokenize"].items())
        )
        lengths = sorted(next(iter(same["growth"].values())), key=int)
        head = ("ms by characters", *(f"{int(length):,}" for length in lengths), "largest doubling")
        rows = (
            (name, *(f"{median(growth[length]):,.0f}" for length in lengths), f"{max(doublings(growth)):.2f}")
            for name, growth in same["growth"].items()
        )
        lines += table(head, rows)
    if "batch" in results:
        batch = results["batch"]
        lines += [
            f"`youten batch`, CPython {batch['python']}, {batch['articles']} pages of"
            f" {batch['characters']:,.0f} characters (median), from the first answer to the last:",
            "",
        ]
        names = {"ours": "youten batch", "stock": "the same pipeline on stock Janome"}
        lines += table(
            ("", "articles/s"), ((names[name], spread(rates, 1)) for name, rates in batch["rates"].items())
        )
    return lines


def document(results: Results) -> str:
    """Return the text of performance.md."""
    machine, article = results["machine"], results["article"]
    runs = len(results["engines"]["youten"]["first"])
    where = f"{machine['processor']}, {machine['cores']} cores, {machine['system']}"
    about = f"`{article['name']}`, {article['characters']:,} characters"
    lines = [
        "# 速さ / Performance",
        "",
        "起動、転送量、メモリー、解析の速さを、ほかの形態素解析器と交互に測った結果です。",
        "`python3 build.py bench engines` が一回の実行ですべてを測り、このページを書きます。",
        "括弧の外は中央値、中は最小と最大です。",
        "",
        "This page is written by `python3 build.py bench engines`, which measures everything in one run.",
        f"This run: {machine['date']}; {where}; Chromium {machine['chromium']}; {runs} rounds; {about}.",
        *(f"Measured again after the rest: {AGAIN[part]}." for part in results.get("again", [])),
        "",
        "![Ready on first and second visits](images/engines.svg)",
        "",
        *side_by_side(results),
        MEASURED,
        "## Promises",
        "",
        *promise_table(results),
        *boot(results),
        *phone(results),
        *other_browsers(results),
        *analysis(results),
    ]
    return "\n".join(lines).rstrip() + "\n"


def write(results: Results, out: Path) -> str:
    """Write document and charts below ``out`` and return the document."""
    text = document(results)
    images = out / "images"
    images.mkdir(parents=True, exist_ok=True)
    (images / "engines.svg").write_text(engine_chart(results), encoding="utf-8")
    (images / "boot.svg").write_text(boot_chart(results), encoding="utf-8")
    (out / "performance.md").write_text(text, encoding="utf-8")
    return text
