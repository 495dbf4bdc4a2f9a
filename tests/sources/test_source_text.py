from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.sources.source_text import is_placeholder, plain_line, plain_prose


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Otters  swim\nhere.", "Otters swim here."),
        ("One.\n\nTwo.", "One.\n\nTwo."),
        ("<p>One.</p><p>Two &lt; 3.</p>", "One.\n\nTwo < 3."),
        ("Abstract: They swim.", "They swim."),
        ("Abstraction helps.", "Abstraction helps."),
        (
            "Schr\\\"odinger's {Otters} in $\\mathbb{R}^{2}$",
            "Schrödinger's Otters in $\\mathbb{R}^{2}$",
        ),
        ("Caf\\'e https://a.example/~ada", "Café https://a.example/~ada"),
        ("Cafe\u0301", "Café"),
        ("  They swim. ", "They swim."),
    ],
)
def test_markup_and_tex_become_plain_text(text: str, plain: str) -> None:
    assert plain_prose(text) == plain


def test_a_title_is_one_line() -> None:
    assert plain_line("<b>Otters</b>\n\nand kites") == "Otters and kites"


@pytest.mark.parametrize(
    "text", ["nan", "N/A", "None", "-", "(no abstract available)", "...", "TBD"]
)
def test_a_placeholder_is_told(text: str) -> None:
    assert is_placeholder(text)
    assert not is_placeholder(f"{text} otters")


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80))
def test_any_text_becomes_text_in_which_nothing_is_left_to_strip(text: str) -> None:
    assert plain_prose(text) == plain_prose(text).strip()
