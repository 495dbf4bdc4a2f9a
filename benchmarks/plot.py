"""Cost against size as a drawing: both axes logarithmic, one line for each work."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

WIDTH, HEIGHT = 640, 360
LEFT, RIGHT, TOP, BOTTOM = 60, 170, 20, 40
COLOURS = ("#2f6f4f", "#8a5a1f", "#3b5b92", "#8a8a8a", "#a23b5b", "#6b4a8f")


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """One work: number of papers, and milliseconds a paper."""

    name: str
    points: tuple[tuple[int, float], ...]


def plot(curves: Sequence[Curve]) -> str:
    """Return an SVG drawing of processor milliseconds a paper against papers."""
    sizes = [size for curve in curves for size, _ in curve.points]
    costs = [cost for curve in curves for _, cost in curve.points]
    across = _Axis(min(sizes), max(sizes), LEFT, WIDTH - RIGHT)
    up = _Axis(min(costs), max(costs), HEIGHT - BOTTOM, TOP)
    parts = [*_grid(across, up)]
    labels = _apart([up.place(curve.points[-1][1]) for curve in curves])
    for curve, colour, label in zip(curves, COLOURS, labels, strict=False):
        row = " ".join(f"{across.place(x):.1f},{up.place(y):.1f}" for x, y in curve.points)
        parts.append(f'<polyline points="{row}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [
            f'<circle cx="{across.place(x):.1f}" cy="{up.place(y):.1f}" r="3" fill="{colour}"/>'
            for x, y in curve.points
        ]
        parts.append(_text(WIDTH - RIGHT + 10, label + 4, curve.name, colour))
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"'
    style = 'font-family="system-ui, sans-serif" font-size="12"'
    ground = f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>'
    return "\n".join([f"{head} {style}>", ground, *parts, "</svg>\n"])


class _Axis:
    """Powers of ten from one place of the drawing to another."""

    def __init__(self, low: float, high: float, start: float, end: float) -> None:
        self.low, self.high = math.floor(math.log10(low)), math.ceil(math.log10(high))
        self.high = max(self.high, self.low + 1)
        self._start, self._end = start, end

    def place(self, value: float) -> float:
        share = (math.log10(value) - self.low) / (self.high - self.low)
        return self._start + share * (self._end - self._start)

    def ticks(self) -> list[float]:
        return [10.0**power for power in range(self.low, self.high + 1)]


def _grid(across: _Axis, up: _Axis) -> Iterator[str]:
    for value in across.ticks():
        x = across.place(value)
        yield f'<path d="M{x:.1f} {TOP}V{HEIGHT - BOTTOM}" stroke="#ddd"/>'
        yield _text(x, HEIGHT - BOTTOM + 16, f"{value:,.0f}", "#444", anchor="middle")
    for value in up.ticks():
        y = up.place(value)
        yield f'<path d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}" stroke="#ddd"/>'
        yield _text(LEFT - 6, y + 4, f"{value:g} ms", "#444", anchor="end")
    middle = (LEFT + WIDTH - RIGHT) / 2
    yield _text(middle, HEIGHT - 6, "papers; processor time a paper", "#444", anchor="middle")


def _apart(places: Sequence[float]) -> list[float]:
    """Return the places moved so that lines of text there do not overlap."""
    moved = list(places)
    last = -math.inf
    for number in sorted(range(len(moved)), key=moved.__getitem__):
        moved[number] = last = max(moved[number], last + 15)
    return moved


def _text(x: float, y: float, text: str, colour: str, *, anchor: str = "start") -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" fill="{colour}" text-anchor="{anchor}">'
        f"{escape(text)}</text>"
    )
