from __future__ import annotations

import pytest

from generator.text.names import Name, is_suffix, join_name, parse_name


@pytest.mark.parametrize(
    ("text", "given", "family"),
    [
        ("Berg, Ada", "Ada", "Berg"),
        ("van der Berg, Ada", "Ada", "van der Berg"),
        ("King, Jr., Martin", "Martin", "King Jr."),
        ("King, Martin, III", "Martin", "King III"),
        ("Petrov, V.", "V.", "Petrov"),
        ("Ludwig van Beethoven", "Ludwig", "van Beethoven"),
        ("Maria Garcia Lopez", "", ""),
        ("Plato", "", ""),
        ("  Berg ,  Ada ,", "Ada", "Berg"),
    ],
)
def test_names_are_parted_where_the_source_parts_them(text: str, given: str, family: str) -> None:
    name = parse_name(text)
    assert (name.given, name.family) == (given, family)
    assert name.full == (f"{given} {family}" if given else text.strip())


def test_a_lone_suffix_stays_with_its_name() -> None:
    assert parse_name("King, Jr.") == Name(full="King Jr.")


def test_names_are_joined_from_what_is_there() -> None:
    assert join_name("Ada", "Berg", "Jr.") == Name("Ada Berg Jr.", "Ada", "Berg Jr.")
    assert join_name("", "Berg") == Name("Berg")


def test_suffixes_are_told_from_initials() -> None:
    assert is_suffix("Jr.")
    assert is_suffix("III")
    assert not is_suffix("V.")
