"""Which papers shall lie together on the map, and how far they are apart.

Imports numpy, so import this module only where it is used.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from generator.curate.likeness import Alike
from generator.curate.neighbours import Numbers, Weights

Points = NDArray[np.float32]

_NEIGHBOURS = 45
_FEW = 300
_MANY = 12_000
_BLOCK = 512


def map_neighbours(space: Weights, near: Sequence[Alike]) -> tuple[Numbers, Weights]:
    """Return up to 45 neighbours of each paper, a row each, and their distances, squared.

    A row with fewer is filled up with the paper itself, infinitely far. The dimensions of few
    papers are chance, so those are compared by words and context; of very many papers, only those
    near to near ones are looked at.
    """
    if len(space) < _FEW:
        return _table([(each.places, each.context) for each in near])
    points = space.astype(np.float32)
    if len(space) <= _MANY:
        return _among_all(points)
    return _table(_among_near(points, near))


def _among_all(
    points: Points,
) -> tuple[Numbers, Weights]:
    others, apart = [], []
    for start in range(0, len(points), _BLOCK):
        likeness: Points = points[start : start + _BLOCK] @ points.T
        own = np.arange(len(likeness))
        likeness[own, start + own] = -np.inf
        best = np.argpartition(-likeness, _NEIGHBOURS - 1, axis=1)[:, :_NEIGHBOURS]
        others.append(best)
        apart.append(_distance(np.take_along_axis(likeness, best, axis=1)))
    return np.concatenate(others), np.concatenate(apart)


def _among_near(
    points: Points, near: Sequence[Alike]
) -> Iterable[tuple[Numbers, Points | Weights]]:
    for place, each in enumerate(near):
        further = [near[other].places for other in each.places.tolist()]
        found = np.unique(np.concatenate([each.places, *further]))
        found = found[found != place]
        likeness = points[found] @ points[place]
        best = np.argsort(-likeness, kind="stable")[:_NEIGHBOURS]
        yield found[best], likeness[best]


def _table(rows: Iterable[tuple[Numbers, Points | Weights]]) -> tuple[Numbers, Weights]:
    """Return rows of neighbours and likeness as a table of neighbours and one of distances."""
    listed = list(rows)
    shape = len(listed), max([1, *(len(found) for found, _ in listed)])
    others = np.repeat(np.arange(shape[0])[:, None], shape[1], axis=1)
    apart = np.full(shape, np.inf)
    for place, (found, likeness) in enumerate(listed):
        others[place, : len(found)] = found
        apart[place, : len(found)] = _distance(likeness)
    return others, apart


def _distance(cosines: Points | Weights) -> Weights:
    return 2.0 - 2.0 * np.minimum(cosines, 1.0).astype(np.float64)
