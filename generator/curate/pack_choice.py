"""Which topics of a pack a paper belongs to, by its rules and by what it has learned, as arrays.

Imports numpy, so import this module only where it is used.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_SHARPNESS = 0.1
_METHODS = "learning"
_METHODS_COUNT = 0.5
_FULL_EVIDENCE = 3.0
_LEAST_SHARE = 0.15
_LEAST_EVIDENCE = 0.5
_LEAST_COSINE = 0.08

Choice = list[tuple[int, float]]
"""Columns of topics with their shares, the main topic first."""


def choices(
    evidence: Floats, cosines: Floats, areas: Sequence[str], limit: int
) -> Iterator[Choice]:
    """Yield the topics of each paper; none where nothing speaks for any.

    Args:
        evidence: Of the rules: a row a paper, a column a topic.
        cosines: With what was learned, likewise; minus infinity for topics without a centre.
        areas: The area of each topic.
        limit: Most topics a paper gets.
    """
    shares = _shares(evidence, cosines)
    firsts = _firsts(shares, areas).tolist()
    ranked = np.argsort(-shares, axis=1, kind="stable")[:, : limit + 1].tolist()
    speaking = (evidence.max(axis=1) >= _LEAST_EVIDENCE) | (cosines.max(axis=1) >= _LEAST_COSINE)
    for row, (first, others, speaks) in enumerate(zip(firsts, ranked, speaking, strict=True)):
        own = shares[row]
        further = [n for n in others if n != first and own[n] >= _LEAST_SHARE]
        yield [(n, float(own[n])) for n in (first, *further)[:limit]] if speaks else []


def _shares(evidence: Floats, cosines: Floats) -> Floats:
    """Return each topic's share of each paper: half by the rules, half by the linear model.

    Where the rules have little evidence, or none, they have less than half, and the model the rest.
    """
    # The root keeps one often repeated word from outweighing the topics of an area together.
    roots = np.sqrt(np.maximum(evidence, 0.0))
    best = cosines.max(axis=1, keepdims=True)
    raised = np.exp((cosines - np.maximum(best, -1.0)) / _SHARPNESS)
    raised *= (np.nan_to_num(cosines, neginf=0.0) != 0).any(axis=1, keepdims=True)
    say = np.minimum(evidence.max(axis=1, keepdims=True) / _FULL_EVIDENCE, 1.0)
    ruled = _of_one(roots) * np.maximum(say, 0.0) / 2
    learned = _of_one(raised) * (1.0 - ruled.sum(axis=1, keepdims=True))
    return _of_one(ruled + learned)


def _of_one(weights: Floats) -> Floats:
    """Return weights so that each row adds up to 1, or to 0 where there is nothing."""
    total = weights.sum(axis=1, keepdims=True)
    ones: Floats = np.divide(weights, total, out=np.zeros_like(weights), where=total > 0)
    return ones


def _firsts(shares: Floats, areas: Sequence[str]) -> NDArray[np.int64]:
    """Return the column of each paper's main topic: the best of the area that has most."""
    names = sorted(set(areas))
    member = np.array([[area == name for name in names] for area in areas], dtype=np.float64)
    # A method for pictures belongs to the pictures first, so methods have half a say.
    say = np.array([_METHODS_COUNT if name == _METHODS else 1.0 for name in names])
    widest = ((shares @ member) * say).argmax(axis=1)
    inside = member.T[widest] > 0
    firsts: NDArray[np.int64] = np.where(inside, shares, -1.0).argmax(axis=1)
    return firsts
