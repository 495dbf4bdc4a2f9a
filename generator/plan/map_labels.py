"""Where the names of topics stand on the map, so that none covers another."""

from __future__ import annotations

from collections.abc import Iterable

from generator.plan.map_dots import SIDE
from generator.plan.map_parts import MapLabel

_LETTER = 0.6
_LINE = 1.25
_ROOM = 0.9
_SHIFTS = (-0.9, 0.9, 0.0, -2.0, 2.0)


def placed_labels(labels: Iterable[MapLabel], size: int) -> tuple[MapLabel, ...]:
    """Return the labels for which there is room at this size of letters, the first ones first.

    A label stands above its place, below it or on it, up to two lines away. Nearly a line stays
    free between two of them, so that dots are seen. Letters are taken to be 0.6 of their size wide,
    which is more than those of common sans-serifs are on average.

    Args:
        labels: Centred on the places they belong to, the most important first.
        size: Of the letters, in steps of the map's side.
    """
    placed: list[MapLabel] = []
    taken: list[tuple[float, float, float, float]] = []
    for label in labels:
        half, line = len(label.text) * size * _LETTER / 2, size * _LINE
        if 2 * half > SIDE:
            continue
        x = min(max(label.x, half), SIDE - half)
        for shift in _SHIFTS:
            y = min(max(label.y + shift * line, line), SIDE - line)
            room = line * (0.5 + _ROOM)
            box = (x - half - size, y - room, x + half + size, y + room)
            if not any(_overlap(box, other) for other in taken):
                taken.append((x - half, y - line / 2, x + half, y + line / 2))
                placed.append(MapLabel(text=label.text, x=round(x), y=round(y)))
                break
    return tuple(placed)


def _overlap(
    one: tuple[float, float, float, float], other: tuple[float, float, float, float]
) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
