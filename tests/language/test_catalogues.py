"""The shipped catalogues say the same things, each in its language."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from generator.language.catalogue import (
    ENGLISH,
    PLURALS,
    Phrase,
    phrases_in,
    shipped_tables,
    shipped_tag,
    shipped_tags,
)
from generator.language.faults import fault, placeholders
from generator.language.plurals import FORMS, OTHER, PluralRule

OTHERS = [tag for tag in shipped_tags() if tag != ENGLISH]
SAME = {  # said alike in several languages, or a name
    *("language.direction", "names.ideographs", "data.json", "links.pdf", "numbers.group"),
    *("search.example_phrase", "search.example_must", "search.example_must_not"),
    *("search.example_ending", "search.example_misspelt", "map.zoom", "lists.comma"),
    *("dates.day", "dates.first_day", "dates.month"),
}
MOST_ALIKE = 30  # of 240: words that two languages share, such as Poster and Benchmarks
every_other = pytest.mark.parametrize("tag", OTHERS)


def texts(phrase: Phrase) -> dict[str, str]:
    return phrase if isinstance(phrase, dict) else {OTHER: str(phrase)}


def both(tag: str) -> Iterator[tuple[str, Phrase, Phrase]]:
    own = phrases_in(shipped_tables(tag))
    for key, phrase in phrases_in(shipped_tables(ENGLISH)).items():
        yield key, phrase, own[key]


def test_the_six_languages_are_there() -> None:
    assert shipped_tags() == ("ar", "de", "en", "es", "fr", "zh")


@every_other
def test_every_catalogue_has_the_same_keys_in_the_same_order(tag: str) -> None:
    keys = list(phrases_in(shipped_tables(tag)))
    assert keys == list(phrases_in(shipped_tables(ENGLISH)))


@pytest.mark.parametrize("tag", shipped_tags())
def test_every_phrase_can_be_used(tag: str) -> None:
    faults = {key: fault(key, phrase) for key, phrase in phrases_in(shipped_tables(tag)).items()}
    assert {key: wrong for key, wrong in faults.items() if wrong} == {}
    for rule in shipped_tables(tag)[PLURALS].values():
        PluralRule.parse(rule)


@every_other
def test_placeholders_are_those_of_the_english_phrase(tag: str) -> None:
    for key, known, own in both(tag):
        wanted = placeholders([texts(known)[OTHER]])
        assert placeholders([texts(own)[OTHER]]) | {"n"} == wanted | {"n"}, key


@pytest.mark.parametrize("tag", shipped_tags())
def test_phrases_have_every_plural_form_that_their_language_tells_apart(tag: str) -> None:
    wanted = {*shipped_tables(tag)[PLURALS], OTHER}
    for key, phrase in phrases_in(shipped_tables(tag)).items():
        if isinstance(phrase, dict):
            assert set(phrase) == wanted, key
    assert wanted <= {*FORMS, OTHER}


@every_other
def test_a_phrase_with_forms_in_english_has_them_everywhere(tag: str) -> None:
    if not shipped_tables(tag)[PLURALS]:
        return
    for key, known, own in both(tag):
        assert isinstance(own, dict) == isinstance(known, dict), key


@every_other
def test_html_keeps_its_tags_and_addresses(tag: str) -> None:
    for key, known, own in both(tag):
        wanted = sorted(re.findall(r"<[^>]*>", texts(known)[OTHER]))
        assert sorted(re.findall(r"<[^>]*>", texts(own)[OTHER])) == wanted, key
        assert not wanted or key.endswith("_html"), key


@every_other
def test_phrases_are_translated(tag: str) -> None:
    alike = [key for key, known, own in both(tag) if own == known and key not in SAME]
    assert len(alike) <= MOST_ALIKE, alike


@pytest.mark.parametrize(
    ("tag", "shipped"),
    [
        *[("de", "de"), ("de-AT", "de"), ("DE", "de"), ("zh-Hans", "zh"), ("zh-CN", "zh")],
        *[("zh-TW", ""), ("zh-Hant", ""), ("tlh", ""), ("", "")],
    ],
)
def test_a_catalogue_serves_the_regions_of_its_language(tag: str, shipped: str) -> None:
    assert shipped_tag(tag) == shipped
