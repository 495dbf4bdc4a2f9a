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
_MEANING = 0.4


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


def alike(rows: Rows) -> Alike:
    """Return up to 24 papers for each paper.

    Two papers may share few words and still belong together, because what they say goes together
    in third ones. So their places among the meanings find the candidates, and count along with the
    words they share.
    """
    space = meaning_space(rows, min(_DIMENSIONS, 2 + rows.count // _PAPERS_A_DIMENSION))
    places, meaning = nearest(unit_points(space), _CANDIDATES)
    words = dot_products(rows, places)
    scores = (words + _MEANING * np.maximum(meaning, 0.0)).astype(np.float64) / (1.0 + _MEANING)
    order = np.lexsort((places, -scores), axis=1)[:, :_KEPT]
    return Alike(
        space=space,
        places=np.take_along_axis(places, order, axis=1),
        words=np.take_along_axis(words, order, axis=1),
        scores=np.take_along_axis(scores, order, axis=1),
    )
