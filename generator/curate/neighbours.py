"""Which points are nearest to each other, many at a time.

Imports numpy, so import this module only where it is used.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from generator.curate.rows import Integers, Singles, spread_out

_BLOCK = 512
_GROUP = 16
_ALL_UP_TO = 20_000
_CELL = 250
_PROBED = 20_000
_ROUNDS = 4
_NEVER = -2.0


def nearest(points: Singles, count: int) -> tuple[Integers, Singles]:
    """Return the ``count`` points with the largest dot product for each point, and the products.

    They come in no order. Of more than 20,000 points, only those in the same part of the space are
    looked at: the points are sorted into cells, and those of a cell are compared with the 20,000 in
    the cells around.

    Args:
        points: Of length 1 or 0.
        count: Fewer are returned where there are fewer other points.
    """
    size = len(points)
    count = max(0, min(count, size - 1))
    found = np.zeros((size, count), dtype=np.int64)
    products = np.zeros((size, count), dtype=np.float32)
    if not count:
        return found, products
    for places, others in _parts(points):
        columns = np.ascontiguousarray(points[others].T)
        for start in range(0, len(places), _BLOCK):
            block = places[start : start + _BLOCK]
            likeness = points[block] @ columns
            own = np.searchsorted(others, block)
            likeness[np.arange(len(block)), own] = _NEVER
            best, products[block] = _largest(likeness, count)
            found[block] = others[best]
    return found, products


def _parts(points: Singles) -> Iterator[tuple[Integers, Integers]]:
    """Yield points, each once, and the points to compare them with, in rising order."""
    everything = np.arange(len(points))
    if len(points) <= _ALL_UP_TO:
        yield everything, everything
        return
    centres, cells = _cells(points)
    sizes = np.bincount(cells, minlength=len(centres))
    by_cell = np.argsort(cells, kind="stable")
    starts = np.append(0, np.cumsum(sizes))
    around = np.argsort(-(centres @ centres.T), axis=1, kind="stable")
    for cell, near in enumerate(around):
        enough = int(np.searchsorted(np.cumsum(sizes[near]), _PROBED)) + 1
        entries, _ = spread_out(starts, near[:enough])
        yield by_cell[starts[cell] : starts[cell + 1]], np.sort(by_cell[entries])


def _cells(points: Singles) -> tuple[Singles, Integers]:
    """Return centres of about 250 points each, and the cell of each point (k-means)."""
    count = len(points) // _CELL
    centres = points[np.linspace(0, len(points) - 1, count).round().astype(np.int64)]
    cells = np.zeros(len(points), dtype=np.int64)
    for _ in range(_ROUNDS):
        for start in range(0, len(points), _BLOCK):
            block = slice(start, start + _BLOCK)
            cells[block] = np.argmax(points[block] @ centres.T, axis=1)
        sums = np.zeros_like(centres)
        np.add.at(sums, cells, points)
        lengths = np.sqrt((sums * sums).sum(axis=1, keepdims=True))
        centres = np.where(lengths > 0, sums / np.maximum(lengths, 1e-9), centres)
    return centres, cells


def _largest(likeness: Singles, count: int) -> tuple[Integers, Singles]:
    """Return the columns of the ``count`` largest values of each row, and the values.

    Columns are taken in groups: the largest values lie in the groups with the largest maximum.
    """
    rows, width = likeness.shape
    groups = width // _GROUP
    columns = np.broadcast_to(np.arange(width), likeness.shape)
    if groups > 2 * count:
        grouped = likeness[:, : groups * _GROUP].reshape(rows, _GROUP, groups)
        best = np.argpartition(-grouped.max(axis=1), count - 1, axis=1)[:, :count]
        inside = best[:, :, None] + groups * np.arange(_GROUP)
        rest = np.broadcast_to(np.arange(groups * _GROUP, width), (rows, width % _GROUP))
        columns = np.concatenate([inside.reshape(rows, -1), rest], axis=1)
        likeness = np.take_along_axis(likeness, columns, axis=1)
    if columns.shape[1] > count:
        best = np.argpartition(-likeness, count - 1, axis=1)[:, :count]
        columns = np.take_along_axis(columns, best, axis=1)
        likeness = np.take_along_axis(likeness, best, axis=1)
    return columns, likeness
