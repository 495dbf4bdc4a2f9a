from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.curate.average_link import average_link

VECTORS = st.lists(
    st.dictionaries(st.sampled_from("abcdef"), st.floats(0.1, 1.0), min_size=1), max_size=9
)


def by_definition(vectors: list[dict[str, float]], groups: int) -> list[list[int]]:
    """Join the pair with the highest mean similarity until enough are joined."""
    parts = [[position] for position in range(len(vectors))]
    while len(parts) > groups:
        pairs = [(a, b) for a in range(len(parts)) for b in range(a + 1, len(parts))]

        def mean(pair: tuple[int, int], parts: list[list[int]] = parts) -> float:
            first, second = parts[pair[0]], parts[pair[1]]
            dots = [
                sum(w * vectors[b].get(t, 0.0) for t, w in vectors[a].items())
                for a in first
                for b in second
            ]
            return sum(dots) / len(dots)

        best, gone = max(pairs, key=mean)
        parts[best] = sorted(parts[best] + parts.pop(gone))
    return sorted(parts)


def test_the_most_similar_are_joined() -> None:
    vectors = [{"a": 1.0}, {"b": 1.0}, {"a": 0.9, "c": 0.1}, {"b": 0.8, "d": 0.6}]
    assert average_link(vectors, 2) == [[0, 2], [1, 3]]
    assert average_link(vectors, 4) == [[0], [1], [2], [3]]
    assert average_link(vectors, 9) == [[0], [1], [2], [3]]
    assert average_link(vectors, 1) == [[0, 1, 2, 3]]


def test_no_vector_makes_no_group() -> None:
    assert average_link([], 3) == []


@given(VECTORS, st.integers(1, 9))
@settings(max_examples=100, deadline=None)
def test_every_position_is_in_one_group(vectors: list[dict[str, float]], groups: int) -> None:
    found = average_link(vectors, groups)
    assert sorted(position for group in found for position in group) == list(range(len(vectors)))
    assert len(found) == min(groups, len(vectors))


def test_the_chains_give_what_the_definition_says() -> None:
    weights = [0.31, 0.57, 0.11, 0.83, 0.47, 0.71, 0.23, 0.91]
    vectors = [
        {"abc"[n % 3]: weight, "xyz"[(n * 5 + 1) % 3]: 1.0 - weight * weight}
        for n, weight in enumerate(weights)
    ]
    for groups in range(1, 9):
        assert average_link(vectors, groups) == by_definition(vectors, groups)


def test_sums_that_differ_in_the_last_bit_make_no_endless_chain() -> None:
    words = "abcdefghij"
    vectors = [
        {words[(n + step) % 10]: 1 / (3 + (n + step) % 7) for step in range(6)} for n in range(40)
    ]
    assert len(average_link(vectors, 5)) == 5
