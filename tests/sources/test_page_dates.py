from __future__ import annotations

import calendar
import datetime

import pytest

from generator.sources.page_dates import (
    DateLine,
    NameDate,
    date_in_name,
    is_date_line,
    latest_day,
    parse_date_line,
)


@pytest.mark.parametrize(
    ("text", "year", "weekday"),
    [
        ("Mar 11", None, None),
        ("March 11", None, None),
        ("mar. 11th", None, None),
        ("11 March", None, None),
        ("March 11, 2025", 2025, None),
        ("11 Mar 2025", 2025, None),
        ("11th of March 2025", 2025, None),
        ("2025-03-11", 2025, None),
        ("2025/3/11", 2025, None),
        ("Tuesday, March 11", None, 1),
        ("Tue, 11 Mar 2025", 2025, 1),
        ("Tues Mar 11 2025", 2025, 1),
    ],
)
def test_date_lines_are_understood(text: str, year: int | None, weekday: int | None) -> None:
    assert parse_date_line(text) == DateLine(month=3, day=11, year=year, weekday=weekday)


@pytest.mark.parametrize(
    "text",
    ["March of the otters", "May", "Mar 11 papers", "2025", "11", "Published on Mar 11", "Mar 11."],
)
def test_other_lines_are_no_dates(text: str) -> None:
    assert not is_date_line(text)
    assert parse_date_line(text) is None


def test_every_month_is_known() -> None:
    names = [*calendar.month_abbr[1:], *calendar.month_name[1:]]
    months = [line.month for name in names if (line := parse_date_line(f"{name} 3"))]
    assert months == [*range(1, 13), *range(1, 13)]


def test_the_latest_possible_day_is_not_after_today() -> None:
    today = datetime.date(2025, 3, 10)
    assert latest_day(DateLine(month=3, day=10), today) == today
    assert latest_day(DateLine(month=3, day=11), today) == datetime.date(2024, 3, 11)


def test_a_weekday_narrows_the_year() -> None:
    line = DateLine(month=3, day=11, weekday=0)
    assert latest_day(line, datetime.date(2025, 12, 1)) == datetime.date(2024, 3, 11)


def test_leap_days_find_a_leap_year_and_impossible_days_none() -> None:
    today = datetime.date(2025, 6, 1)
    assert latest_day(DateLine(month=2, day=29), today) == datetime.date(2024, 2, 29)
    assert latest_day(DateLine(month=2, day=30), today) is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("daily-2025-03-11", NameDate(year=2025, month=3, day=11)),
        ("20250311_page", NameDate(year=2025, month=3, day=11)),
        ("2025_03", NameDate(year=2025, month=3)),
        ("digest 2025", NameDate(year=2025)),
        ("000_a6bf2019dc8b48363", None),
        ("page-12", None),
        ("v20250311x", None),
        ("2025-13-40", NameDate(year=2025)),
    ],
)
def test_dates_in_file_names(name: str, expected: NameDate | None) -> None:
    assert date_in_name(name) == expected


def test_a_name_places_a_date_line_no_later_than_a_week_after_itself() -> None:
    name = NameDate(year=2025, month=1, day=2)
    assert name.place(DateLine(month=12, day=30)) == datetime.date(2024, 12, 30)
    assert name.place(DateLine(month=1, day=3)) == datetime.date(2025, 1, 3)
    assert NameDate(year=2025).place(DateLine(month=12, day=30)) == datetime.date(2025, 12, 30)


def test_a_name_with_an_impossible_day_gives_no_day() -> None:
    assert NameDate(year=2025, month=2, day=30).as_day() is None
    assert NameDate(year=2025, month=2).as_day() is None
