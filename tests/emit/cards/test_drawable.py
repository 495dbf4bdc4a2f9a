from __future__ import annotations

import pytest

from generator.emit.cards.drawable import drawable


def is_latin(sign: str) -> bool:
    return sign in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzé0123456789 :.,-()²×"


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("River maps", "River maps"),
        ("  River\n\tmaps ", "River maps"),
        ("cafe\u0301", "café"),
        ("𝒪(n²) and ﬁne", "O(n²) and fine"),
        ("Otters 🦦: a survey", "Otters: a survey"),
        ("🦦 Otters 🦦", "Otters"),
        ("a🦦b", "a b"),
        ("bell\x07 and \u202eturn\u200d", "bell and turn"),
        ("half a pair \ud83e", "half a pair"),
        ("✊🏽\ufe0f", ""),
    ],
)
def test_ornaments_are_left_out(text: str, drawn: str) -> None:
    assert drawable(text, is_latin) == drawn


@pytest.mark.parametrize(
    "text", ["深度 learning", "تعلم", "P ∈ NP", "n ≠ m", "ka\u0328t", "٣ maps"]
)
def test_a_text_that_would_say_something_else_is_not_drawn(text: str) -> None:
    assert drawable(text, is_latin) == ""
