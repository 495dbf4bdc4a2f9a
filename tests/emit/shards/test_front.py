from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.emit.lunr.builder import utf16_order
from generator.emit.shards.front import decoded, front_coded

words = st.sets(st.text("abz09_é𝒪ﬁ", max_size=40), min_size=1).map(utf16_order)


def test_a_word_is_what_it_shares_with_the_one_before_and_the_rest() -> None:
    assert front_coded(["map", "maps", "mat"]) == "AmapDsCt"


@settings(max_examples=100)
@given(words)
def test_what_is_coded_is_decoded_again(some: list[str]) -> None:
    assert decoded(front_coded(some)) == some
