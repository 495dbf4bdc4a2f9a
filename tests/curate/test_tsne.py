from __future__ import annotations

import numpy as np
import pytest

from generator.curate.affinity import affinities
from generator.curate.tsne import Phase, _exact_repulsion, _grid_repulsion, settle


def test_the_grid_repels_much_as_exact_sums_do() -> None:
    places = np.random.default_rng(3).normal(size=(800, 2)) * 15
    exact, read = _exact_repulsion(places), _grid_repulsion(places)
    assert np.corrcoef(exact.ravel(), read.ravel())[0, 1] > 0.95


def test_the_grid_pushes_far_groups_apart_as_exact_sums_do() -> None:
    dice = np.random.default_rng(4)
    places = np.concatenate([dice.normal(size=(300, 2)) - 12, dice.normal(size=(500, 2)) + 12])
    exact, read = (push(places)[:300].sum(axis=0) for push in (_exact_repulsion, _grid_repulsion))
    assert np.allclose(exact, read, rtol=0.03)


def test_points_repel_each_other_away() -> None:
    push = _exact_repulsion(np.array([[0.0, 0.0], [1.0, 0.0]]))
    assert push[0, 0] < 0 < push[1, 0]


def test_shares_are_the_same_both_ways_and_add_up_to_one() -> None:
    others = np.array([[1, 2], [0, 2], [0, 1], [0, 3]])
    apart = np.array([[0.1, 0.9], [0.1, 1.0], [0.9, 1.0], [0.5, np.inf]])
    pairs = affinities(others, apart)
    owners = np.repeat(np.arange(4), np.diff(np.append(pairs.starts, len(pairs.others))))
    ends = zip(owners.tolist(), pairs.others.tolist(), strict=True)
    shares = dict(zip(ends, pairs.shares.tolist(), strict=True))
    assert all(shares[j, i] == share for (i, j), share in shares.items())
    assert abs(pairs.shares.sum() - 1.0) < 1e-9
    assert shares[0, 1] > shares[0, 2]


def test_two_groups_part() -> None:
    others = np.array(
        [
            [n for n in range(g * 6, g * 6 + 6) if n != p]
            for g in (0, 1)
            for p in range(g * 6, g * 6 + 6)
        ]
    )
    pairs = affinities(others, np.full(others.shape, 0.5))
    start = np.random.default_rng(1).normal(size=(12, 2)) * 0.01
    places = settle(start, pairs, (Phase(steps=200, exaggeration=4.0, momentum=0.5),), 12.0)
    first, second = places[:6], places[6:]
    between = np.linalg.norm(first.mean(axis=0) - second.mean(axis=0))
    assert between > 2 * max(first.std(), second.std())


def test_affinities_are_the_same_however_many_points_are_joined_at_a_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dice = np.random.default_rng(4)
    others = np.array([dice.choice(np.delete(np.arange(11), n), 4, False) for n in range(11)])
    apart = dice.random(others.shape)
    whole = affinities(others, apart)
    monkeypatch.setattr("generator.curate.affinity._BLOCK", 3)
    parted = affinities(others, apart)
    for column in ("starts", "others", "shares"):
        assert getattr(parted, column).tolist() == getattr(whole, column).tolist()
