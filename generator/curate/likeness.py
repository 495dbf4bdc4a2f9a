"""How alike papers are, by the words they use and by the words that papers like them use.

Imports numpy, so import this module only where it is used.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from generator.curate.neighbours import (
    Near,
    Numbers,
    Table,
    Weights,
    blended,
    nearest,
    rows_of,
    table_of,
)
from generator.curate.vectors import Vectors

_NEAREST = 30
_BLENDED = 15
_HOPS = 8
_SHARE = 2.0
_HEAVIEST = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """The papers most like one, best first.

    Attributes:
        places: Their places among the vectors' papers.
        words: Cosine of both papers' words, 0 to 1.
        context: Cosine after each was blended with the papers nearest to it, 0 to 1; the order.
    """

    places: Numbers
    words: Weights
    context: Weights


def alike(vectors: Vectors) -> list[Alike]:
    """Return up to 30 papers for each paper.

    Two papers may share few words and still belong together because both are like the same third
    ones; so each is blended with the 15 papers nearest to it before it is compared again, with the
    nearest and with those that are near to them.
    """
    width = max(len(vectors.terms), 1)  # rows without entries are filled up with column 0
    rows = rows_of(vectors)
    table = table_of(rows)
    near = nearest(rows, table, width, _NEAREST)
    mixed = blended(rows, [_first(each, _BLENDED) for each in near], _SHARE, _HEAVIEST)
    blank = np.zeros(width)
    return [_compare(place, table, mixed, near, blank) for place in range(rows.count)]


def _first(near: Near, count: int) -> Near:
    return Near(places=near.places[:count], scores=near.scores[:count])


def _compare(place: int, table: Table, mixed: Table, near: Sequence[Near], blank: Weights) -> Alike:
    own = near[place].places
    further = [near[other].places[:_HOPS] for other in own[:_HOPS].tolist()]
    candidates = np.unique(np.concatenate([own, *further]))
    candidates = candidates[candidates != place]
    context = mixed.dots(place, candidates, blank)
    best = np.lexsort((candidates, -context))[:_NEAREST]
    places = candidates[best]
    return Alike(places=places, words=table.dots(place, places, blank), context=context[best])
