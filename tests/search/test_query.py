from __future__ import annotations

import pytest

from generator.search.query import Clause, Presence, parse_query


def plain(text: str) -> list[str]:
    return [" ".join(word.plain for word in clause.words) for clause in parse_query(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("River maps", ["river", "maps"]),
        ("why do otters swim in the river", ["otters", "swim", "river"]),
        ("maps maps MAPS", ["maps"]),
        ("title: colon", ["title", "colon"]),
        ("arXiv:2402.12345", ["2402.12345"]),
        ("the", ["the"]),
        ("   ", []),
        ("... 😀", []),
    ],
)
def test_a_query_is_its_words_without_stop_words(text: str, words: list[str]) -> None:
    assert plain(text) == words


def test_only_the_last_word_may_be_half_typed() -> None:
    assert [clause.open for clause in parse_query("river map")] == [False, True]
    assert [clause.open for clause in parse_query("river map ")] == [False, False]
    assert [clause.open for clause in parse_query("map of the")] == [False]


def test_a_word_goes_by_its_plain_printed_and_joined_forms() -> None:
    assert parse_query("José")[0].forms == ("jose", "jos")
    assert parse_query("pre-training")[0].forms == ("pre", "pretraining")


def only(text: str) -> Clause:
    [clause] = parse_query(text)
    return clause


def test_a_sign_before_a_word_demands_or_forbids_it() -> None:
    found = [(clause.source, clause.presence) for clause in parse_query("otter +map -lamp")]
    assert found == [
        ("otter", Presence.SHOULD),
        ("+map", Presence.MUST),
        ("-lamp", Presence.NOT),
    ]


def test_a_phrase_keeps_its_words_together_and_is_demanded() -> None:
    clause = only('"maps of the river"')
    assert [word.plain for word in clause.words] == ["maps", "of", "the", "river"]
    assert clause.phrase
    assert clause.presence is Presence.MUST


@pytest.mark.parametrize("text", ["“river maps”", '"river maps"^2', 'title:"river maps"'])
def test_a_phrase_may_have_printed_quotes_a_boost_and_a_field(text: str) -> None:
    assert only(text).phrase


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("author:agren", "authors"),
        ("Title:otter", "title"),
        ("topic:maps", "topics"),
        ("venue:iclr", "venue"),
        ("year:2024", "year"),
        ("system:tidewise", "system"),
        ("otter", ""),
    ],
)
def test_a_word_may_be_meant_for_a_field(text: str, field: str) -> None:
    assert only(text).field == field


def test_stars_slips_and_boosts_stand_behind_a_word() -> None:
    assert only("exp*ment").pattern == "exp*ment"
    assert (only("otter~").slips, only("otter~2").slips, only("otter~9").slips) == (1, 2, 2)
    assert only("otter^2.5").boost == 2.5


@pytest.mark.parametrize(
    "text",
    [
        "C++",
        "k-NN",
        "GPT-4o",
        "a^b",
        "foo:otter",
        '"otter',
        "*",
        "-",
        "+",
        "~1",
        "-otter",
        "10.1145/33",
    ],
)
def test_what_is_no_sign_is_read_as_plain_words(text: str) -> None:
    assert all(
        clause.presence is Presence.SHOULD and not clause.phrase and not clause.field
        for clause in parse_query(text)
    )


def test_the_words_that_merely_ask_count_little() -> None:
    boosts = {c.words[0].plain: c.boost for c in parse_query("how can I find river maps?")}
    assert boosts["find"] < 1.0 == boosts["river"] == boosts["maps"]
    assert only("find").boost == 1.0
