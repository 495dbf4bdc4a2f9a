from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from generator.curate import neighbours
from generator.curate.meaning_space import unit_points
from generator.curate.neighbours import nearest


def random_points(count: int, dimensions: int = 6) -> NDArray[np.float32]:
    return unit_points(
        np.random.default_rng(7).standard_normal((count, dimensions), dtype=np.float32)
    )


def all_products(points: NDArray[np.float32]) -> NDArray[np.float32]:
    products: NDArray[np.float32] = points @ points.T
    np.fill_diagonal(products, -2.0)
    return products


@pytest.mark.parametrize("count", [3, 40, 700])
def test_the_nearest_are_those_of_the_whole_table_of_products(count: int) -> None:
    points = random_points(count)
    places, products = nearest(points, 5)
    best = np.sort(all_products(points), axis=1)[:, ::-1][:, : places.shape[1]]
    assert places.shape[1] == min(5, count - 1)
    np.testing.assert_allclose(np.sort(products, axis=1)[:, ::-1], best, atol=1e-6)
    np.testing.assert_allclose(
        np.take_along_axis(all_products(points), places, axis=1), products, atol=1e-6
    )


@pytest.mark.parametrize("count", [0, 1])
def test_too_few_points_have_no_neighbours(count: int) -> None:
    places, products = nearest(np.ones((count, 2), dtype=np.float32), 5)
    assert places.shape == products.shape == (count, 0)


def test_of_very_many_points_nearly_all_neighbours_are_found_in_the_cells_around(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(neighbours, "_ALL_UP_TO", 1_000)
    monkeypatch.setattr(neighbours, "_CELL", 100)
    monkeypatch.setattr(neighbours, "_PROBED", 1_000)
    points = random_points(2_000, dimensions=3)
    places, _ = nearest(points, 10)
    exact = np.argsort(-all_products(points), axis=1)[:, :10]
    found = [len(set(ours) & set(theirs)) for ours, theirs in zip(places, exact, strict=True)]
    assert sum(found) >= 0.98 * exact.size
    assert all(place not in ours for place, ours in enumerate(places.tolist()))


def test_the_points_compared_do_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(neighbours, "_ALL_UP_TO", 1_000)
    monkeypatch.setattr(neighbours, "_CELL", 100)
    monkeypatch.setattr(neighbours, "_PROBED", 400)
    parts = list(neighbours._parts(random_points(5_000)))
    assert sorted(np.concatenate([places for places, _ in parts]).tolist()) == list(range(5_000))
    largest = max(len(places) for places, _ in parts)
    assert all(len(others) < 400 + largest for _, others in parts)
