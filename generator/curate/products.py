"""What sparse rows have in common, for many pairs of rows at a time.

Imports numpy, so import this module only where it is used.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from generator.curate.rows import Integers, Rows, Shorts, Singles, spread_out

_BLOCK = 16


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Common:
    """Columns that pairs of rows have in common: those of pair ``n`` at starts[n]:starts[n + 1].

    Attributes:
        starts: Where each pair's columns begin, and where the last one's end.
        columns: The column that counts most first, the lowest among equals.
    """

    starts: Integers
    columns: Shorts


def dot_products(rows: Rows, others: Integers) -> Singles:
    """Return the dot product of each row with each of its others, as a table like ``others``."""
    products = np.zeros(others.shape, dtype=np.float32)
    for start in range(0, rows.count if others.size else 0, _BLOCK):
        block = np.arange(start, min(start + _BLOCK, rows.count))
        _, each, lengths = _products(rows, block, others[block])
        sums = np.append(0.0, np.cumsum(each, dtype=np.float64))
        ends = np.cumsum(lengths)
        products[block] = (sums[ends] - sums[ends - lengths]).reshape(len(block), -1)
    return products


def common_columns(rows: Rows, others: Integers, worth: Singles) -> Common:
    """Return what each row has in common with each of its others, row after row.

    Args:
        rows: The rows, with weights over 0.
        others: For each row, the rows to compare it with.
        worth: What the product in each column is multiplied with; 0 leaves a column out.
    """
    if not others.size:
        return Common(starts=np.zeros(1, dtype=np.int64), columns=np.zeros(0, dtype=np.int32))
    counts, columns = [], []
    for start in range(0, rows.count, _BLOCK):
        block = np.arange(start, min(start + _BLOCK, rows.count))
        entries, each, lengths = _products(rows, block, others[block])
        each *= worth[rows.columns[entries]]
        shared = np.flatnonzero(each)
        owners = np.repeat(np.arange(len(lengths)), lengths)[shared]
        order = np.lexsort((-each[shared], owners))
        counts.append(np.bincount(owners, minlength=len(lengths)))
        columns.append(rows.columns[entries[shared[order]]])
    return Common(
        starts=np.append(0, np.cumsum(np.concatenate(counts))), columns=np.concatenate(columns)
    )


def _products(rows: Rows, block: Integers, others: Integers) -> tuple[Integers, Singles, Integers]:
    """Return the entries of all others, their product with the row each is compared with, counts.

    The rows of a block lie next to each other; a small block stays in the processor's cache.
    """
    table = rows.dense(block).ravel()
    entries, lengths = spread_out(rows.starts, others.ravel())
    shift = np.repeat(np.arange(len(block)) * rows.width, others.shape[1])
    products = table[rows.columns[entries] + np.repeat(shift, lengths)] * rows.weights[entries]
    return entries, products, lengths
