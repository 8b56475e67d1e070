"""Reports where the time of a start goes: the phases and the floor, as a chart and as a section."""

from __future__ import annotations

from collections.abc import Sequence

from charts import Bar, Group, Line, chart
from figures import NAMES, Results, Visit, median, of, table


def phases(visits: Sequence[Visit]) -> dict[str, float]:
    """Return the medians of the boot's phases; "page" is the time before and between them."""
    names = list(dict.fromkeys(name for visit in visits for name in visit["phases"]))
    found = {name: median([visit["phases"].get(name, 0.0) for visit in visits]) for name in names}
    rest = median(of(visits, "ready")) - sum(found.values())
    return {"page": max(rest, 0.0), **found}


def _boot_bars(results: Results) -> list[Group]:
    """Return the bars of both visits, and below them the floor."""
    groups = []
    for visit, name in (("first", "youten, first visit"), ("second", "youten, second visit")):
        visits = results["engines"]["youten"][visit]
        parts = tuple((phase, ms) for phase, ms in phases(visits).items() if ms >= 1)
        groups.append(Group(name, (Bar(parts, f"{median(of(visits, 'ready')):,.0f}"),)))
    floor = results["engines"].get("floor")
    if floor:
        compiled, ready = (median(of(floor["first"], key)) for key in ("compiled", "ready"))
        parts = (("download", compiled), ("python", ready - compiled))
        groups.append(Group("bare Pyodide", (Bar(parts, f"{ready:,.0f}"),)))
    return groups


def boot_chart(results: Results) -> str:
    """Return an SVG of the phases of a start, with the floor."""
    floor = results["engines"].get("floor")
    line = Line("floor: bare Pyodide", median(of(floor["first"], "ready"))) if floor else None
    return chart("Where a start goes (median of each phase)", "ms", _boot_bars(results), line)


def engine_chart(results: Results) -> str:
    """Return an SVG of ready times on first and second visits, without stock (its bars are too long)."""
    groups = []
    for name in NAMES:
        if name == "stock" or name not in results["engines"]:
            continue
        times = {visit: median(of(results["engines"][name][visit], "ready")) for visit in ("first", "second")}
        bars = tuple(Bar(((f"{visit} visit", ms),), f"{ms:,.0f}") for visit, ms in times.items())
        groups.append(Group(NAMES[name].strip("*"), bars))
    return chart("Ready to tokenise, from navigation", "ms", groups)


def boot(results: Results) -> list[str]:
    """Return the section on where a start's time goes."""
    lines = ["## Where a start goes", "", "![Phases of the start](images/boot.svg)", ""]
    rows = [
        (name, phases(results["engines"]["youten"][key]))
        for key, name in (("first", "first"), ("second", "second"))
    ]
    names = list(dict.fromkeys(phase for _, found in rows for phase in found))
    lines += table(
        ("youten, ms", *names),
        ((name, *(f"{found.get(phase, 0):,.0f}" for phase in names)) for name, found in rows),
    )
    floor = results["engines"].get("floor")
    if floor:
        compiled, ready = (median(of(floor["first"], key)) for key in ("compiled", "ready"))
        again = median(of(floor["second"], "ready"))
        lines += [
            "*page*: the time before, between and outside the other phases.",
            "The floor is a page that compiles the same wasm while it streams in, starts Python with the",
            f"same trimmed library and does nothing else: compiled at {compiled:,.0f} ms, Python there at",
            f"{ready:,.0f} ms ({again:,.0f} ms on a second visit).",
            "An engine that starts Python again stays above it; restoring a started Python can go below.",
            "",
        ]
    return lines
