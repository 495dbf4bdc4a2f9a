from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from generator.curate.products import common_columns, dot_products
from generator.curate.rows import Rows

WIDTH = 40


def random_rows(count: int) -> Rows:
    """Return rows of random columns and weights; some are empty."""
    dice = np.random.default_rng(7)
    lengths = dice.integers(0, 9, count)
    columns = [np.sort(dice.choice(WIDTH, size, replace=False)) for size in lengths]
    return Rows(
        starts=np.append(0, np.cumsum(lengths)),
        columns=np.concatenate(columns).astype(np.int32),
        weights=(dice.integers(1, 9, int(lengths.sum())) / 8).astype(np.float32),
        width=WIDTH,
    )


def others_of(rows: Rows) -> NDArray[np.int64]:
    return np.random.default_rng(3).integers(0, rows.count, (rows.count, 4))


def test_the_dot_products_are_those_of_dense_rows() -> None:
    rows = random_rows(50)
    others = others_of(rows)
    dense = rows.dense(np.arange(rows.count))
    expected = np.take_along_axis(dense @ dense.T, others, axis=1)
    np.testing.assert_allclose(dot_products(rows, others), expected, atol=1e-6)


def test_common_columns_are_those_of_both_rows_by_product_and_worth() -> None:
    rows = random_rows(50)
    others = others_of(rows)
    worth = np.ones(WIDTH, dtype=np.float32)
    worth[7], worth[9] = 0.0, 3.0
    common = common_columns(rows, others, worth)
    dense = rows.dense(np.arange(rows.count))
    for place in range(rows.count):
        for column, other in enumerate(others[place].tolist()):
            pair = place * 4 + column
            found = common.columns[common.starts[pair] : common.starts[pair + 1]].tolist()
            products = dense[place] * dense[other] * worth
            best = sorted(np.flatnonzero(products).tolist(), key=lambda n: (-products[n], n))
            assert found == best


def test_rows_that_are_compared_with_none_have_nothing_in_common() -> None:
    rows = random_rows(3)
    nobody = np.zeros((3, 0), dtype=np.int64)
    assert dot_products(rows, nobody).shape == (3, 0)
    assert common_columns(rows, nobody, np.ones(WIDTH, dtype=np.float32)).starts.tolist() == [0]
