"""Papers as points of a few dimensions, in which words that go together count as one.

Method: latent semantic analysis (Deerwester et al. 1990), learned from at most 1,000 papers spread
evenly over all, onto whose axes the others are projected (Williams & Seeger 2001, Using the Nyström
method to speed up kernel machines).

Imports numpy, so import this module only where it is used.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from generator.curate.neighbours import Numbers, Rows, Weights, transposed

_LANDMARKS = 1_000
_DIMENSIONS = 50
_SMALLEST = 1e-9


def meaning_space(rows: Rows, width: int) -> Weights:
    """Return up to 50 coordinates for each row, scaled to length 1; zeros for an empty row."""
    count = rows.count
    marks = np.unique(np.linspace(0, count - 1, min(count, _LANDMARKS)).round().astype(np.int64))
    likeness = _likeness(rows, marks, width)
    values, axes = np.linalg.eigh(likeness[marks].astype(np.float64))
    kept = [place for place in np.argsort(-values)[:_DIMENSIONS] if values[place] > _SMALLEST]
    projection = (axes[:, kept] / np.sqrt(values[kept])).astype(np.float32)
    points: Weights = (likeness @ projection).astype(np.float64)
    lengths = np.sqrt((points * points).sum(axis=1, keepdims=True))
    scaled: Weights = points / np.maximum(lengths, _SMALLEST)
    return scaled


def _likeness(rows: Rows, marks: Numbers, width: int) -> NDArray[np.float32]:
    """Return the dot product of each row with each landmark."""
    entries, lengths = rows.entries(marks)
    chosen = Rows(
        starts=np.concatenate(([0], np.cumsum(lengths))),
        columns=rows.columns[entries],
        weights=rows.weights[entries],
    )
    index = transposed(chosen, width)
    likeness = np.zeros((rows.count, len(marks)), dtype=np.float32)
    for place in range(rows.count):
        columns, weights = rows.row(place)
        found, spread = index.entries(columns)
        products = index.weights[found] * np.repeat(weights, spread)
        likeness[place] = np.bincount(index.columns[found], weights=products, minlength=len(marks))
    return likeness
