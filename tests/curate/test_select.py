from __future__ import annotations

from typing import Any

import pytest

from generator.config.schema import FilterConfig
from generator.curate.select import Filter, Reason, select
from generator.model.dates import PartialDate
from generator.model.paper import Paper, Status
from tests.factories import make_paper

PAPER = make_paper(
    "River-Maps of Otters",
    abstract="Large language\nmodels draw rivers, e.g. the Élan.",
    categories=("cs.CL", "stat.ML"),
    venue="Findings of RIVER 2024",
    published=PartialDate(2024, 3),
)


def reason(paper: Paper = PAPER, **settings: Any) -> Reason | None:
    return Filter(FilterConfig(**settings)).reason(paper)


def test_by_default_nothing_but_what_was_refused_is_left_out() -> None:
    papers = [make_paper(status.value or "unknown", status=status) for status in Status]
    kept, left_out = select([*papers, PAPER], FilterConfig())
    assert [paper.title for paper in kept] == ["unknown", "accepted", PAPER.title]
    assert set(left_out.values()) == {Reason.STATUS}
    assert len(left_out) == 3


def test_refused_papers_stay_where_the_user_wants_them() -> None:
    assert reason(make_paper(status=Status.REJECTED), exclude_status=()) is None


@pytest.mark.parametrize(
    "pattern",
    [
        "otters",
        "OTTERS",
        "river maps",
        "river-maps",
        "otter*",
        "large language model*",
        "Élan",
        "e g",
    ],
)
def test_words_and_phrases_are_found_whole_in_any_case(pattern: str) -> None:
    assert reason(exclude=(pattern,)) is Reason.EXCLUDED_WORD
    assert reason(include=("quark", pattern)) is None


@pytest.mark.parametrize(
    "pattern",
    ["otter", "map", "of large", "otters large", "ters", "river draw", "mod"],
)
def test_parts_of_words_and_phrases_across_title_and_abstract_are_not(pattern: str) -> None:
    assert reason(exclude=(pattern,)) is None
    assert reason(include=(pattern,)) is Reason.NO_INCLUDED_WORD


def test_a_pattern_means_its_letters_not_an_expression() -> None:
    assert reason(make_paper("C++ (2nd) maps", abstract=""), exclude=("c++",)) is not None
    assert reason(exclude=("o.ters",)) is None


@pytest.mark.parametrize(
    ("pattern", "found"),
    [("cs.CL", True), ("cs.cl", True), ("cs.*", True), ("cs", False), ("ML", False), ("s*", True)],
)
def test_categories_are_whole_names(pattern: str, found: bool) -> None:
    assert reason(categories=(pattern,)) is (None if found else Reason.CATEGORY)
    assert reason(exclude_categories=(pattern,)) is (Reason.CATEGORY if found else None)


@pytest.mark.parametrize(
    ("pattern", "found"), [("RIVER", True), ("findings of river", True), ("RIV", False)]
)
def test_venues_are_found_by_words(pattern: str, found: bool) -> None:
    assert reason(venues=(pattern,)) is (None if found else Reason.VENUE)
    assert reason(exclude_venues=(pattern,)) is (Reason.VENUE if found else None)


def test_who_wants_some_categories_or_venues_wants_no_papers_without() -> None:
    bare = make_paper(categories=(), venue="")
    assert reason(bare, categories=("cs.*",)) is Reason.CATEGORY
    assert reason(bare, venues=("RIVER",)) is Reason.VENUE
    assert reason(bare, exclude_categories=("cs.*",), exclude_venues=("RIVER",)) is None


@pytest.mark.parametrize(
    ("published", "since", "until", "stays"),
    [
        ("2024", "2024-06-15", None, True),
        ("2024-06", "2024-06-15", None, True),
        ("2024-06-14", "2024-06-15", None, False),
        ("2023", "2024", None, False),
        ("2024-12-31", None, "2024", True),
        ("2024", None, "2024-01-01", True),
        ("2024-04", None, "2024-03", False),
        ("2024-02-29", "2024-02", "2024-02", True),
        (None, "2024", "2024", True),
    ],
)
def test_partial_dates_are_compared_fairly(
    published: str | None, since: str | None, until: str | None, stays: bool
) -> None:
    def date(text: str | None) -> PartialDate | None:
        return PartialDate.parse(text) if text else None

    found = reason(make_paper(published=date(published)), since=date(since), until=date(until))
    assert found is (None if stays else Reason.DATE)
