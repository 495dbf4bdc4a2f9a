from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.emit.endings import endings, words_by_term
from generator.emit.lunr.stemmer import stem

TERMS = ["42", "map", "otter", "studi"]


@pytest.mark.parametrize(
    ("words", "coded"),
    [
        ([], "-,-,-,-"),
        (["otter"], "-,-,,-"),
        (["map", "maps", "mapping", "otters"], "-, s ping,s,-"),
        (["studies", "study", "studying"], "-,-,-,es 1y 1ying"),
        (["badger"], "-,-,-,-"),
    ],
)
def test_a_word_is_the_end_it_puts_in_the_place_of_its_terms(words: list[str], coded: str) -> None:
    assert endings(TERMS, words) == coded


@given(st.lists(st.from_regex(r"[0-9]{0,2}[a-z]{1,9}(?:ed|s|y|ies|ational)?", fullmatch=True)))
def test_words_are_read_again(words: list[str]) -> None:
    terms = sorted({*map(stem, words), "..."})
    read = words_by_term(terms, endings(terms, words))
    assert read["..."] == []
    assert sorted(word for some in read.values() for word in some) == sorted(words)


def test_endings_of_other_terms_are_refused() -> None:
    with pytest.raises(ValueError, match="shorter"):
        words_by_term(TERMS, "s,s")


def test_no_terms_have_no_endings() -> None:
    assert words_by_term([], endings([], [])) == {}
