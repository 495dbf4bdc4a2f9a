"""BM25 as lunr.js 2.3.9 computes and rounds it."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from generator.emit.lunr.counts import Counts, FieldCounts, Numbers, Weighing


def rarities(counts: Counts) -> NDArray[np.float64]:
    """Return lunr.js's inverse document frequency by term."""
    return np.array([rarity(counts.documents, found) for found in counts.found.tolist()])


def rarity(documents: int, found: int) -> float:
    """Return the inverse document frequency of a term with that many postings."""
    return math.log(1 + abs((documents - found + 0.5) / (found + 0.5)))


def mean_length(total: int, documents: int) -> float:
    """Return a field's mean length; 1 where every document leaves the field empty."""
    return total / (documents or 1) or 1.0


def thousandths(field: FieldCounts, weights: NDArray[np.float64], weighing: Weighing) -> Numbers:
    """Return the score of each posting of a field, in thousandths.

    Args:
        field: The field.
        weights: ``rarities``.
        weighing: Of repetition and length.

    Operations come in lunr.js's order, so that floating point rounds alike; halves round up, as
    JavaScript's Math.round does.
    """
    mean = mean_length(int(field.lengths.sum()), len(field.lengths))
    k1, b = weighing.k1, weighing.b
    damping = k1 * (1 - b + b * (field.lengths / mean))
    scores = weights[field.terms] * ((k1 + 1) * field.counts)
    scores = scores / (damping[field.documents] + field.counts) * field.boost * 1000
    whole = np.floor(scores)
    return (whole + (scores - whole >= 0.5)).astype(np.int64)
