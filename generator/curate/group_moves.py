"""Every paper moves to the group that it is nearest to without its own help.

Imports numpy, so import this module only where it is used.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from generator.curate.topic_table import Floats, Integers, products

_ROWS = 1000
_NOWHERE = -1


def moved(
    vectors: Sequence[Mapping[str, float]],
    groups: Sequence[Sequence[int]],
    *,
    times: int,
    terms: int,
) -> list[list[int]]:
    """Return the groups after all vectors have moved at once, so many times.

    Args:
        vectors: Unit vectors.
        groups: Positions of some or all of them.
        times: How often they move; each time the groups' centres are found anew.
        terms: How many of its heaviest terms a centre has.
    """
    rows = _Rows(vectors)
    homes = np.full(len(vectors), _NOWHERE)
    for number, group in enumerate(groups):
        homes[list(group)] = number
    for _ in range(times):
        homes = rows.nearest(homes, len(groups), terms)
    found: list[list[int]] = [[] for _ in groups]
    for position, home in enumerate(homes.tolist()):
        if home != _NOWHERE:
            found[home].append(position)
    return [group for group in found if group]


class _Rows:
    """Sparse vectors: owner, term and weight of each entry, by owner."""

    def __init__(self, vectors: Sequence[Mapping[str, float]]) -> None:
        numbers: dict[str, int] = {}
        terms, weights = array("q"), array("d")
        for vector in vectors:
            terms.extend(numbers.setdefault(term, len(numbers)) for term in vector)
            weights.extend(vector.values())
        lengths = np.fromiter(map(len, vectors), dtype=np.int64, count=len(vectors))
        self._owners = np.repeat(np.arange(len(vectors)), lengths)
        self._terms = np.array(terms, dtype=np.int64)
        self._weights = np.array(weights, dtype=np.float64)
        self._ends = np.cumsum(lengths)
        self._size = len(numbers)

    def nearest(self, homes: Integers, groups: int, terms: int) -> Integers:
        """Return the nearest group of each vector; none for those that share no term with any."""
        sums = self._sums(homes, groups)
        lengths = np.sqrt((sums * sums).sum(axis=0))
        centres = _cut(sums, terms)
        found = []
        for start in range(0, len(homes), _ROWS):
            own = homes[start : start + _ROWS]
            cosines = self._cosines(start, len(own), centres)
            _leave(cosines, own, lengths)
            found.append(np.where(cosines.max(axis=1) > 0, cosines.argmax(axis=1), _NOWHERE))
        return np.concatenate(found)

    def _sums(self, homes: Integers, groups: int) -> Floats:
        at = homes[self._owners]
        inside = at != _NOWHERE
        places = self._terms[inside] * groups + at[inside]
        sums = np.bincount(places, self._weights[inside], minlength=self._size * groups)
        return sums.astype(np.float64).reshape(self._size, groups)

    def _cosines(self, start: int, count: int, centres: Floats) -> Floats:
        first = self._ends[start - 1] if start else 0
        part = slice(first, self._ends[start + count - 1])
        owners, terms = self._owners[part] - start, self._terms[part]
        return products(owners, terms, self._weights[part], centres, count)


def _cut(sums: Floats, terms: int) -> Floats:
    """Return the sums, each column cut to its heaviest terms and scaled to length 1."""
    if len(sums) > terms:
        least = np.partition(sums, -terms, axis=0)[-terms]
        sums = np.where(sums >= least, sums, 0.0)
    lengths = np.sqrt((sums * sums).sum(axis=0))
    scaled: Floats = sums / np.where(lengths > 0, lengths, 1.0)
    return scaled


def _leave(cosines: Floats, homes: Integers, lengths: Floats) -> None:
    """Make the cosine of a unit vector with its own group that with the group's other members."""
    rows = np.flatnonzero(homes != _NOWHERE)
    own: NDArray[np.int64] = homes[rows]
    inside = cosines[rows, own] * lengths[own]
    rest = np.maximum(lengths[own] ** 2 - 2 * inside + 1, 0.0)
    alone = rest <= 1e-9  # rounding errors of a group of one
    cosines[rows, own] = np.where(alone, 0.0, (inside - 1) / np.sqrt(np.where(alone, 1.0, rest)))
