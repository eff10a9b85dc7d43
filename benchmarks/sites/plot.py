"""A plot of times over numbers of events, both axes logarithmic, as an SVG file: no library is needed for so little."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from html import escape

WIDTH, HEIGHT = 790, 440
LEFT, RIGHT, TOP, BOTTOM = 64, 262, 32, 48
COLOURS = ("#b3321f", "#d98b7f", "#1f5fb3", "#6fa3e0", "#3b8a4b", "#8a6d3b", "#6b4c9a")
_STYLE = (
    "text{font:13px system-ui,sans-serif;fill:#14202b}.grid{stroke:#14202b;stroke-opacity:.15}"
    "@media(prefers-color-scheme:dark){text{fill:#e6e9ec}.grid{stroke:#e6e9ec;stroke-opacity:.25}}"
)

Points = Sequence[tuple[float, float]]


def plot(lines: Mapping[str, Points], title: str, x: str, y: str) -> str:
    """Lines through points.

    Args:
        lines: The points of each line, by its name; all above zero.
        title: What is shown.
        x: What the horizontal axis counts.
        y: What the vertical axis counts.

    Returns:
        SVG, readable on a light and on a dark ground.
    """
    points = [point for line in lines.values() for point in line]
    xs, ys = ([point[axis] for point in points] for axis in (0, 1))
    across, up = _scale(xs, LEFT, WIDTH - RIGHT), _scale(ys, HEIGHT - BOTTOM, TOP)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">',
        f"<title>{escape(title)}</title><style>{_STYLE}</style>",
        f'<text x="{LEFT}" y="18">{escape(y)}</text>',
        f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 8}" text-anchor="middle">{escape(x)}</text>',
    ]
    for value in _decades(xs):
        parts.append(_line(across(value), TOP, across(value), HEIGHT - BOTTOM))
        parts.append(f'<text x="{across(value):.0f}" y="{HEIGHT - 28}" text-anchor="middle">{value:,.0f}</text>')
    for value in _decades(ys):
        parts.append(_line(LEFT, up(value), WIDTH - RIGHT, up(value)))
        parts.append(f'<text x="{LEFT - 8}" y="{up(value) + 4:.0f}" text-anchor="end">{value:g}</text>')
    places = _apart([up(line[-1][1]) for line in lines.values()])
    for (name, line), colour, place in zip(lines.items(), COLOURS, places, strict=False):
        path = " ".join(f"{across(at):.1f},{up(value):.1f}" for at, value in line)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2.5"/>')
        parts += [f'<circle cx="{across(at):.1f}" cy="{up(value):.1f}" r="4" fill="{colour}"/>' for at, value in line]
        parts.append(f'<circle cx="{WIDTH - RIGHT + 16}" cy="{place:.0f}" r="4" fill="{colour}"/>')
        parts.append(f'<text x="{WIDTH - RIGHT + 26}" y="{place + 4:.0f}">{escape(name)}</text>')
    return "\n".join([*parts, "</svg>", ""])


def _scale(values: Sequence[float], begin: float, end: float):  # noqa: ANN202 a function from numbers to numbers
    """Where a value stands, by its logarithm."""
    decades = _decades(values)
    low, high = math.log10(decades[0]), math.log10(decades[-1])
    return lambda value: begin + (end - begin) * (math.log10(value) - low) / ((high - low) or 1)


def _decades(values: Sequence[float]) -> list[float]:
    """The powers of ten around some values."""
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    return [10.0**power for power in range(low, high + 1)]


def _apart(heights: Sequence[float]) -> list[float]:
    """Heights for names, near those given, and none on another."""
    placed = dict.fromkeys(range(len(heights)), 0.0)
    last = -math.inf
    for number in sorted(placed, key=lambda each: heights[each]):
        last = placed[number] = max(heights[number], last + 18)
    return list(placed.values())


def _line(x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<line class="grid" x1="{x1:.0f}" y1="{y1:.0f}" x2="{x2:.0f}" y2="{y2:.0f}"/>'
