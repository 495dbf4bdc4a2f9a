from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.emit.lunr.builder import utf16_order
from generator.emit.shards.front import decoded, front_coded, separator, starts_of

words = st.sets(st.text("abz09_é𝒪ﬁ", max_size=40), min_size=1).map(utf16_order)


def test_a_word_is_what_it_shares_with_the_one_before_and_the_rest() -> None:
    assert front_coded(["map", "maps", "mat"]) == "AmapDsCt"


@settings(max_examples=100)
@given(words)
def test_what_is_coded_is_decoded_again(some: list[str]) -> None:
    assert decoded(front_coded(some)) == some


def test_a_separator_is_as_short_as_can_be() -> None:
    assert separator("maps", "matter") == "mat"
    assert separator("map", "maps") == "maps"


@settings(max_examples=100)
@given(words, st.integers(1, 5))
def test_starts_tell_pieces_apart(some: list[str], size: int) -> None:
    pieces = [some[place : place + size] for place in range(0, len(some), size)]
    starts = starts_of(pieces)
    for start, piece in zip(starts, pieces, strict=True):
        assert utf16_order([piece[0], start])[0] == start
    for start, before in zip(starts[1:], pieces, strict=False):
        assert utf16_order([start, before[-1]])[0] == before[-1] != start
