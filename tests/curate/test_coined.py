from __future__ import annotations

import pytest

from generator.curate.coined import coined_words, is_coined


@pytest.mark.parametrize("word", ["OtterMap", "GPT-4", "SKILL-MIX", "aTLAS", "eDiff-I", "Otter2"])
def test_made_up_words_are_told(word: str) -> None:
    assert is_coined(word)


@pytest.mark.parametrize("word", ["Otter", "river", "7B", "2,000", "Text-to-Map", "A", "30fps"])
def test_words_of_a_dictionary_and_numbers_are_not(word: str) -> None:
    assert not is_coined(word)


def test_addresses_and_commands_hold_no_words() -> None:
    text = "See https://example.org/OtterMap and \\OtterMap, or mail ROM@example.org: iOtter."
    assert [match[0] for match in coined_words(text)][-1] == "iOtter"
    assert "OtterMap" not in [match[0] for match in coined_words(text)]
