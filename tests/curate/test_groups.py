from __future__ import annotations

from generator.curate.groups import Groups


def test_groups_grow_together() -> None:
    groups = Groups(5)
    groups.join_all([3, 1, 4])
    assert groups.members() == {0: [0], 1: [1, 3, 4], 2: [2]}
    assert groups.root(4) == 1


def test_what_must_stay_apart_stays_apart_through_others() -> None:
    groups = Groups(4, apart=[(0, 3)])
    assert groups.join(0, 1)
    assert groups.join(2, 3)
    assert not groups.join(1, 2)
    assert groups.members() == {0: [0, 1], 2: [2, 3]}


def test_each_joins_the_first_it_may() -> None:
    groups = Groups(4, apart=[(0, 2)])
    groups.join_all([0, 2, 1, 3])
    assert groups.members() == {0: [0, 1, 3], 2: [2]}
