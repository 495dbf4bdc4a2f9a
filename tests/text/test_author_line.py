from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.text.author_line import WrittenAuthor, is_initials, split_authors, split_inverted


def names(line: str) -> list[str]:
    return [author.name for author in split_authors(line)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Ada Bee", ["Ada Bee"]),
        ("Ada Bee, Cyd Dee and Eve Eff", ["Ada Bee", "Cyd Dee", "Eve Eff"]),
        ("Ada Bee, Cyd Dee, and Eve Eff", ["Ada Bee", "Cyd Dee", "Eve Eff"]),
        ("A.Bee; C.Dee & E.Eff", ["A.Bee", "C.Dee", "E.Eff"]),
        ("The Kite Collaboration: A. Bee, C. Dee", ["The Kite Collaboration", "A. Bee", "C. Dee"]),
        ("Ada Bee, Jr., Cyd Dee III", ["Ada Bee Jr.", "Cyd Dee III"]),
        ("Ada Bee, et al.", ["Ada Bee"]),
        ("Ada Bee and others", ["Ada Bee"]),
        ("Ada Bee, on behalf of the Kite Team", ["Ada Bee", "the Kite Team"]),
        ("Andy Sandor", ["Andy Sandor"]),
        ("Ludwig van Bee, C. D.", ["Ludwig van Bee", "C. D."]),
        ("李明, 王芳", ["李明", "王芳"]),
        ("Ada Bee (Oxford, Cyd Dee", ["Ada Bee Oxford", "Cyd Dee"]),
        (" , ;and, ", []),
        ("", []),
    ],
)
def test_a_line_is_parted_into_names(line: str, expected: list[str]) -> None:
    assert names(line) == expected


def test_a_place_in_parentheses_belongs_to_the_name_before_it() -> None:
    assert split_authors("A. Bee, C. Dee (Univ. of Kites (North)), E. Eff") == (
        WrittenAuthor("A. Bee"),
        WrittenAuthor("C. Dee", "Univ. of Kites (North)"),
        WrittenAuthor("E. Eff"),
    )


def test_numbered_places_are_looked_up_at_the_end_of_the_line() -> None:
    line = "A. Bee (1), C. Dee (1 and 2) and E. Eff (3) ((1) Kite Lab, Oslo, (2) Otter Inst.)"
    assert split_authors(line) == (
        WrittenAuthor("A. Bee", "Kite Lab, Oslo"),
        WrittenAuthor("C. Dee", "Kite Lab, Oslo; Otter Inst"),
        WrittenAuthor("E. Eff"),
    )


def test_inverted_names_are_told_by_their_initials() -> None:
    line = "Bee, A., van der Dee, C.-D. E., The Kite Consortium, Eff, G. H. Jr"
    assert split_inverted(line) == (
        "Bee, A.",
        "van der Dee, C.-D. E.",
        "The Kite Consortium",
        "Eff, G. H. Jr",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [("A.", True), ("J.-P.", True), ("A B C", True), ("Ada", False), ("Dee E", False), ("", False)],
)
def test_initials(text: str, expected: bool) -> None:
    assert is_initials(text) is expected


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="aB .,;:&()1 andét\n"))
def test_no_line_gives_an_empty_name(line: str) -> None:
    assert all(name.strip() for name in names(line))


def test_many_open_parentheses_are_read_in_no_time() -> None:
    assert names("(" * 50_000 + "Ada") == ["Ada"]
