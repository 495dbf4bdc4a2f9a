from __future__ import annotations

from collections.abc import Sequence

import pytest

from generator.search.vocabulary import (
    Kind,
    SizedWord,
    completions_in,
    distance,
    neighbours_in,
    starting_with,
)

WORDS = ("map", "maps", "otter", "otters", "transform", "transformer", "unform")


@pytest.mark.parametrize(
    ("a", "b", "slips"),
    [
        ("otter", "otter", 0),
        ("otter", "oter", 1),
        ("otter", "ottter", 1),
        ("otter", "utter", 1),
        ("otter", "ottre", 1),
        ("difussion", "diffusion", 2),
        ("", "ab", 2),
        ("otter", "badger", 3),
        ("a", "abcdef", 3),
    ],
)
def test_slips_are_counted_up_to_a_limit(a: str, b: str, slips: int) -> None:
    assert distance(a, b, 2) == distance(b, a, 2) == slips


def near(words: Sequence[str], typed: str) -> list[str]:
    def source(kind: Kind, beginning: str) -> list[SizedWord]:
        kept = starting_with(words, beginning) if kind == "words" else []
        return [SizedWord(word=word, size=1) for word in kept]

    return [neighbour.word for neighbour in neighbours_in(source, typed, 2)]


def test_the_words_with_fewest_slips_come_first() -> None:
    assert near(WORDS, "transformre")[0] == "transformer"
    assert near(WORDS, "ottre")[0] == "otter"


def test_words_with_the_same_first_letter_go_before_others() -> None:
    assert near(("abba", "bbba"), "bbbc") == ["bbba"]
    assert near(("xotter",), "otter") == ["xotter"]


@pytest.mark.parametrize("typed", ["", "mp", "zzqxzzqx"])
def test_what_is_short_or_far_from_every_word_has_no_neighbour(typed: str) -> None:
    assert near(WORDS, typed) == []


def test_completions_are_the_words_that_begin_so() -> None:
    assert starting_with(WORDS, "ma") == ["map", "maps"]
    assert starting_with(WORDS, "x") == []
    assert starting_with((), "m") == []


def test_rare_words_are_offered_only_where_no_other_is() -> None:
    sizes = {"ottar": 0, "ottaviano": 0, "otter": 3}

    def source(kind: Kind, beginning: str) -> list[SizedWord]:
        kept = [word for word in sizes if (sizes[word] > 0) is (kind == "words")]
        return [SizedWord(word=w, size=sizes[w]) for w in kept if w.startswith(beginning)]

    assert [near.word for near in neighbours_in(source, "ottor", 2)] == ["otter"]
    assert completions_in(source, "ott", 9) == ["otter"]
    assert completions_in(source, "otta", 9) == ["ottar", "ottaviano"]
