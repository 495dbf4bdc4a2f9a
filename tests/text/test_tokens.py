from __future__ import annotations

from generator.text.tokens import words


def test_words_are_runs_of_letters_and_digits_in_lower_case() -> None:
    assert words("GPT-4's text-to-image_model, Über 水獺!") == [
        *("gpt", "4", "s", "text", "to", "image", "model", "über", "水獺"),
    ]
