from __future__ import annotations

import pytest

from generator.emit.parts import numbered, split


def test_texts_are_split_below_a_limit() -> None:
    assert split([], 4) == [[]]
    assert split(["ab", "cd", "ef"], 4) == [["ab", "cd"], ["ef"]]
    assert split(["ä" * 9, "b"], 4) == [["ä" * 9], ["b"]]


@pytest.mark.parametrize(
    ("file", "second"),
    [("feed.xml", "feed-2.xml"), ("papers.csl.json", "papers-2.csl.json")],
)
def test_parts_are_numbered_from_the_second_on(file: str, second: str) -> None:
    assert (numbered(file, 1), numbered(file, 2)) == (file, second)
