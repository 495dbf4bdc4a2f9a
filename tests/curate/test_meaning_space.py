from __future__ import annotations

import numpy as np

from generator.curate.meaning_space import meaning_space, unit_points
from generator.curate.rows import Rows


def rows_of(table: list[list[float]]) -> Rows:
    dense = np.array(table, dtype=np.float32)
    return Rows(
        starts=np.append(0, np.cumsum((dense > 0).sum(axis=1))),
        columns=np.nonzero(dense)[1],
        weights=dense[dense > 0],
        width=dense.shape[1],
    )


def test_with_enough_dimensions_dot_products_stay_as_they_are() -> None:
    dense = np.random.default_rng(2).random((12, 7)).round(3) + 0.001
    points = meaning_space(rows_of(dense.tolist()), 7)
    np.testing.assert_allclose(points @ points.T, dense @ dense.T, atol=1e-3)


def test_words_that_go_together_bring_papers_near_that_share_none() -> None:
    first, second = [1.0, 0, 0, 0], [0, 1.0, 0, 0]
    both, other = [1.0, 1.0, 0, 0], [0, 0, 1.0, 1.0]
    points = unit_points(meaning_space(rows_of([first, second, *[both] * 4, *[other] * 4]), 2))
    assert points[0] @ points[1] > 0.9
    assert abs(points[0] @ points[7]) < 0.1


def test_empty_rows_lie_at_the_origin() -> None:
    points = meaning_space(rows_of([[0, 0], [1, 1], [1, 0]]), 2)
    assert not unit_points(points)[0].any()
    assert meaning_space(rows_of([[0.0, 0.0]]), 2).shape == (1, 0)
