"""Which papers shall lie together on the map, and how far they are apart.

Imports numpy, so import this module only where it is used.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from generator.curate.likeness import Alike
from generator.curate.meaning_space import unit_points
from generator.curate.neighbours import nearest
from generator.curate.rows import Integers, Singles

_DIMENSIONS = 50
_NEIGHBOURS = 45
_FEW = 300


def map_space(alike: Alike) -> Singles:
    """Return the papers' places among the main meanings, scaled to length 1."""
    return unit_points(alike.space[:, :_DIMENSIONS])


def map_neighbours(space: Singles, alike: Alike) -> tuple[Integers, NDArray[np.float64]]:
    """Return up to 45 neighbours of each paper, a row each, and their distances, squared.

    The dimensions of few papers are chance, so those are compared by their words too.
    """
    if len(space) < _FEW:
        return alike.places, _distance(alike.scores)
    return space_neighbours(space)


def space_neighbours(space: Singles) -> tuple[Integers, NDArray[np.float64]]:
    """Return the same by the space alone."""
    places, likeness = nearest(space, _NEIGHBOURS)
    return places, _distance(likeness)


def _distance(likeness: Singles | NDArray[np.float64]) -> NDArray[np.float64]:
    distance: NDArray[np.float64] = 2.0 - 2.0 * np.minimum(likeness, 1.0).astype(np.float64)
    return distance
