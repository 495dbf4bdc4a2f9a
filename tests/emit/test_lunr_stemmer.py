from __future__ import annotations

import json
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.emit.lunr.stemmer import stem
from tests.emit.scripts import run_script

LETTERS = "aeiouybcdglstxwz1'é𝒪"
ENDINGS = """
    ational tional enci anci izer bli alli entli eli ousli ization ation ator alism iveness
    fulness ousness aliti iviti biliti logi icate ative alize iciti ical ful ness al ance ence er
    ic able ible ant ement ment ent ou ism ate iti ous ive ize sion tion s es sses ies eed ed ing
    y e ll at bl iz
"""


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("survey", "survey"),
        ("play", "play"),
        ("fly", "fli"),
        ("by", "by"),
        ("transformers", "transform"),
        ("generations", "gener"),
        ("hopping", "hop"),
        ("agreed", "agre"),
        ("ponies", "poni"),
        ("yes", "ye"),
        ("as", "as"),
        ("", ""),
    ],
)
def test_words_get_the_stems_lunr_gives_them(word: str, expected: str) -> None:
    assert stem(word) == expected


def test_a_doubled_astral_letter_is_not_a_doubled_code_unit() -> None:
    assert stem("𝒪𝒪ing") == "𝒪𝒪ing"
    assert stem("a𝒪𝒪ing") == "a𝒪𝒪"


@settings(max_examples=200)
@given(st.text())
def test_a_stem_never_grows_by_more_than_an_e(word: str) -> None:
    assert len(stem(word)) <= len(word) + 1


@pytest.mark.node
def test_thousands_of_made_up_words_get_lunrs_stems(node: str) -> None:
    source = random.Random(20240311)  # noqa: S311 — repeatable on purpose
    endings = ENDINGS.split()
    words = [
        "".join(source.choices(LETTERS, k=source.randrange(6)))
        + "".join(source.choices(endings, k=source.randrange(4)))
        for _ in range(40_000)
    ]
    expected = json.loads(run_script(node, "stems", words))
    assert [(word, stem(word)) for word in words] == list(zip(words, expected, strict=True))
