from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.curate.title_key import TitleKey, title_key


@pytest.mark.parametrize(
    ("title", "whole", "notice"),
    [
        ("Otters, Part II: Theory", "otters", ""),
        ("Otters (Part 1)", "otters", ""),
        ("Otters. Vol. 3", "otters", ""),
        ("Erratum to: Otters", "otters", "erratum"),
        ("Publisher Correction: Otters", "otters", "correction"),
        ("Retraction Note: Otters", "otters", "retractionnote"),
        ("Expression of concern: Otters", "otters", "expressionofconcern"),
        ("Reply to “Otters”", "otters", "reply"),
        ("Otters [Corrigendum]", "otters", "corrigendum"),
    ],
)
def test_parts_and_notices_know_their_whole(title: str, whole: str, notice: str) -> None:
    key = title_key(title)
    assert (key.whole, key.notice) == (whole, notice)


@pytest.mark.parametrize(
    "title",
    ["Otters in part I know", "Comment generation for otters", "Part-of-speech tags", "Responses"],
)
def test_other_titles_stand_alone(title: str) -> None:
    assert (title_key(title).whole, title_key(title).notice) == ("", "")


@pytest.mark.parametrize("title", ["Editorial", "INTRODUCTION", "Guest Editorial.", "Otters"])
def test_labels_and_single_words_are_generic(title: str) -> None:
    assert title_key(title).generic


def test_a_title_without_letters_stands_for_itself() -> None:
    assert title_key("?!") == TitleKey("?!", generic=True)
    assert title_key("…").letters != title_key("?!").letters


def test_markup_and_greek_make_no_difference() -> None:
    spellings = (r"$\lambda$-Otters \emph{swim}", "λ-otters swim", "Λ–Otters swim")
    assert len({title_key(title).letters for title in spellings}) == 1


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60))
def test_any_title_has_a_key(title: str) -> None:
    assert title_key(title) == title_key(title)
    assert title_key(title).letters or not title.strip()
