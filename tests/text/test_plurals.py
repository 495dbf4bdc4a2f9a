from __future__ import annotations

import pytest

from generator.text.plurals import singular


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("models", "model"),
        ("policies", "policy"),
        ("matches", "match"),
        ("boxes", "box"),
        ("losses", "loss"),
        ("loss", "loss"),
        ("virus", "virus"),
        ("analysis", "analysis"),
        ("gas", "gas"),
        ("ties", "tie"),
        ("series", "series"),
    ],
)
def test_the_commonest_plurals_are_folded(word: str, folded: str) -> None:
    assert singular(word) == folded
