"""How strongly each paper is drawn to those most like it, for the map.

Imports numpy, so import this module only where it is used.
"""

from __future__ import annotations

import numpy as np

from generator.curate.tsne import Floats, Integers, Pairs, Shorts

_NEIGHBOURS_A_PERPLEXITY = 3.0
_HALVINGS = 40
_NARROWEST = 1e4
_BLOCK = 1_024


def affinities(others: Integers, distances: Floats) -> Pairs:
    """Return the attraction between points, the same in both directions.

    A point is drawn to its neighbours by a Gaussian of their distance, as wide as lets a third of
    them count (a third is the perplexity, as van der Maaten 2014, Accelerating t-SNE, has it).

    Args:
        others: The neighbours of each point, a row each.
        distances: How far they are, squared; infinite where a row has fewer neighbours.
    """
    count = len(others)
    drawn = np.argsort(others.ravel(), kind="stable")  # by whom each is drawn to
    edges = np.searchsorted(others.ravel()[drawn], np.arange(count + 1))
    blocks = (distances[start : start + _BLOCK] for start in range(0, count, _BLOCK))
    shares = np.concatenate([_shares(block) for block in blocks]) / (2 * count)
    runs = [
        _both_directions(others, shares, drawn[edges[start] : edges[end]], range(start, end))
        for start in range(0, count, _BLOCK)
        for end in [min(start + _BLOCK, count)]
    ]
    sizes, seconds, strengths = map(np.concatenate, zip(*runs, strict=True))
    return Pairs(starts=np.cumsum(sizes) - sizes, others=seconds, shares=strengths)


def _both_directions(
    others: Integers, shares: Floats, drawn: Integers, points: range
) -> tuple[Integers, Shorts, Floats]:
    """Return how many entries each of some points has, and their others and shares.

    Args:
        others: The neighbours of all points.
        shares: How strongly each point is drawn to its neighbours.
        drawn: Where in ``others`` these points stand, point after point.
        points: Points that follow each other.
    """
    count, most = others.shape
    rows = slice(points.start, points.stop)
    alone = np.arange(points.start, points.stop)
    keys = np.concatenate(
        [
            (alone[:, None] * count + others[rows]).ravel(),
            others.ravel()[drawn] * count + drawn // most,
            alone * count + alone,  # every point gets an entry: it is not drawn to itself at all
        ]
    )
    both = np.concatenate([shares[rows].ravel(), shares.ravel()[drawn], np.zeros(len(alone))])
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    firsts = np.flatnonzero(np.diff(keys, prepend=-1))
    points_of, seconds = np.divmod(keys[firsts], count)
    sizes = np.bincount(points_of - points.start, minlength=len(points))
    return sizes, seconds.astype(np.int32), np.add.reduceat(both[order], firsts)


def _shares(distances: Floats) -> Floats:
    """Return each row's shares, which add up to 1, by the width that gives it its perplexity."""
    known = np.isfinite(distances)
    wanted = np.log(np.maximum(known.sum(axis=1) / _NEIGHBOURS_A_PERPLEXITY, 1.0))
    beyond = np.where(known, distances, 0.0)
    nearest = np.where(known, distances, np.inf).min(axis=1, initial=_NARROWEST)
    beyond = np.where(known, beyond - nearest[:, None], 0.0)
    low, high = np.zeros(len(distances)), np.full(len(distances), _NARROWEST)
    shares = np.zeros_like(distances)
    for _ in range(_HALVINGS):
        narrow = (low + high) / 2
        shares = np.where(known, np.exp(-beyond * narrow[:, None]), 0.0)
        total = np.maximum(shares.sum(axis=1), 1.0)
        spread = np.log(total) + narrow * (shares * beyond).sum(axis=1) / total
        low, high = np.where(spread > wanted, narrow, low), np.where(spread > wanted, high, narrow)
        shares /= total[:, None]
    return shares
