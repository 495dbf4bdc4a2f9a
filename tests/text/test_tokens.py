from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.text.tokens import lowered, words


def test_words_are_runs_of_letters_and_digits_in_lower_case() -> None:
    assert words("GPT-4's text-to-image_model, Über 水獺!") == [
        *("gpt", "4", "s", "text", "to", "image", "model", "über", "水獺"),
    ]


@given(st.text(st.characters(max_codepoint=0x17F), max_size=40))
def test_ascii_is_read_as_all_other_letters_are(text: str) -> None:
    assert [*words(text), "é"] == words(f"{text} é")


def test_lowered_text_keeps_every_place() -> None:
    text = "Über OTTERS, İstanbul, Straße"
    assert lowered(text) == "über otters, İstanbul, straße"
    assert lowered("OTTER") == "otter"
