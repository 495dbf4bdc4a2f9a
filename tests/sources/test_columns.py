from __future__ import annotations

import pytest

from generator.config.schema import COLUMN_FIELDS
from generator.sources.columns import Columns


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("Paper Title", "title"),
        ("paper_title", "title"),
        ("Author(s)", "authors"),
        ("Author Keywords", "keywords"),
        ("Publication Year", "year"),
        ("Source title", "venue"),
        ("Cited by", "citations"),
        ("url_pdf", "pdf"),
        ("摘要", "abstract"),
        ("acm_html_url", "links"),
        ("author_url", None),
        ("homepage", None),
    ],
)
def test_names_are_guessed_whatever_their_case_and_signs(name: str, field: str | None) -> None:
    found = Columns().field(name)
    assert (found[0] if found else None) == field


def test_the_better_guess_comes_first() -> None:
    row = {"name": "n", "Title": "t", "abstract": "", "summary": "s"}
    assert Columns().sorted(row) == {"title": ["t", "n"], "abstract": ["s"]}


def test_a_configured_column_wins_and_the_guesses_for_its_field_are_void() -> None:
    columns = Columns({"title": "Thema"})
    assert columns.sorted({"Title": "Dr", "thema": "Otters"}) == {"title": ["Otters"]}
    assert columns.missing(["Title"]) == ("Thema",)
    assert columns.missing(["THEMA"]) == ()


@pytest.mark.parametrize("field", COLUMN_FIELDS)
def test_every_field_that_can_be_configured_can_be_guessed(field: str) -> None:
    guess = Columns().field(field)
    assert guess
    assert guess[0] == field
