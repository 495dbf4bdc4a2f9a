from __future__ import annotations

import random
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.emit.lunr.builder import utf16_order
from generator.emit.shards.cuts import cut_places, separator, starts_of

words = st.sets(st.text("abz09_é𝒪ﬁ", max_size=40), min_size=1).map(utf16_order)


def pieces_of(some: list[str], size: int, weight: int = 10) -> dict[str, list[str]]:
    """Return the words of each file by its start."""
    cuts = cut_places(some, [weight] * len(some), size)
    pieces = [some[first:last] for first, last in pairwise(cuts)]
    return dict(zip(starts_of(some, cuts), pieces, strict=True))


def test_a_separator_is_as_short_as_can_be() -> None:
    assert separator("maps", "matter") == "mat"
    assert separator("map", "maps") == "maps"


@settings(max_examples=100)
@given(words, st.integers(10, 60))
def test_starts_tell_files_apart(some: list[str], size: int) -> None:
    pieces = pieces_of(some, size)
    assert [word for piece in pieces.values() for word in piece] == some
    starts = [*pieces]
    assert starts[0] == ""
    for start, piece in pieces.items():
        assert utf16_order([piece[0], start])[0] == start
    for start, before in zip(starts[1:], pieces.values(), strict=False):
        assert utf16_order([start, before[-1]])[0] == before[-1] != start


def test_no_words_need_no_file() -> None:
    assert pieces_of([], 20) == {}


def test_files_end_where_few_letters_tell_the_next_word() -> None:
    some = ["mapa", "mapb", "mapc", "mapd", "nest", "nesu", "nesv", "nesw"]
    assert [*pieces_of(some, 40)] == ["", "n"]


def test_a_start_is_no_longer_than_a_file_name_may_be() -> None:
    alike = sorted(f"{'otter' * 20}{n:03}" for n in range(100))
    assert [*pieces_of([*alike, "river"], 50)] == ["", "r"]


def test_one_word_more_changes_the_files_beside_it_alone() -> None:
    dice = random.Random(7)  # noqa: S311  # repeatable, not secret
    some = sorted({"".join(dice.choices("abcdefgh", k=6)) for _ in range(3_000)})
    before = pieces_of(some, 300)
    assert len(before) > 80
    for word in dice.sample(some, 20):
        after = pieces_of([other for other in some if other != word], 300)
        kept = [start for start, piece in after.items() if before.get(start) == piece]
        assert len(after) - len(kept) <= 5
