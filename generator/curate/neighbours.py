"""Which papers are alike: exact nearest neighbours through an inverted index, without n² cost.

Imports numpy, so import this module only where it is used.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.curate.vectors import Vectors

_READ = 12_000
_SAMPLE = 400

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Sparse rows of one length, filled up with weights of 0: faster to compare, larger to keep."""

    columns: NDArray[np.int32]
    weights: NDArray[np.float32]

    def dots(self, place: int, others: Numbers, blank: Weights) -> Weights:
        """Return the dot product of a row with each of the others.

        ``blank`` is a dense row of zeros to work on, and is one again afterwards.
        """
        # Backwards: where column 0 fills a row up, its true weight, if any, stands further ahead.
        blank[self.columns[place][::-1]] = self.weights[place][::-1]
        products: Weights = np.einsum("ij,ij->i", blank[self.columns[others]], self.weights[others])
        blank[self.columns[place]] = 0.0
        return products


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


def table_of(rows: Rows) -> Table:
    """Return the same rows, filled up to the length of the longest."""
    lengths = np.diff(rows.starts)
    shape = rows.count, int(lengths.max(initial=1))
    table = Table(columns=np.zeros(shape, np.int32), weights=np.zeros(shape, np.float32))
    filled = np.arange(shape[1]) < lengths[:, None]
    table.columns[filled], table.weights[filled] = rows.columns, rows.weights
    return table


def nearest(rows: Rows, table: Table, width: int, count: int) -> list[Near]:
    """Return the ``count`` rows with the largest dot product for each row, itself left out.

    Candidates come from an inverted index, which is read from a row's heaviest column on until
    12,000 entries are read; only then are the dot products taken over all columns.

    Args:
        rows: With weights over 0, in columns below ``width``.
        table: The same rows.
        width: Number of columns, at least 1.
        count: Fewer are returned where fewer share a column.
    """
    index = transposed(rows, width)
    blank = np.zeros(width)
    return [_nearest_to(place, rows, table, index, blank, count) for place in range(rows.count)]


def _nearest_to(
    place: int, rows: Rows, table: Table, index: Rows, blank: Weights, count: int
) -> Near:
    columns, weights = rows.row(place)
    order = np.argsort(-weights, kind="stable")
    ends = np.cumsum((index.starts[columns + 1] - index.starts[columns])[order])
    read = order[: max(1, int(np.searchsorted(ends, _READ, side="right")))]
    entries, lengths = index.entries(columns[read])
    found = index.columns[entries]
    products = index.weights[entries] * np.repeat(weights[read], lengths)
    scores: Weights = np.bincount(found, weights=products, minlength=rows.count).astype(float)
    scores[place] = 0.0
    if len(read) == len(columns):
        places = _largest(scores, found, count)
        scores = scores[places]
    else:
        places = _largest(scores, found, 2 * count)
        scores = table.dots(place, places, blank)
    best = np.lexsort((places, -scores))[:count]
    return Near(places=places[best], scores=scores[best])


def _largest(scores: Weights, found: Numbers, count: int) -> Numbers:
    """Return the places of the ``count`` largest scores over 0 and of those equal to the last.

    ``found`` names the places with a score over 0, some of them repeatedly: the count-th largest of
    a few of them bounds what must be looked at.
    """
    some = np.unique(found[:_SAMPLE])
    bound = np.partition(scores[some], -count)[-count] if len(some) > count else 0.0
    places = np.flatnonzero(scores >= bound) if bound > 0.0 else np.flatnonzero(scores)
    if len(places) > count:
        least = np.partition(scores[places], -count)[-count]
        places = places[scores[places] >= least]
    return places


def transposed(rows: Rows, width: int) -> Rows:
    """Return the inverted index: a row for each column, in which the columns are rows."""
    order = np.argsort(rows.columns, kind="stable")
    owners = np.repeat(np.arange(rows.count), np.diff(rows.starts))
    starts = np.zeros(width + 1, dtype=np.int64)
    np.cumsum(np.bincount(rows.columns, minlength=width), out=starts[1:])
    return Rows(starts=starts, columns=owners[order], weights=rows.weights[order])


def blended(rows: Rows, near: Sequence[Near], share: float, cut: int) -> Table:
    """Return each row with its neighbours' added to it, by likeness, scaled to length 1.

    A paper is also about what papers like it say: this is query expansion by the nearest documents
    (Rocchio 1971, Relevance feedback in information retrieval), done on both sides.

    Args:
        rows: The rows themselves.
        near: The neighbours of each row.
        share: Weight of a neighbour's row, times its likeness.
        cut: How many columns a row keeps, the heaviest.
    """
    columns = np.zeros((rows.count, cut), dtype=np.int32)
    weights = np.zeros((rows.count, cut), dtype=np.float32)
    for place, by in enumerate(near):
        entries, lengths = rows.entries(np.concatenate(([place], by.places)))
        factors = np.repeat(np.concatenate(([1.0], share * by.scores)), lengths)
        found, where = np.unique(rows.columns[entries], return_inverse=True)
        sums = np.bincount(where, weights=rows.weights[entries] * factors)
        heaviest = np.argsort(-sums, kind="stable")[:cut]
        sums = sums[heaviest]
        columns[place, : len(sums)] = found[heaviest]
        weights[place, : len(sums)] = sums / np.sqrt(sums @ sums) if len(sums) else 0.0
    return Table(columns=columns, weights=weights)
