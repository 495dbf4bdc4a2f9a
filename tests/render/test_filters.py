"""Numbers as templates write them."""

from __future__ import annotations

import pytest

from generator.render.filters import counted, grouped


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "0"),
        (9999, "9999"),
        (10_000, "10\u202f000"),
        (1_234_567, "1\u202f234\u202f567"),
        (-10_000, "-10\u202f000"),
    ],
)
def test_long_numbers_are_grouped_by_threes(number: int, text: str) -> None:
    assert grouped(number) == text


@pytest.mark.parametrize(("number", "text"), [(0, "0 papers"), (1, "1 paper"), (2, "2 papers")])
def test_a_noun_follows_its_number(number: int, text: str) -> None:
    assert counted(number, "paper") == text


def test_an_irregular_plural_is_given() -> None:
    assert counted(2, "entry", "entries") == "2 entries"
