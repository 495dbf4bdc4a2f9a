"""Papers as points of a few dimensions, in which words that go together count as one.

Method: latent semantic analysis (Deerwester et al. 1990) over the 4,096 terms of most weight. The
axes are learned from at most 2,000 papers, by a randomised singular value decomposition with a
fixed seed (Halko, Martinsson & Tropp 2011, Finding structure with randomness).

Small changes have small effects, so that most papers keep their related ones when one paper
changes: the papers to learn from are drawn by lot, the random start belongs to papers and not to
terms, and a dimension counts the less the nearer it is to those left out, for which of two equals
is kept is chance.

Imports numpy, so import this module only where it is used.
"""

from __future__ import annotations

import numpy as np

from generator.curate.rows import Integers, Rows, Singles

_TERMS = 4_096
_LEARNED_FROM = 2_000
_ROUNDS = 2
_SPARE = 16
_SEED = 1
_STARTS = 4_096
_FADING = 0.5
_SMALLEST = 1e-6
_BLOCK = 1_024


def meaning_space(rows: Rows, dimensions: int, lots: Integers) -> Singles:
    """Return up to ``dimensions`` coordinates for each row, the main one first.

    The dot product of two rows' coordinates comes near to the dot product of the rows.

    Args:
        rows: The words of each paper.
        dimensions: The most to find.
        lots: A number for each row; the lowest are learned from. See ``curate.lots``.
    """
    learned = np.sort(np.argsort(lots, kind="stable")[:_LEARNED_FROM])
    rows = rows.heaviest_columns(_TERMS, learned)
    axes = _axes(rows.dense(learned), lots[learned], dimensions)
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


def _axes(sample: Singles, lots: Integers, dimensions: int) -> Singles:
    """Return the axes as columns, each as long as its dimension counts."""
    size = min(dimensions + _SPARE, *sample.shape)
    dice = np.random.default_rng(_SEED)
    start = dice.standard_normal((_STARTS, size), dtype=np.float32)[lots % _STARTS]
    found = sample @ (sample.T @ start)
    for _ in range(_ROUNDS):
        basis, _ = np.linalg.qr(found)
        found = sample @ (sample.T @ basis)
    basis, _ = np.linalg.qr(found)
    small = basis.T @ sample
    values, turns = np.linalg.eigh((small @ small.T).astype(np.float64))
    order = [place for place in reversed(range(len(values))) if values[place] > _SMALLEST]
    kept, left = order[:dimensions], order[dimensions:]
    fades = _FADING * values[left[0]] if left else 0.0
    sizes = np.sqrt(values[kept] - fades) / values[kept]
    axes: Singles = small.T @ (turns[:, kept] * sizes).astype(np.float32)
    return axes
