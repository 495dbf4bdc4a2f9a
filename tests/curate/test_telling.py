from __future__ import annotations

import pytest

from generator.curate.telling import dull_words, is_telling


@pytest.mark.parametrize("term", ["reinforcement learning", "text-to-image", "GSM8K", "otter"])
def test_subjects_are_telling(term: str) -> None:
    assert is_telling(term)


@pytest.mark.parametrize(
    "term",
    ["exemplified", "extensive experiments", "detection", "of", "95", "unheardly", "otterizing"],
)
def test_what_every_abstract_says_is_not(term: str) -> None:
    assert not is_telling(term)


def test_a_plain_word_is_telling_inside_a_phrase() -> None:
    assert "detection" in dull_words().plain
    assert is_telling("otter detection")


def test_no_word_is_both_empty_and_plain() -> None:
    assert dull_words().empty.isdisjoint(dull_words().plain)
