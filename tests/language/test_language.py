"""Phrases, numbers and dates of a language."""

from __future__ import annotations

import pytest

from generator.language.language import Language, UnknownPhraseError


def language(tag: str) -> Language:
    return Language(tag=tag, shipped=tag)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "0"),
        (9999, "9999"),
        (10_000, "10\u202f000"),
        (1_234_567, "1\u202f234\u202f567"),
        (-10_000, "-10\u202f000"),
    ],
)
def test_long_numbers_are_grouped_by_threes(number: int, text: str) -> None:
    assert Language().grouped(number) == text


@pytest.mark.parametrize(
    ("tag", "text"),
    [("de", "12.345"), ("fr", "12\u202f345"), ("es", "12\u202f345"), ("zh", "12,345")],
)
def test_numbers_are_written_as_readers_of_the_language_do(tag: str, text: str) -> None:
    assert language(tag).grouped(12_345) == text


@pytest.mark.parametrize(
    ("tag", "day", "month"),
    [
        ("en", "3 March 2026", "March 2026"),
        ("de", "3. März 2026", "März 2026"),
        ("fr", "3 mars 2026", "mars 2026"),
        ("es", "3 de marzo de 2026", "marzo de 2026"),
        ("zh", "2026年3月3日", "2026年3月"),
        ("ar", "3 مارس 2026", "مارس 2026"),
    ],
)
def test_dates_are_written_as_readers_of_the_language_do(tag: str, day: str, month: str) -> None:
    assert language(tag).date(2026, 3, 3) == day
    assert language(tag).date(2026, 3) == month
    assert language(tag).date(2026) == "2026"


def test_the_first_of_a_month_is_an_ordinal_in_french() -> None:
    assert language("fr").date(2026, 3, 1) == "1er mars 2026"


@pytest.mark.parametrize(
    ("tag", "number", "text"),
    [
        ("en", 0, "0 papers"),
        ("en", 1, "1 paper"),
        ("de", 2, "2 Themen"),
        ("fr", 0, "0 article"),
        ("zh", 7, "7 篇论文"),
        ("ar", 2, "ورقتان"),
        ("ar", 5, "5 أوراق"),
        ("ar", 92, "92 ورقة"),
    ],
)
def test_a_noun_takes_the_form_of_its_number(tag: str, number: int, text: str) -> None:
    noun = "topic" if tag == "de" else "paper"
    assert language(tag).counted(number, noun) == text


def test_a_noun_of_no_catalogue_is_taken_as_english() -> None:
    assert language("de").counted(2, "entry", "entries") == "2 entries"
    assert Language().counted(2, "otter") == "2 otters"


def test_an_unknown_phrase_says_which_was_meant() -> None:
    with pytest.raises(UnknownPhraseError, match=r"'home.latset'; did you mean 'home.latest'"):
        Language().text("home.latset")


def test_english_stands_in_for_what_is_missing() -> None:
    own = Language(tag="nl", shipped="", own='pages.topics = "Onderwerpen"')
    assert own.text("pages.topics") == "Onderwerpen"
    assert own.text("pages.papers") == "Papers"
    assert "pages.papers" in own.catalogue.missing
    assert "pages.topics" not in own.catalogue.missing


def test_a_sites_own_phrases_win() -> None:
    own = 'counted.paper = { one = "{n} Arbeit", other = "{n} Arbeiten" }'
    german = Language(tag="de", shipped="de", own=own)
    assert german.counted(3, "paper") == "3 Arbeiten"
    assert german.text("pages.topics") == "Themen"
    assert german.catalogue.missing == ()
