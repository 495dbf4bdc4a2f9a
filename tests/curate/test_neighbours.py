from __future__ import annotations

import numpy as np
import pytest

from generator.curate import neighbours
from generator.curate.neighbours import Near, Rows, blended, nearest, table_of

WIDTH = 40


def random_rows(count: int, seed: int = 7) -> Rows:
    """Return rows of random columns and weights; some are empty."""
    dice = np.random.default_rng(seed)
    lengths = dice.integers(0, 9, count)
    columns = [np.sort(dice.choice(WIDTH, size, replace=False)) for size in lengths]
    return Rows(
        starts=np.concatenate(([0], np.cumsum(lengths))),
        columns=np.concatenate(columns),
        weights=dice.integers(1, 9, int(lengths.sum())) / 8,
    )


def all_products(rows: Rows) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    dense = np.zeros((rows.count, WIDTH))
    for place in range(rows.count):
        columns, weights = rows.row(place)
        dense[place, columns] = weights
    products = dense @ dense.T
    np.fill_diagonal(products, 0.0)
    return products


def test_the_nearest_are_those_of_the_whole_table_of_products() -> None:
    rows = random_rows(60)
    products = all_products(rows)
    for place, near in enumerate(nearest(rows, table_of(rows), WIDTH, 5)):
        best = sorted(range(60), key=lambda other: (-products[place, other], other))[:5]
        assert near.places.tolist() == [other for other in best if products[place, other] > 0]
        assert near.scores.tolist() == pytest.approx([products[place, n] for n in near.places])


def test_candidates_of_an_index_read_in_part_get_their_whole_products(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(neighbours, "_READ", 12)
    rows = random_rows(60)
    products = all_products(rows)
    found = nearest(rows, table_of(rows), WIDTH, 5)
    for place, near in enumerate(found):
        assert near.scores.tolist() == pytest.approx([products[place, n] for n in near.places])
    assert sum(len(near.places) for near in found) > 200


def test_the_index_entries_read_for_a_paper_do_not_grow_without_end() -> None:
    """Each of many papers has a word that all of them have; it must not cost all times all."""
    count = 3 * neighbours._READ
    rare = np.arange(count) // 2 + 1
    rows = Rows(
        starts=np.arange(count + 1) * 2,
        columns=np.stack([np.zeros(count, np.int64), rare], axis=1).ravel(),
        weights=np.tile([0.1, 1.0], count),
    )
    index = neighbours.transposed(rows, int(rare.max()) + 1)
    table, blank = table_of(rows), np.zeros(int(rare.max()) + 1)
    near = neighbours._nearest_to(4, rows, table, index, blank, 5)
    assert near.places.tolist() == [5]


def test_a_blended_row_holds_its_neighbours_words_too_and_has_length_one() -> None:
    rows = Rows(starts=np.array([0, 1, 2]), columns=np.array([3, 5]), weights=np.array([1.0, 1.0]))
    by = Near(places=np.array([1]), scores=np.array([0.25]))
    alone = Near(places=np.array([], dtype=np.int64), scores=np.array([]))
    table = blended(rows, [by, alone], 2.0, 4)
    first = dict(zip(table.columns[0].tolist(), table.weights[0].tolist(), strict=True))
    assert first[3] == pytest.approx(1 / np.sqrt(1.25))
    assert first[5] == pytest.approx(0.5 / np.sqrt(1.25))
    assert table.dots(1, np.array([0]), np.zeros(9)).tolist() == pytest.approx([first[5]])


def test_a_row_with_column_0_and_filling_keeps_its_weight() -> None:
    rows = Rows(
        starts=np.array([0, 1, 3]), columns=np.array([0, 0, 1]), weights=np.array([1.0, 0.5, 0.5])
    )
    assert table_of(rows).dots(0, np.array([1]), np.zeros(2)).tolist() == [0.5]
