from __future__ import annotations

from generator.text.tokens import lowered, words


def test_words_are_runs_of_letters_and_digits_in_lower_case() -> None:
    assert words("GPT-4's text-to-image_model, Über 水獺!") == [
        *("gpt", "4", "s", "text", "to", "image", "model", "über", "水獺"),
    ]


def test_lowered_text_keeps_every_place() -> None:
    text = "Über OTTERS, İstanbul, Straße"
    assert lowered(text) == "über otters, İstanbul, straße"
    assert lowered("OTTER") == "otter"
