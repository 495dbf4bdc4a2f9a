from __future__ import annotations

import numpy as np

from generator.curate.rows import Rows, spread_out

ROWS = Rows(
    starts=np.array([0, 2, 2, 3]),
    columns=np.array([0, 3, 1]),
    weights=np.array([0.5, 2.0, 1.0], dtype=np.float32),
    width=4,
)


def test_dense_rows_hold_every_entry_in_its_column() -> None:
    table = ROWS.dense(np.array([2, 0, 1]))
    assert table.tolist() == [[0, 1, 0, 0], [0.5, 0, 0, 2], [0, 0, 0, 0]]


def test_the_heaviest_columns_are_kept_in_their_order() -> None:
    kept = ROWS.heaviest_columns(2, np.arange(3))
    assert kept.width == 2
    assert kept.dense(np.arange(3)).tolist() == [[0, 2], [0, 0], [1, 0]]


def test_what_other_rows_weigh_does_not_count() -> None:
    kept = ROWS.heaviest_columns(1, np.array([1, 2]))
    assert kept.dense(np.arange(3)).tolist() == [[0], [0], [1]]


def test_entries_of_rows_are_found_however_often_a_row_is_asked_for() -> None:
    entries, lengths = spread_out(ROWS.starts, np.array([2, 0, 0, 1]))
    assert entries.tolist() == [2, 0, 1, 0, 1]
    assert lengths.tolist() == [1, 2, 2, 0]
