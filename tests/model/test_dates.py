from __future__ import annotations

import datetime

import pytest

from generator.model.dates import PartialDate


@pytest.mark.parametrize("text", ["2024", "2024-03", "2024-03-11"])
def test_a_date_is_as_exact_as_its_text(text: str) -> None:
    assert str(PartialDate.parse(text)) == text


def test_single_digits_and_blanks_are_read() -> None:
    assert PartialDate.parse(" 2024-3-1 ") == PartialDate(2024, 3, 1)


@pytest.mark.parametrize(
    "text", ["", "24", "2024-13", "2024-02-30", "11 March 2024", "2024-03-11T10"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        PartialDate.parse(text)


def test_a_day_needs_a_month() -> None:
    with pytest.raises(ValueError, match="month"):
        PartialDate(2024, 0, 11)


def test_a_missing_part_sorts_first_and_means_the_first_day() -> None:
    dates = [PartialDate(2024, 3, 11), PartialDate(2024), PartialDate(2024, 3)]
    assert sorted(dates) == [PartialDate(2024), PartialDate(2024, 3), PartialDate(2024, 3, 11)]
    assert PartialDate(2024, 3).earliest() == datetime.date(2024, 3, 1)
    assert PartialDate.from_date(datetime.date(2024, 3, 11)) == PartialDate(2024, 3, 11)


@pytest.mark.parametrize(
    ("text", "last"),
    [("2024", "2024-12-31"), ("2024-02", "2024-02-29"), ("2024-03-11", "2024-03-11")],
)
def test_a_date_means_no_later_day_than_its_last(text: str, last: str) -> None:
    assert PartialDate.parse(text).latest().isoformat() == last


def test_a_date_holds_itself_and_its_more_exact_forms() -> None:
    year, month, day = (PartialDate.parse(text) for text in ("2024", "2024-03", "2024-03-11"))
    assert year.holds(month)
    assert month.holds(day)
    assert day.holds(day)
    assert not day.holds(year)
    assert not month.holds(PartialDate(2024, 4))
