"""Sparse rows of numbers, and how to reach the entries of many of them at once.

Imports numpy, so import this module only where it is used.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int64]
Shorts = NDArray[np.int32]
Singles = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rows:
    """Sparse rows: the entries of row ``n`` lie at starts[n]:starts[n + 1].

    Attributes:
        starts: Where each row's entries begin, and where the last one's end.
        columns: Column of each entry, below ``width``.
        weights: Weight of each entry.
        width: How many columns there are, at least 1.
    """

    starts: Integers
    columns: Shorts
    weights: Singles
    width: int

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.starts) - 1

    def dense(self, places: Integers) -> Singles:
        """Return these rows with all their columns."""
        entries, lengths = spread_out(self.starts, places)
        table = np.zeros((len(places), self.width), dtype=np.float32)
        table[np.repeat(np.arange(len(places)), lengths), self.columns[entries]] = self.weights[
            entries
        ]
        return table

    def heaviest_columns(self, count: int, places: Integers) -> Rows:
        """Return all rows with the ``count`` columns of most weight in some, numbered anew."""
        entries, _ = spread_out(self.starts, places)
        energy = np.bincount(
            self.columns[entries], weights=self.weights[entries] ** 2, minlength=self.width
        )
        kept = np.zeros(self.width, dtype=bool)
        kept[np.argsort(-energy, kind="stable")[:count]] = True
        numbers = np.cumsum(kept, dtype=np.int32) - np.int32(1)
        entries = kept[self.columns]
        before = np.append(0, np.cumsum(entries))
        return Rows(
            starts=before[self.starts],
            columns=numbers[self.columns[entries]],
            weights=self.weights[entries],
            width=max(1, int(kept.sum())),
        )


def spread_out(starts: Integers, places: Integers | Shorts) -> tuple[Integers, Integers]:
    """Return where the entries of these rows lie, row after row, and how many each has.

    Args:
        starts: Where the entries of each row begin, and where the last one's end.
        places: The rows, any number of times each.
    """
    firsts = starts[places]
    lengths = starts[places + 1] - firsts
    ends = np.cumsum(lengths)
    entries = np.repeat(firsts - ends + lengths, lengths)
    entries += np.arange(len(entries))
    return entries, lengths
