"""Papers as points of a few dimensions, in which words that go together count as one.

Method: latent semantic analysis (Deerwester et al. 1990) over the 4,096 terms of most weight. The
axes are learned from at most 2,000 papers spread evenly over all, by a randomised singular value
decomposition with a fixed seed (Halko, Martinsson & Tropp 2011, Finding structure with randomness).

Imports numpy, so import this module only where it is used.
"""

from __future__ import annotations

import numpy as np

from generator.curate.rows import Rows, Singles

_TERMS = 4_096
_LEARNED_FROM = 2_000
_ROUNDS = 2
_SPARE = 16
_SEED = 1
_SMALLEST = 1e-6
_BLOCK = 1_024


def meaning_space(rows: Rows, dimensions: int) -> Singles:
    """Return up to ``dimensions`` coordinates for each row, the main one first.

    The dot product of two rows' coordinates comes near to the dot product of the rows.
    """
    rows = rows.heaviest_columns(_TERMS)
    axes = _axes(rows, dimensions)
    points = np.zeros((rows.count, axes.shape[1]), dtype=np.float32)
    for start in range(0, rows.count, _BLOCK):
        block = np.arange(start, min(start + _BLOCK, rows.count))
        points[block] = rows.dense(block) @ axes
    return points


def unit_points(points: Singles) -> Singles:
    """Return the points scaled to length 1; zeros stay zeros."""
    lengths = np.sqrt((points * points).sum(axis=1, keepdims=True))
    scaled: Singles = points / np.maximum(lengths, np.float32(_SMALLEST))
    return scaled


def _axes(rows: Rows, dimensions: int) -> Singles:
    """Return the axes as columns."""
    learned = min(rows.count, _LEARNED_FROM)
    sample = rows.dense(np.linspace(0, rows.count - 1, learned).round().astype(np.int64))
    size = min(dimensions + _SPARE, *sample.shape)
    dice = np.random.default_rng(_SEED)
    found = sample @ dice.standard_normal((rows.width, size), dtype=np.float32)
    for _ in range(_ROUNDS):
        basis, _ = np.linalg.qr(found)
        found = sample @ (sample.T @ basis)
    basis, _ = np.linalg.qr(found)
    small = basis.T @ sample
    values, turns = np.linalg.eigh((small @ small.T).astype(np.float64))
    order = [place for place in reversed(range(len(values))) if values[place] > _SMALLEST]
    kept = order[:dimensions]
    axes: Singles = small.T @ (turns[:, kept] / np.sqrt(values[kept])).astype(np.float32)
    return axes
