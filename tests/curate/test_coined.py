from __future__ import annotations

import pytest

from generator.curate.coined import coined_words, is_coined, marked_words


@pytest.mark.parametrize("word", ["OtterMap", "GPT-4", "SKILL-MIX", "aTLAS", "eDiff-I", "Otter2"])
def test_made_up_words_are_told(word: str) -> None:
    assert is_coined(word)


@pytest.mark.parametrize("word", ["Otter", "river", "7B", "2,000", "Text-to-Map", "A", "30fps"])
def test_words_of_a_dictionary_and_numbers_are_not(word: str) -> None:
    assert not is_coined(word)


def test_addresses_and_commands_hold_no_words() -> None:
    text = "See https://example.org/OtterMap and \\OtterMap, or mail ROM@example.org: iOtter."
    words = [match[0] for match in coined_words(text, marked_words(text))]
    assert words[-1] == "iOtter"
    assert "OtterMap" not in words


def test_marked_words_are_whole_and_few() -> None:
    text = "We map (the iOtter)\tand Rivers of\nGPT-4 with C++"
    words = [text[start:end] for start, end in marked_words(text)]
    assert words == ["iOtter)", "GPT-4", "C++"]
