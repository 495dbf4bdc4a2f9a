"""Plural rules as the Unicode CLDR writes them."""

from __future__ import annotations

import pytest

from generator.language.plurals import PluralRule, plural_form

ARABIC = {
    "zero": "n = 0",
    "one": "n = 1",
    "two": "n = 2",
    "few": "n % 100 = 3..10",
    "many": "n % 100 = 11..99",
}
POLISH = {
    "one": "n = 1",
    "few": "n % 10 = 2..4 and n % 100 != 12..14",
    "many": "n != 1 and n % 10 = 0..1 or n % 10 = 5..9 or n % 100 = 12..14",
}


def forms(rules: dict[str, str], numbers: list[int]) -> list[str]:
    parsed = {form: PluralRule.parse(rule) for form, rule in rules.items()}
    return [plural_form(parsed, number) for number in numbers]


def test_arabic_tells_six_forms_apart() -> None:
    numbers = [0, 1, 2, 3, 10, 11, 99, 100, 102, 103, 111]
    assert forms(ARABIC, numbers) == [
        *("zero", "one", "two", "few", "few", "many", "many", "other", "other", "few", "many")
    ]


def test_conditions_are_joined_by_and_and_or() -> None:
    numbers = [1, 2, 4, 5, 12, 14, 22, 21, 0, 100]
    assert forms(POLISH, numbers) == [
        *("one", "few", "few", "many", "many", "many", "few", "many", "many", "many")
    ]


def test_a_list_of_values_is_one_condition() -> None:
    assert forms({"one": "n = 0,1"}, [0, 1, 2]) == ["one", "one", "other"]


def test_without_rules_everything_is_other() -> None:
    assert forms({}, [0, 1, 2]) == ["other"] * 3


@pytest.mark.parametrize("text", ["", "v = 0", "n is 1", "n = 1 and", "n % 10", "n = a"])
def test_another_syntax_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a plural rule"):
        PluralRule.parse(text)
