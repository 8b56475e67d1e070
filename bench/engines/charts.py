"""Draws bar charts as SVG; two kinds of chart do not need a library.

Colours follow the reader's light or dark setting, and every value is also shown as text.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

WIDTH, LEFT, RIGHT = 760, 190, 90
TOP, FOOT = 78, 34
BAR, GAP, GROUP_GAP = 18, 3, 16
TICKS = 5
# Okabe and Ito's palette, which colour-blind readers can distinguish.
PALETTE = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442", "#999999")
STYLE = (
    "text{font:13px system-ui,sans-serif;fill:#222}.name{text-anchor:end}.small{font-size:11px;fill:#555}"
    ".title{font-size:15px;font-weight:600}.grid{stroke:#ddd}.floor{stroke:#b00020;stroke-width:1.5;"
    "stroke-dasharray:5 4}.floor-name{fill:#b00020;font-size:11px}.back{fill:#fff}"
    "@media(prefers-color-scheme:dark){text{fill:#eee}.small{fill:#aaa}.grid{stroke:#444}.back{fill:#161616}"
    ".floor{stroke:#ff8a80}.floor-name{fill:#ff8a80}}"
)


class Bar(NamedTuple):
    """One bar: its parts from the left as (name of the colour, value), and the label after it."""

    parts: tuple[tuple[str, float], ...]
    label: str


class Group(NamedTuple):
    """Bars with a common name."""

    name: str
    bars: tuple[Bar, ...]


class Line(NamedTuple):
    """A vertical line at a value, through all bars."""

    name: str
    value: float


def _step(largest: float) -> float:
    """Return a round distance between grid lines."""
    rough = largest / TICKS
    power = 10.0 ** (len(str(int(max(rough, 1)))) - 1)
    return next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= rough)


def _number(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")


def _legend(names: Sequence[str], colours: dict[str, str]) -> list[str]:
    parts, x = [], float(LEFT)
    for name in names:
        parts.append(f'<rect x="{_number(x)}" y="36" width="11" height="11" fill="{colours[name]}"/>')
        parts.append(f'<text class="small" x="{_number(x + 16)}" y="46">{escape(name)}</text>')
        x += 30 + 6.2 * len(name)
    return parts


def chart(title: str, unit: str, groups: Sequence[Group], line: Line | None = None) -> str:
    """Return an SVG of horizontal bars; the parts of a bar follow each other."""
    names = list(dict.fromkeys(name for group in groups for bar in group.bars for name, _ in bar.parts))
    colours = dict(zip(names, PALETTE, strict=False))
    largest = max(sum(value for _, value in bar.parts) for group in groups for bar in group.bars)
    scale = (WIDTH - LEFT - RIGHT) / largest
    body, y = [], TOP
    for group in groups:
        height = len(group.bars) * (BAR + GAP) - GAP
        middle = y + height / 2 + 4.5
        body.append(f'<text class="name" x="{LEFT - 10}" y="{_number(middle)}">{escape(group.name)}</text>')
        for bar in group.bars:
            x = float(LEFT)
            for name, value in bar.parts:
                box = f'x="{_number(x)}" y="{y}" width="{_number(value * scale)}" height="{BAR}"'
                tip = f"<title>{escape(name)}: {value:,.0f} {escape(unit)}</title>"
                body.append(f'<rect {box} fill="{colours[name]}">{tip}</rect>')
                x += value * scale
            body.append(f'<text class="small" x="{_number(x + 6)}" y="{y + 13}">{escape(bar.label)}</text>')
            y += BAR + GAP
        y += GROUP_GAP
    height = y - GROUP_GAP + FOOT
    grid, step = [], _step(largest)
    for count in range(int(largest / step) + 1):
        x = LEFT + count * step * scale
        grid.append(f'<path class="grid" d="M{_number(x)} {TOP - 6}V{height - FOOT + 4}"/>')
        at = f'x="{_number(x)}" y="{height - 12}" text-anchor="middle"'
        grid.append(f'<text class="small" {at}>{count * step:,.0f}</text>')
    if line:
        x = LEFT + line.value * scale
        body.append(f'<path class="floor" d="M{_number(x)} {TOP - 6}V{height - FOOT + 4}"/>')
        body.append(f'<text class="floor-name" x="{_number(x + 5)}" y="{TOP - 8}">{escape(line.name)}</text>')
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
            f'aria-label="{escape(title)}">',
            f"<style>{STYLE}</style>",
            f'<rect class="back" width="{WIDTH}" height="{height}"/>',
            f'<text class="title" x="16" y="24">{escape(title)}</text>',
            f'<text class="small" x="16" y="{height - 12}">{escape(unit)}</text>',
            *_legend(names, colours),
            *grid,
            *body,
            "</svg>\n",
        )
    )
