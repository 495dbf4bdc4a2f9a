from __future__ import annotations

from generator.curate.group_moves import moved

EAST, WEST = {"east": 1.0}, {"west": 1.0}
BETWEEN = {"east": 0.6, "west": 0.8}


def test_a_vector_moves_to_the_group_it_is_nearest_to() -> None:
    vectors = [EAST, EAST, BETWEEN, WEST, WEST]
    assert moved(vectors, [[0, 1, 2], [3, 4]], times=1, terms=9) == [[0, 1], [2, 3, 4]]


def test_its_own_help_does_not_keep_a_vector_where_it_is() -> None:
    vectors = [BETWEEN, WEST, WEST]
    assert moved(vectors, [[0], [1, 2]], times=1, terms=9) == [[0, 1, 2]]


def test_a_vector_of_no_group_joins_one() -> None:
    assert moved([EAST, EAST, EAST, WEST, WEST], [[0, 1], [3, 4]], times=1, terms=9) == [
        [0, 1, 2],
        [3, 4],
    ]


def test_what_shares_nothing_with_any_group_is_in_none() -> None:
    vectors = [EAST, EAST, {"north": 1.0}, {}]
    assert moved(vectors, [[0, 1]], times=2, terms=9) == [[0, 1]]


def test_without_vectors_there_are_no_groups() -> None:
    assert moved([], [], times=0, terms=9) == []
