"""Which papers are alike: exact nearest neighbours through an inverted index, without n² cost.

Imports numpy, so import this module only where it is used.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.curate.vectors import Vectors

_READ = 20_000
_SAMPLE = 1_000

Numbers = NDArray[np.int64]
Weights = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Sparse rows: the entries of row ``n`` lie at starts[n]:starts[n + 1]."""

    starts: Numbers
    columns: Numbers
    weights: Weights

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.starts) - 1

    def row(self, place: int) -> tuple[Numbers, Weights]:
        """Return the columns and weights of one row."""
        start, end = self.starts[place], self.starts[place + 1]
        return self.columns[start:end], self.weights[start:end]

    def entries(self, places: Numbers) -> tuple[Numbers, Numbers]:
        """Return where the entries of these rows lie, row after row, and how many each has."""
        lengths = self.starts[places + 1] - self.starts[places]
        ends = np.cumsum(lengths)
        shifts = np.repeat(self.starts[places] - ends + lengths, lengths)
        return np.arange(len(shifts)) + shifts, lengths

    def dots(self, dense: Weights, places: Numbers) -> Weights:
        """Return the dot product of a dense row with each of these rows."""
        entries, lengths = self.entries(places)
        products = dense[self.columns[entries]] * self.weights[entries]
        owners = np.repeat(np.arange(len(places)), lengths)
        return np.bincount(owners, weights=products, minlength=len(places))


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """The nearest rows of a row, most alike first, and how alike they are."""

    places: Numbers
    scores: Weights


def rows_of(vectors: Vectors) -> Rows:
    """Return the papers' vectors with their true lengths, so that a dot product is a cosine."""
    starts = np.array(vectors.starts, dtype=np.int64)
    shares = np.repeat(np.array(vectors.shares, dtype=np.float64), np.diff(starts))
    return Rows(
        starts=starts,
        columns=np.array(vectors.numbers, dtype=np.int64),
        weights=np.array(vectors.weights, dtype=np.float64) * shares,
    )


def nearest(rows: Rows, width: int, count: int) -> list[Near]:
    """Return the ``count`` rows with the largest dot product for each row, itself left out.

    Args:
        rows: With weights over 0, in columns below ``width``.
        width: Number of columns.
        count: Fewer are returned where fewer share a column.

    Candidates come from an inverted index, which is read from a row's heaviest column on until
    20,000 entries are read; their dot products are then taken over all columns.
    """
    index = _transposed(rows, width)
    return [_nearest_to(place, rows, index, width, count) for place in range(rows.count)]


def _nearest_to(place: int, rows: Rows, index: Rows, width: int, count: int) -> Near:
    columns, weights = rows.row(place)
    order = np.argsort(-weights, kind="stable")
    lengths = np.cumsum((index.starts[columns + 1] - index.starts[columns])[order])
    read = order[: max(1, int(np.searchsorted(lengths, _READ, side="right")))]
    entries, spread = index.entries(columns[read])
    found = index.columns[entries]
    products = index.weights[entries] * np.repeat(weights[read], spread)
    scores = np.bincount(found, weights=products, minlength=rows.count)
    scores[place] = 0.0
    places = largest(scores, found, 2 * count if len(read) < len(columns) else count)
    if len(read) < len(columns):
        dense = np.zeros(width)
        dense[columns] = weights
        scores[places] = rows.dots(dense, places)
    places = places[np.lexsort((places, -scores[places]))][:count]
    return Near(places=places, scores=scores[places])


def largest(scores: Weights, found: Numbers, count: int) -> Numbers:
    """Return the places of the ``count`` largest scores over 0 and of those equal to the last.

    ``found`` names the places with a score over 0, some of them repeatedly: the count-th largest of
    a few of them bounds what must be looked at.
    """
    some = np.unique(found[:_SAMPLE])
    bound = np.partition(scores[some], -count)[-count] if len(some) > count else 0.0
    places = np.flatnonzero((scores >= bound) & (scores > 0.0))
    if len(places) > count:
        least = np.partition(scores[places], -count)[-count]
        places = places[scores[places] >= least]
    return places


def _transposed(rows: Rows, width: int) -> Rows:
    """Return the inverted index: a row for each column, in which the columns are rows."""
    order = np.argsort(rows.columns, kind="stable")
    owners = np.repeat(np.arange(rows.count), np.diff(rows.starts))
    starts = np.zeros(width + 1, dtype=np.int64)
    np.cumsum(np.bincount(rows.columns, minlength=width), out=starts[1:])
    return Rows(starts=starts, columns=owners[order], weights=rows.weights[order])


def blended(rows: Rows, near: list[Near], share: float, cut: int) -> Rows:
    """Return each row with its neighbours' added to it, by likeness, scaled to length 1.

    A paper is also about what papers like it say: this is query expansion by the nearest documents
    (Rocchio 1971), done on both sides.

    Args:
        rows: The rows themselves.
        near: The neighbours of each row.
        share: Weight of a neighbour's row, times its likeness.
        cut: Most columns that a row keeps, the heaviest.
    """
    starts, columns, weights = [0], [], []
    for place in range(rows.count):
        own, by = np.array([place]), near[place]
        entries, lengths = rows.entries(np.concatenate((own, by.places)))
        factors = np.repeat(np.concatenate(([1.0], share * by.scores)), lengths)
        found, where = np.unique(rows.columns[entries], return_inverse=True)
        sums = np.bincount(where, weights=rows.weights[entries] * factors)
        if len(found) > cut:
            kept = np.sort(np.argsort(-sums, kind="stable")[:cut])
            found, sums = found[kept], sums[kept]
        length = np.sqrt(sums @ sums) if len(sums) else 1.0
        columns.append(found)
        weights.append(sums / length)
        starts.append(starts[-1] + len(found))
    return Rows(
        starts=np.array(starts),
        columns=np.concatenate(columns) if columns else np.zeros(0, dtype=np.int64),
        weights=np.concatenate(weights) if weights else np.zeros(0),
    )
