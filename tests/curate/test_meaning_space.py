from __future__ import annotations

import numpy as np
import pytest

from generator.curate import meaning_space as module
from generator.curate.meaning_space import meaning_space, unit_points
from generator.curate.rows import Rows


def rows_of(table: list[list[float]]) -> Rows:
    dense = np.array(table, dtype=np.float32)
    return Rows(
        starts=np.append(0, np.cumsum((dense > 0).sum(axis=1))),
        columns=np.nonzero(dense)[1].astype(np.int32),
        weights=dense[dense > 0],
        width=dense.shape[1],
    )


def test_with_enough_dimensions_dot_products_stay_as_they_are() -> None:
    dense = np.random.default_rng(2).random((12, 7)).round(3) + 0.001
    points = meaning_space(rows_of(dense.tolist()), 7, np.arange(12))
    np.testing.assert_allclose(points @ points.T, dense @ dense.T, atol=1e-3)


def test_words_that_go_together_bring_papers_near_that_share_none() -> None:
    first, second = [1.0, 0, 0, 0], [0, 1.0, 0, 0]
    both, other = [1.0, 1.0, 0, 0], [0, 0, 1.0, 1.0]
    rows = rows_of([first, second, *[both] * 4, *[other] * 4])
    points = unit_points(meaning_space(rows, 2, np.arange(10)))
    assert points[0] @ points[1] > 0.9
    assert abs(points[0] @ points[7]) < 0.1


def test_empty_rows_lie_at_the_origin() -> None:
    points = meaning_space(rows_of([[0, 0], [1, 1], [1, 0]]), 2, np.arange(3))
    assert not unit_points(points)[0].any()
    assert meaning_space(rows_of([[0.0, 0.0]]), 2, np.arange(1)).shape == (1, 0)


def test_papers_that_are_not_learned_from_move_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_LEARNED_FROM", 10)
    table = np.random.default_rng(2).random((12, 7)).round(3) + 0.001
    before = meaning_space(rows_of(table.tolist()), 3, np.arange(12))
    table[11] += 1.0
    after = meaning_space(rows_of(table.tolist()), 3, np.arange(12))
    assert (before[:11] == after[:11]).all()


def test_the_numbers_of_terms_mean_nothing() -> None:
    table = np.random.default_rng(2).random((60, 40)).round(3) + 0.001
    mixed = table[:, np.random.default_rng(3).permutation(40)]
    first, second = (
        meaning_space(rows_of(dense.tolist()), 8, np.arange(60)) for dense in (table, mixed)
    )
    np.testing.assert_allclose(first @ first.T, second @ second.T, atol=1e-3)
