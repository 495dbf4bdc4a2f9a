from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.paper import Author
from generator.sources.author_lists import (
    author_named,
    authors_named,
    separator_of,
    split_names,
    split_words,
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ada Berg|Bo Li|Cy Nguyen", ["Ada Berg", "Bo Li", "Cy Nguyen"]),
        ("Ada Berg; Bo Li", ["Ada Berg", "Bo Li"]),
        ("Berg, Ada; Li, Bo", ["Ada Berg", "Bo Li"]),
        ("Ada Berg, Bo Li, Cy Nguyen", ["Ada Berg", "Bo Li", "Cy Nguyen"]),
        ("Ada Berg, Bo Li and Cy Nguyen", ["Ada Berg", "Bo Li", "Cy Nguyen"]),
        ("Ada Berg, Bo Li, and Cy Nguyen", ["Ada Berg", "Bo Li", "Cy Nguyen"]),
        ("Ada Berg and Bo Li", ["Ada Berg", "Bo Li"]),
        ("Berg, Ada and Li, Bo", ["Ada Berg", "Bo Li"]),
        ("Berg, A., Li, B. C.", ["A. Berg", "B. C. Li"]),
        ("Berg, Ada", ["Ada Berg"]),
        ("Ada Berg, Bo Li", ["Ada Berg", "Bo Li"]),
        ("Ada Berg et al.", ["Ada Berg"]),
        ("Ada Berg, Bo Li, et al", ["Ada Berg", "Bo Li"]),
        ("Ada Berg and others", ["Ada Berg"]),
        ("['Ada Berg', \"Bo O'Li\"]", ["Ada Berg", "Bo O'Li"]),
        ('["Ada Berg", "Bo Li"]', ["Ada Berg", "Bo Li"]),
        ("李波；王伟", ["李波", "王伟"]),
        ("Ada Berg\nBo Li", ["Ada Berg", "Bo Li"]),
        ("Ada Berg; Bo Li;", ["Ada Berg", "Bo Li"]),
        ("", []),
    ],
)
def test_names_are_parted_however_they_are_joined(text: str, names: list[str]) -> None:
    assert [author.name for author in authors_named(split_names(text))] == names


def test_the_file_tells_what_a_lone_name_does_not() -> None:
    separator = separator_of(["Berg, Ada; Li, Bo", "van der Nguyen, Cy Anh"])
    assert separator == ";"
    assert split_names("van der Nguyen, Cy Anh", separator) == ["van der Nguyen, Cy Anh"]
    assert separator_of(["Ada Berg, Bo Li"]) == ""


def test_parts_are_kept_where_the_name_has_them() -> None:
    assert author_named("van der Berg, Ada") == Author(
        name="Ada van der Berg", given="Ada", family="van der Berg"
    )
    assert author_named("Ada Berg", affiliation="Lab") == Author(name="Ada Berg", affiliation="Lab")


@pytest.mark.parametrize("text", ["", " ", "et al.", "Anonymous", "Anonymous Authors", "nan", "-"])
def test_nobody_is_no_author(text: str) -> None:
    assert author_named(text) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("maps;otters", ["maps", "otters"]),
        ("maps, otters", ["maps", " otters"]),
        ("maps, rivers; otters", ["maps, rivers", " otters"]),
        ("maps", ["maps"]),
        ("['maps', 'otters']", ["maps", "otters"]),
    ],
)
def test_keywords_are_parted(text: str, words: list[str]) -> None:
    assert split_words(text) == words


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=40))
def test_any_text_can_be_split(text: str) -> None:
    for author in authors_named(split_names(text)):
        assert author.name.strip()
