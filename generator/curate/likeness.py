"""How alike papers are, by the words they use and by the words that go together with those.

Imports numpy, so import this module only where it is used.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.curate.meaning_space import meaning_space, unit_points
from generator.curate.neighbours import nearest
from generator.curate.products import dot_products
from generator.curate.rows import Integers, Rows, Singles

_DIMENSIONS = 128
_PAPERS_A_DIMENSION = 6
_CANDIDATES = 32
_KEPT = 24
_MEANING = 0.6
_BLENDED = 10
_SHARE = 2.0
_BLOCK = 64


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Alike:
    """The papers most like each paper, best first: a row for each paper.

    Attributes:
        space: Place of each paper among the meanings; see ``meaning_space``.
        places: The others' places among the papers.
        words: Cosine of both papers' words, 0 to 1.
        scores: What the order is by, 0 to 1.
    """

    space: Singles
    places: Integers
    words: Singles
    scores: NDArray[np.float64]


def alike(rows: Rows, lots: Integers, model: Singles | None = None) -> Alike:
    """Return up to 24 papers for each paper.

    Two papers may share few words and still belong together, because what they say goes together
    in third ones. So their places among the meanings find the candidates, and, blended with those
    of the papers nearest to each, count along with the words they share.

    Args:
        rows: The words of each paper.
        lots: A number for each paper, by its id; see ``curate.lots``.
        model: Where a sentence-embedding model puts each paper, a point of length 1; it counts as
            much as our own places.
    """
    dimensions = min(_DIMENSIONS, 2 + rows.count // _PAPERS_A_DIMENSION)
    space = meaning_space(rows, dimensions, lots)
    points = unit_points(space)
    if model is not None:
        points = unit_points(np.concatenate([points, model], axis=1))
    places, meaning = nearest(points, _CANDIDATES)
    words = dot_products(rows, places)
    blended = _blended(points, places, _score(words, meaning))
    scores = _score(words, _cosines(blended, places))
    order = np.lexsort((places, -scores), axis=1)[:, :_KEPT]
    return Alike(
        space=space,
        places=np.take_along_axis(places, order, axis=1),
        words=np.take_along_axis(words, order, axis=1),
        scores=np.take_along_axis(scores, order, axis=1),
    )


def _score(words: Singles, meaning: Singles) -> NDArray[np.float64]:
    both = words + _MEANING * np.maximum(meaning, 0.0)
    return both.astype(np.float64) / (1.0 + _MEANING)


def _blended(points: Singles, places: Integers, scores: NDArray[np.float64]) -> Singles:
    """Return each point with its ten best neighbours added to it, by how much they are better.

    A paper is also about what papers like it say: this is query expansion by the nearest documents
    (Rocchio 1971, Relevance feedback in information retrieval), done on both sides. Each counts
    by what it is better than the eleventh: which of the last two comes tenth makes no difference.
    """
    best = np.argsort(-scores, axis=1, kind="stable")[:, : _BLENDED + 1]
    near = np.take_along_axis(places, best, axis=1)
    shares = np.take_along_axis(scores, best, axis=1).astype(np.float32)
    shares = _SHARE * (shares - shares[:, -1:])
    blended = points.copy()
    for column in range(near.shape[1]):
        blended += shares[:, column : column + 1] * points[near[:, column]]
    return unit_points(blended)


def _cosines(points: Singles, places: Integers) -> Singles:
    cosines = np.zeros(places.shape, dtype=np.float32)
    for start in range(0, len(points) if places.size else 0, _BLOCK):
        block = slice(start, start + _BLOCK)
        cosines[block] = np.einsum("nd,nkd->nk", points[block], points[places[block]])
    return cosines
