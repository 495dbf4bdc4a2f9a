"""The site's mark, a sprig, as pixels (``templates/partials/mark.svg``)."""

from __future__ import annotations

from functools import cache

import numpy as np
from PIL import Image, ImageDraw

from generator.emit.cards.png import Pixels

Point = tuple[float, float]
Curve = tuple[Point, Point, Point, Point]
"""A cubic Bézier curve: its start, two points that draw it to them, and its end."""

_BOX = 32
_FINE = 4  # drawn as many times larger, to tell how much of a pixel is covered
_STEM = ((15.1, 31.0), (15.1, 13.0), (16.9, 13.0), (16.9, 31.0))
_LEAVES: tuple[tuple[Curve, ...], ...] = (
    (((16, 28), (9, 28), (5, 24), (5, 17)), ((5, 17), (12, 17), (16, 21), (16, 28))),
    (((16, 24), (16, 18), (20, 14), (26, 14)), ((26, 14), (26, 20), (22, 24), (16, 24))),
)
_BLOOM: tuple[Curve, ...] = (
    ((16, 15), (12, 12), (11, 7), (16, 1)),
    ((16, 1), (21, 7), (20, 12), (16, 15)),
)


@cache
def mark(side: int) -> Pixels:
    """Return the sprig in ink, its bloom in the topic's colour, ``side`` pixels high and wide."""
    green = _covered(side, [_STEM, *(_outline(leaf) for leaf in _LEAVES)])
    bloom = _covered(side, [_outline(_BLOOM)])
    shades = np.zeros((side, side), np.uint8)
    shades[(green > 80) | (bloom > 80)] = 1
    shades[green > 175] = 2
    shades[bloom > 175] = 3
    return shades


def _covered(side: int, outlines: list[tuple[Point, ...]]) -> Pixels:
    """Return how much of each pixel the shapes cover, 0 to 255."""
    picture = Image.new("L", (side * _FINE, side * _FINE))
    scale = side * _FINE / _BOX
    for outline in outlines:
        ImageDraw.Draw(picture).polygon([(x * scale, y * scale) for x, y in outline], fill=255)
    return np.asarray(picture.resize((side, side), Image.Resampling.BOX))


def _outline(curves: tuple[Curve, ...], steps: int = 24) -> tuple[Point, ...]:
    return tuple(_at(curve, step / steps) for curve in curves for step in range(steps))


def _at(curve: Curve, part: float) -> Point:
    rest = 1 - part
    weights = (rest**3, 3 * rest**2 * part, 3 * rest * part**2, part**3)
    x, y = (
        sum(weight * point[axis] for weight, point in zip(weights, curve, strict=True))
        for axis in (0, 1)
    )
    return x, y
