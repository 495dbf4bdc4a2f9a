from __future__ import annotations

from generator.curate.topic_groups import similar_groups

WORDS = [{"otter": 1.0}, {"otter": 0.6, "fish": 0.8}, {"bread": 1.0}, {"loaf": 1.0}]


def test_papers_that_share_words_are_grouped_and_lonely_ones_are_not() -> None:
    assert similar_groups(WORDS, 3) == [[0, 1]]


def test_what_is_known_besides_joins_papers_without_common_words() -> None:
    beside: list[dict[str, float]] = [{}, {}, {"baking": 1.0}, {"baking": 1.0}]
    assert similar_groups(WORDS, 2, beside) == [[0, 1], [2, 3]]


def test_words_outweigh_what_is_known_besides() -> None:
    beside = [{"a": 1.0}, {"b": 1.0}, {"b": 1.0}, {"a": 1.0}]
    assert similar_groups(WORDS, 3, beside) == [[0, 1]]


def test_of_many_papers_those_outside_the_sample_join_their_group() -> None:
    vectors = [{"otter" if place % 2 else "bread": 1.0} for place in range(801)]
    assert [len(group) for group in similar_groups(vectors, 2)] == [401, 400]
