from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.curate.mentions import mention_ends


@settings(max_examples=200)
@given(
    name=st.text("aB.", min_size=1, max_size=3),
    text=st.text("aB. -_é", max_size=30),
    inflected=st.booleans(),
    joined=st.booleans(),
)
def test_mentions_are_those_of_the_pattern_that_says_the_same(
    name: str, text: str, inflected: bool, joined: bool
) -> None:
    never = ("" if inflected else r"(?!\w)") + ("" if joined else "(?!-)")
    pattern = rf"(?<![\w-]){re.escape(name)}{never}"
    expected = [match.end() for match in re.finditer(pattern, text)]
    assert list(mention_ends(name, text, inflected=inflected, joined=joined)) == expected
