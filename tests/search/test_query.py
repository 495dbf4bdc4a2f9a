from __future__ import annotations

import pytest

from generator.search.query import parse_query


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("River maps", ["river", "maps"]),
        ("why do otters swim in the river", ["otters", "swim", "river"]),
        ("maps maps MAPS", ["maps"]),
        ("title:otter +map -x~1 *", ["title", "otter", "map", "x", "1"]),
        ("the", ["the"]),
        ("   ", []),
        ("... 😀", []),
    ],
)
def test_a_query_is_its_words_without_stop_words(text: str, words: list[str]) -> None:
    assert [clause.plain for clause in parse_query(text)] == words


def test_only_the_last_word_may_be_half_typed() -> None:
    assert [clause.open for clause in parse_query("river map")] == [False, True]
    assert [clause.open for clause in parse_query("river map ")] == [False, False]
    assert [clause.open for clause in parse_query("map of the")] == [False]


def test_a_word_goes_by_its_plain_printed_and_joined_forms() -> None:
    assert parse_query("José")[0].forms == ("jose", "jos")
    assert parse_query("pre-training")[0].forms == ("pre", "pretraining")
