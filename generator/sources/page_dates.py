"""Dates as page headings and file names write them."""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_abbr) if number}
_WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_abbr)}
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_WEEKDAY = r"(?:(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_DIGIT = re.compile(r"\d")
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_WEEKDAY}{_MONTH}\s+{_DAY}(?:,?\s+{_YEAR})?",
        rf"{_WEEKDAY}{_DAY}(?:\s+of)?\s+{_MONTH}(?:,?\s+{_YEAR})?",
        rf"{_WEEKDAY}{_YEAR}[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}})",
    )
)
_IN_NAME = re.compile(
    r"(?<![0-9A-Za-z])(?P<year>(?:19|20)\d\d)"
    r"(?:(?P<sep>[-_.]?)(?P<month>0[1-9]|1[0-2])(?:(?P=sep)(?P<day>0[1-9]|[12]\d|3[01]))?)?"
    r"(?![0-9A-Za-z])"
)
_SLACK = datetime.timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateLine:
    """What a date line states.

    Attributes:
        month: 1 to 12 in a valid line.
        day: 1 to 31 in a valid line.
        year: None when the line names none.
        weekday: 0 (Monday) to 6; None when the line names none.
    """

    month: int
    day: int
    year: int | None = None
    weekday: int | None = None

    def in_year(self, year: int) -> datetime.date | None:
        """Return the day in ``year``; None when that year has no such day."""
        try:
            return datetime.date(year, self.month, self.day)
        except ValueError:
            return None


def is_date_line(text: str) -> bool:
    """Tell whether the whole line is a date, existing or not."""
    return _DIGIT.search(text) is not None and any(form.fullmatch(text) for form in _FORMS)


def parse_date_line(text: str) -> DateLine | None:
    """Read ``Mar 11``, ``Tuesday, March 11``, ``11 Mar 2025``, ``2025-03-11`` and the like.

    Returns:
        None when the line is no date; the day may still not exist, see ``DateLine.in_year``.
    """
    for form in _FORMS:
        if match := form.fullmatch(text):
            month = match["month"]
            weekday = (match["weekday"] or "")[:3].lower()
            return DateLine(
                month=int(month) if month.isdigit() else _MONTHS[month[:3].lower()],
                day=int(match["day"]),
                year=int(match["year"]) if match["year"] else None,
                weekday=_WEEKDAYS.get(weekday),
            )
    return None


def latest_day(line: DateLine, not_after: datetime.date) -> datetime.date | None:
    """Return the latest day that a line without a year can mean, None when it never exists.

    A weekday narrows the choice; eleven years hold every day of the year on every weekday, save
    29 February, which needs up to forty.
    """
    first = None
    for year in range(not_after.year, max(not_after.year - 41, 0), -1):
        day = line.in_year(year)
        if day is None or day > not_after:
            continue
        first = first or day
        if line.weekday is None or day.weekday() == line.weekday:
            return day
    return first


@dataclass(frozen=True, slots=True, kw_only=True)
class NameDate:
    """The date in a file's name, as exact as written: a missing part is 0."""

    year: int
    month: int = 0
    day: int = 0

    def as_day(self) -> datetime.date | None:
        """Return the day, None when the name states less or no such day exists."""
        try:
            return datetime.date(self.year, self.month, self.day)
        except ValueError:
            return None

    def place(self, line: DateLine) -> datetime.date | None:
        """Return the day that a line without a year means in a file of this name.

        A file is seldom saved more than a week before the date it shows.
        """
        if not self.month:
            return line.in_year(self.year)
        last = calendar.monthrange(self.year, self.month)[1]
        limit = datetime.date(self.year, self.month, min(self.day or last, last)) + _SLACK
        return latest_day(line, limit)


def date_in_name(name: str) -> NameDate | None:
    """Return the date in a file's name, for example ``daily-2025-03-11.txt``; None without one."""
    match = _IN_NAME.search(name)
    if match is None:
        return None
    year, month, day = (int(match[part] or 0) for part in ("year", "month", "day"))
    return NameDate(year=year, month=month, day=day)
